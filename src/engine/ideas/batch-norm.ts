/**
 * Batch normalization: each unit less its mean over the batch, divided by its spread
 * there. (S. Ioffe and C. Szegedy, 2015; here without their gain and shift.) The batch
 * is every token at once, each as often as it comes.
 */

/** What a norm has made, [T, C], and by which means and scales, [C]. */
export interface NormState {
  readonly y: Float64Array;
  readonly means: Float64Array;
  readonly scales: Float64Array;
}

export const normState = (count: number, width: number): NormState => ({
  y: new Float64Array(count * width),
  means: new Float64Array(width),
  scales: new Float64Array(width),
});

const EPS = 1e-5;

/** Measures means and scales of `x`, [T, C], over tokens of the given shares, [T]. */
export function measureBatch(
  { means, scales }: NormState,
  x: Float64Array,
  shares: Float64Array,
): void {
  const width = means.length;
  means.fill(0);
  scales.fill(0);
  for (let t = 0; t < shares.length; t++)
    for (let i = 0; i < width; i++) means[i] += shares[t] * x[t * width + i];
  for (let t = 0; t < shares.length; t++) {
    for (let i = 0; i < width; i++) {
      const apart = x[t * width + i] - means[i];
      scales[i] += shares[t] * (apart * apart);
    }
  }
  for (let i = 0; i < width; i++) scales[i] = 1 / Math.sqrt(scales[i] + EPS);
}

/** Norms `x` by means and scales that have been measured. */
// #region apply
export function applyNorm({ y, means, scales }: NormState, x: Float64Array): void {
  const width = means.length;
  for (let k = 0; k < x.length; k++) {
    const i = k % width;
    y[k] = (x[k] - means[i]) * scales[i];
  }
}
// #endregion apply

/** Back through a norm whose means and scales were measured on what it normed. */
export function normBack(
  dx: Float64Array,
  dy: Float64Array,
  { y, scales }: NormState,
  shares: Float64Array,
): void {
  const width = scales.length;
  for (let i = 0; i < width; i++) {
    let along = 0;
    let total = 0;
    for (let k = i; k < dy.length; k += width) {
      along += dy[k] * y[k];
      total += dy[k];
    }
    for (let t = 0; t < shares.length; t++) {
      const k = t * width + i;
      dx[k] = scales[i] * (dy[k] - shares[t] * (y[k] * along + total));
    }
  }
}
