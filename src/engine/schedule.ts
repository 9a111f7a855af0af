/**
 * How the learning rate changes over a run. H. Robbins and S. Monro (1951) asked for
 * steps that shrink, but not too fast; a run of known length may simply end at zero.
 */
import { cos } from './math.ts';

export type Schedule =
  'linear' | 'constant' | 'inverse' | 'cosine';

/** The share of the full rate that is used at `step`, from 0, of a run of `steps`. */
// #region schedule
export function decay(
  schedule: Schedule,
  step: number,
  steps: number,
) {
  switch (schedule) {
    case 'linear':
      return 1 - step / steps; // from 1 to (almost) 0
    case 'cosine':
      return (1 + cos((Math.PI * step) / steps)) / 2;
    case 'inverse':
      return 1 / (1 + step);
    case 'constant':
      return 1;
  }
}
// #endregion schedule
