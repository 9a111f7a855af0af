/** Differences of held-out loss between complete runs, and how they are written. */
import { signed } from '../charts/index.ts';
import type { SweptRun } from '../worker/protocol.ts';

/** How a run went, as far as prices need it. */
export type Outcome = Pick<SweptRun, 'heldOut' | 'ended'>;

/** What a run that lacks something costs more than the whole, nats a pair; null if not known. */
export function priceOf(run: Outcome | null, whole: Outcome | null): number | null {
  if (!run || !whole || run.heldOut === null || whole.heldOut === null) return null;
  return run.ended || whole.ended ? null : run.heldOut - whole.heldOut;
}

/** Below this the third decimal is not enough, nats. */
const SMALL = 0.01;

/** Decimals that a price is written with, and what it is the difference of. */
export const decimalsOf = (price: number): 3 | 4 => (Math.abs(price) < SMALL ? 4 : 3);

/** A price with its sign; what is shown as zero has none. */
export const priceText = (price: number): string =>
  sideOf(price) === 'same' ? '0.0000' : signed(decimalsOf(price))(price);

/** What the reader will read in a difference: as many decimals as `priceText`, without a sign. */
export const sizeText = (price: number): string => priceText(Math.abs(price)).replace('+', '');

export type Side = 'worse' | 'better' | 'same';
/** Which way a difference goes, as far as it is shown. */
export const sideOf = (price: number): Side => {
  if (Math.abs(price) < 0.00005) return 'same';
  return price > 0 ? 'worse' : 'better';
};
