/**
 * Mean of the last `window` values at each place (fewer at the start), shape [n] → [n].
 * Values that are not finite are left out of the mean; where none is left the result is Infinity.
 */
export function movingAverage(values: ArrayLike<number>, window: number): Float64Array {
  const means = new Float64Array(values.length);
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) {
      sum += values[i];
      count++;
    }
    const leaving = i - window;
    if (leaving >= 0 && Number.isFinite(values[leaving])) {
      sum -= values[leaving];
      count--;
    }
    means[i] = count ? sum / count : Infinity;
  }
  return means;
}
