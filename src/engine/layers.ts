/**
 * The parts that networks are put together from, over `Value`s: what they compute
 * forward is written here, and the way back comes with it.
 */
import { total, type Value } from './autograd.ts';

/** A row of numbers, as long as the model is wide, or the vocabulary, or a head. */
export type Vector = Value[];

/** [outputs, inputs], row by row. */
export type Matrix = Value[][];

/**
 * Each output is a sum of all inputs, weighted by a row of `w`: [inputs] to [outputs].
 */
// #region linear
export function linear(x: Vector, w: Matrix): Vector {
  return w.map((row) => total(row.map((wi, i) => wi.mul(x[i]))));
}
// #endregion linear

/**
 * Any numbers into probabilities: positive, adding up to 1, larger for larger. The
 * largest is subtracted first, which changes nothing but keeps `exp` from overflowing.
 * (J. S. Bridle, 1989)
 */
// #region softmax
export function softmax(logits: Vector): Vector {
  const largest = Math.max(...logits.map((v) => v.data));
  const exps = logits.map((v) => v.add(-largest).exp());
  const sum = total(exps);
  return exps.map((e) => e.div(sum));
}
// #endregion softmax

/**
 * Scales a vector so that the mean of its squares is 1. (B. Zhang and R. Sennrich,
 * 2019; here without their learned gain.)
 */
// #region rmsnorm
export function rmsnorm(x: Vector): Vector {
  const squares = x.map((xi) => xi.mul(xi));
  const meanSquare = total(squares).mul(1 / x.length);
  const scale = meanSquare.add(1e-5).pow(-0.5); // never 1/0
  return x.map((xi) => xi.mul(scale));
}
// #endregion rmsnorm

/** What is positive passes, what is not becomes zero. */
// #region relu
export function relu(x: Vector): Vector {
  return x.map((xi) => xi.relu());
}
// #endregion relu

/** Two vectors added, number by number. */
// #region add
export function add(x: Vector, y: Vector): Vector {
  return x.map((xi, i) => xi.add(y[i]));
}
// #endregion add

/** The surprise at what came: −ln p of the token that was next, in nats. */
// #region cross-entropy
export function crossEntropy(logits: Vector, target: number) {
  const probs = softmax(logits);
  return probs[target].log().neg();
}
// #endregion cross-entropy
