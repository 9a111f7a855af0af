/** A mean that forgets: the share of a number in it shrinks by `beta` at every step. */

/**
 * The running mean of a series after each of its numbers, [n]; it begins at zero. The
 * last `1 / (1 − beta)` numbers make up about two thirds of it.
 */
// #region moving-mean
export function movingMeans(
  series: ArrayLike<number>,
  beta: number,
) {
  const means = new Float64Array(series.length);
  let m = 0;
  for (let t = 0; t < series.length; t++) {
    m = beta * m + (1 - beta) * series[t];
    means[t] = m;
  }
  return means;
}
// #endregion moving-mean

/** The share that a number still has after `age` further ones. */
export function shareAt(beta: number, age: number): number {
  let share = 1 - beta;
  for (let i = 0; i < age; i++) share *= beta;
  return share;
}

/** Root of the mean square; 0 of no numbers. */
export function rootMeanSquare(
  series: ArrayLike<number>,
): number {
  let sum = 0;
  for (let i = 0; i < series.length; i++)
    sum += series[i] * series[i];
  return series.length > 0 ? Math.sqrt(sum / series.length) : 0;
}

/** How large the running mean is beside what it is the mean of, both over the series. */
export function leftOf(
  series: ArrayLike<number>,
  beta: number,
): number {
  const size = rootMeanSquare(series);
  return size > 0
    ? rootMeanSquare(movingMeans(series, beta)) / size
    : 0;
}

/** How often a number that is not 0 has another sign than the one before it, as a share. */
export function turns(series: ArrayLike<number>): number {
  let [pairs, turned, last] = [0, 0, 0];
  for (let i = 0; i < series.length; i++) {
    const sign = Math.sign(series[i]);
    if (sign === 0) continue;
    if (last !== 0) {
      pairs += 1;
      if (sign !== last) turned += 1;
    }
    last = sign;
  }
  return pairs > 0 ? turned / pairs : 0;
}

/** What is left of numbers that have nothing to do with one another: √((1 − β) / (1 + β)). */
export const leftOfNoise = (beta: number): number =>
  Math.sqrt((1 - beta) / (1 + beta));
