/**
 * Pieces of Step 1's way back with one mistake each, for the check of the gradient to
 * find. Each spoils what lies before it: what is after, on the way there, holds.
 */
import { PIECES, type Pieces } from './by-hand.ts';

/** Forgets that a closed gate lets nothing back either: spoils `mlp_fc1` and `wte`. */
// #region ungated
const ungated = (_h: number[], da: number[]) => da;
// #endregion ungated

/** Forgets that the loss is a mean over n pairs: all is n times too large. */
// #region unaveraged
function unaveraged(probs: number[], target: number) {
  return PIECES.logitsBack(probs, target, 1);
}
// #endregion unaveraged

/**
 * Reads the weights of the way back column by column, as if they had been stored the
 * other way: spoils what comes before them.
 */
// #region transposed
function transposed(
  x: number[],
  w: number[][],
  dy: number[],
  dw: number[][],
) {
  const flat = w.flat();
  const wrong = w.map((row, o) => {
    return row.map((_, i) => flat[i * w.length + o]);
  });
  return PIECES.linearBack(x, wrong, dy, dw);
}
// #endregion transposed

export type Mistake = 'ungated' | 'unaveraged' | 'transposed';

export const BROKEN: Readonly<Record<Mistake, Pieces>> = {
  ungated: { ...PIECES, activateBack: ungated },
  unaveraged: { ...PIECES, logitsBack: unaveraged },
  transposed: { ...PIECES, linearBack: transposed },
};
