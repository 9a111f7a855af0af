/**
 * Attention: a position looks back at those before it and takes from each as much as
 * its query and their key agree. (D. Bahdanau, K. Cho and Y. Bengio, 2014; this form,
 * scaled dot products in several heads, A. Vaswani and others, 2017.)
 */
import { total } from './autograd.ts';
import { softmax, type Vector } from './layers.ts';

/**
 * One head. `q` is the query of the position at hand, [D]; `keys` and `values` are of
 * all positions up to and including it, [T, D]. Returns the mixed values, [D].
 */
// #region attend
export function attend(
  q: Vector,
  keys: Vector[],
  values: Vector[],
): Vector {
  const scale = 1 / Math.sqrt(q.length);
  const scores = keys.map((k) => dot(q, k).mul(scale));
  const weights = softmax(scores);
  return q.map((_, j) => {
    return total(weights.map((w, t) => w.mul(values[t][j])));
  });
}
// #endregion attend

/** How much two vectors agree. */
// #region dot
function dot(x: Vector, y: Vector) {
  return total(x.map((xi, i) => xi.mul(y[i])));
}
// #endregion dot

/**
 * The width cut into `heads` equal parts, each with an attention of its own; what they
 * find is put side by side again, [C].
 */
// #region heads
export function attendInHeads(
  q: Vector,
  keys: Vector[],
  values: Vector[],
  heads: number,
): Vector {
  const size = q.length / heads;
  const found: Vector = [];
  for (let head = 0; head < heads; head++) {
    const [from, to] = [head * size, (head + 1) * size];
    const part = (x: Vector) => x.slice(from, to);
    found.push(
      ...attend(part(q), keys.map(part), values.map(part)),
    );
  }
  return found;
}
// #endregion heads
