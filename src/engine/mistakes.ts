/**
 * What goes wrong if one line of autograd is otherwise: for the chapter on Step 2, to be
 * compared with `Value.backward` and `trainStep`, and for nothing else.
 */
import { topological, type Value } from './autograd.ts';

/**
 * `backward` with `=` where there should be `+=`: of a number that is used twice, only
 * the use that is passed last counts.
 */
// #region assign
export function backwardAssigning(end: Value) {
  const order = topological(end);
  end.grad = 1;
  for (let i = order.length - 1; i >= 0; i--) {
    const { a, b, da, db, grad } = order[i];
    if (a) a.grad = da * grad; // should be +=
    if (b) b.grad = db * grad; // should be +=
  }
}
// #endregion assign
