/**
 * Step 2: the model of Step 1 over `Value`s, which know the way back by themselves.
 */
import {
  linear,
  relu,
  type Matrix,
  type Vector,
} from './layers.ts';

/** V is the size of the vocabulary, C the width. */
export interface MlpWeights {
  wte: Matrix; // [V, C], a row for each token
  mlp_fc1: Matrix; // [4C, C]
  mlp_fc2: Matrix; // [V, 4C]
}

/** What may come after `token`: a logit for every token, [V]. */
// #region mlp
export function mlp(
  { wte, mlp_fc1, mlp_fc2 }: MlpWeights,
  token: number,
  activate = relu,
): Vector {
  const h = linear(wte[token], mlp_fc1);
  return linear(activate(h), mlp_fc2);
}
// #endregion mlp
