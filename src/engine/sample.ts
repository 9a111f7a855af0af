import { pow } from './math.ts';
import { weightedIndex, type Random } from './random.ts';

/** A sample has at most this many letters, as in the reference programs. */
export const SAMPLE_LIMIT = 16;

/** One draw: everything needed to draw it again by hand. */
export interface Draw {
  /** The token before. */
  prev: number;
  /** The token that was drawn. */
  next: number;
  /** The random number, from [0, 1), that chose it. */
  u: number;
  /** [V]: what it chose from. */
  p: ArrayLike<number>;
}

export interface Sample {
  /** The tokens drawn, without the boundary. */
  tokens: number[];
  draws: Draw[];
  /** Whether the model itself ended it; false if the limit did. */
  ended: boolean;
}

/**
 * A model, as sampling sees it: what may come after token `prev` at place `position`.
 */
export type Predict = (prev: number, position: number) => ArrayLike<number>;

/**
 * Draws one document, token by token, from the boundary to the next boundary.
 * @throws RangeError if the model gives no distribution, as an empty table without
 *   smoothing cannot
 */
export function sample(
  random: Random,
  predict: Predict,
  bos: number,
  limit: number = SAMPLE_LIMIT,
): Sample {
  const draws: Draw[] = [];
  // #region sample
  let prev = bos;
  while (draws.length < limit) {
    const p = predict(prev, draws.length);
    const u = random.random();
    const next = weightedIndex(p, u);
    draws.push({ prev, next, u, p });
    if (next === bos) break;
    prev = next;
  }
  // #endregion sample
  const tokens = draws.map((draw) => draw.next).filter((next) => next !== bos);
  return { tokens, draws, ended: tokens.length < draws.length };
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
