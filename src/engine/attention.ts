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
  scale = byRoot,
): Vector {
  const shrink = scale(q.length);
  const scores = keys.map((k) => dot(q, k).mul(shrink));
  const weights = softmax(scores);
  return q.map((_, j) => {
    return total(weights.map((w, t) => w.mul(values[t][j])));
  });
}
// #endregion attend

/** The longer two vectors, the farther from 0 their dot product: by the root of it. */
// #region scale
export function byRoot(size: number) {
  return 1 / Math.sqrt(size);
}
// #endregion scale

/** How much two vectors agree. */
// #region dot
function dot(x: Vector, y: Vector) {
  return total(x.map((xi, i) => xi.mul(y[i])));
}
// #endregion dot

/**
 * The width cut into `heads` equal parts, each with an attention of its own. Returns
 * what each of them finds, [heads, C / heads].
 */
// #region heads
export function attendInHeads(
  q: Vector,
  keys: Vector[],
  values: Vector[],
  heads: number,
  scale = byRoot,
): Vector[] {
  const size = q.length / heads;
  const found: Vector[] = [];
  for (let head = 0; head < heads; head++) {
    const [from, to] = [head * size, (head + 1) * size];
    const part = (x: Vector) => x.slice(from, to);
    const [ks, vs] = [keys.map(part), values.map(part)];
    found.push(attend(part(q), ks, vs, scale));
  }
  return found;
}
// #endregion heads
