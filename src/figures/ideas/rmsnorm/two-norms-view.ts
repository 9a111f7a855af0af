/** What the figure of runs with either norm shows at each beat. No DOM. */
import type { NormName } from '../../../engine/design.ts';

export type Norm = NormName;
export const NORMS: readonly Norm[] = ['rms', 'layer', 'none'];

export interface View {
  readonly adam: boolean;
  /** A third run, with no norm at all. */
  readonly none: boolean;
}

/** The beat that asks how far apart the two runs end. */
export const ASKS = 0;
/** The largest guess, thousandths of a nat. */
export const MOST = 100;

export const BEATS: readonly View[] = [
  { adam: false, none: false },
  { adam: false, none: false },
  { adam: false, none: true },
  { adam: true, none: true },
];
