/** Distributions bent before they are drawn from. */
import { pow } from './math.ts';

/**
 * Only the `k` likeliest tokens, their probabilities divided by what they add up to; of
 * equal ones the lower token comes first. With `k` no less than V nothing changes, to
 * the last bit. (A. Fan, M. Lewis and Y. Dauphin, "Hierarchical neural story
 * generation", 2018.)
 * @throws RangeError if `k` is not a whole number from 1 on
 */
export function topK(p: ArrayLike<number>, k: number): number[] {
  if (!(Number.isInteger(k) && k >= 1))
    throw new RangeError(`Cannot choose from the ${k} likeliest`);
  const all = Array.from(p);
  if (k >= all.length) return all;
  const kept = [...all.keys()].toSorted((a, b) => all[b] - all[a] || a - b).slice(0, k);
  const total = kept.reduce((sum, token) => sum + all[token], 0);
  const chosen = new Array<number>(all.length).fill(0);
  for (const token of kept) chosen[token] = all[token] / total;
  return chosen;
}

/**
 * A distribution at a temperature: each probability to the power 1/T, divided by their
 * sum. Below 1 the likely becomes likelier; at 1 nothing changes, to the last bit.
 * @throws RangeError if the temperature is not positive
 */
export function tempered(p: ArrayLike<number>, temperature: number): number[] {
  if (!(temperature > 0))
    throw new RangeError(`Temperature ${temperature} is not positive`);
  if (temperature === 1) return Array.from(p);
  // Relative to the largest, so that nothing but the negligible becomes zero.
  const largest = Array.from(p).reduce((a, b) => (b > a ? b : a), 0);
  const powers = Array.from(p, (x) => pow(x / largest, 1 / temperature));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / total);
}
