/**
 * Attention in heads over a whole document. A row of `qkv` has a position's query, key
 * and value, [T, 3C]; each head has its D of each C. Weights are kept as
 * [heads, block, block], sums as [heads, block].
 */
import { exp } from '../math.ts';

/** What the way back needs to know of the way there. */
export interface Attended {
  /** exp(score − largest) */
  readonly e: Float64Array;
  /** e over its sum: what each position takes of those before it. */
  readonly weights: Float64Array;
  /** The sum. */
  readonly totals: Float64Array;
}

/**
 * Positions `from` to `to` look back. `places` says where in `found` each head hands on
 * what it has found, −1 for nowhere; where no head does, zeros are.
 */
export function attend(
  found: Float64Array,
  qkv: Float64Array,
  { e, weights, totals }: Attended,
  from: number,
  to: number,
  width: number,
  places: Int32Array,
  scale: number,
  block: number,
): void {
  const heads = places.length;
  const size = width / heads;
  const stride = 3 * width;
  for (let head = 0; head < heads; head++) {
    for (let t = from; t < to; t++) {
      const query = t * stride + head * size;
      const row = (head * block + t) * block;
      let largest = -Infinity;
      for (let s = 0; s <= t; s++) {
        const key = s * stride + width + head * size;
        let score = -0;
        for (let j = 0; j < size; j++) score += qkv[query + j] * qkv[key + j];
        score *= scale;
        e[row + s] = score;
        if (score > largest) largest = score;
      }
      let total = 0;
      for (let s = 0; s <= t; s++) {
        const x = exp(e[row + s] - largest);
        e[row + s] = x;
        total += x;
      }
      totals[head * block + t] = total;
      const inverse = 1 / total;
      for (let s = 0; s <= t; s++) weights[row + s] = e[row + s] * inverse;
      if (places[head] < 0) continue;
      const out = t * width + places[head] * size;
      for (let j = 0; j < size; j++) {
        let mixed = -0;
        let value = 2 * width + head * size + j;
        for (let s = 0; s <= t; s++, value += stride) {
          mixed += weights[row + s] * qkv[value];
        }
        found[out + j] = mixed;
      }
    }
  }
}

/**
 * Back through attention: from the gradient of `found` to that of `qkv`, overwritten.
 * `scratch` has room for a row of scores.
 */
export function attendBack(
  dqkv: Float64Array,
  dfound: Float64Array,
  qkv: Float64Array,
  { e, weights, totals }: Attended,
  scratch: Float64Array,
  count: number,
  width: number,
  places: Int32Array,
  scale: number,
  block: number,
): void {
  const heads = places.length;
  const size = width / heads;
  const stride = 3 * width;
  dqkv.fill(0, 0, count * stride);
  for (let head = 0; head < heads; head++) {
    if (places[head] < 0) continue;
    for (let t = count - 1; t >= 0; t--) {
      const row = (head * block + t) * block;
      const out = t * width + places[head] * size;
      const total = totals[head * block + t];
      const inverse = 1 / total;
      const slope = -(1 / (total * total));
      let dtotal = 0;
      for (let s = t; s >= 0; s--) {
        const value = s * stride + 2 * width + head * size;
        const weight = weights[row + s];
        let dweight = 0;
        for (let j = size - 1; j >= 0; j--) {
          const d = dfound[out + j];
          dweight += qkv[value + j] * d;
          dqkv[value + j] += weight * d;
        }
        scratch[s] = dweight;
        dtotal += slope * (e[row + s] * dweight);
      }
      const query = t * stride + head * size;
      for (let s = t; s >= 0; s--) {
        const dscore = scale * (e[row + s] * (inverse * scratch[s] + dtotal));
        const key = s * stride + width + head * size;
        for (let j = 0; j < size; j++) {
          dqkv[query + j] += qkv[key + j] * dscore;
          dqkv[key + j] += qkv[query + j] * dscore;
        }
      }
    }
  }
}
