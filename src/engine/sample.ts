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
 * As `sample`, but the first tokens are given: the model reads them, and what follows
 * is drawn. `tokens` and `draws` are only what was drawn, the first `prev` is the last
 * token given. Nothing is drawn if what is given reaches the limit.
 */
export function continued(
  random: Random,
  predict: Predict,
  given: readonly number[],
  bos: number,
  limit: number = SAMPLE_LIMIT,
): Sample {
  if (given.length === 0) return sample(random, predict, bos, limit);
  if (given.length >= limit) return { tokens: [], draws: [], ended: false };
  [bos, ...given.slice(0, -1)].forEach((token, place) => predict(token, place));
  const last = given[given.length - 1];
  const { tokens, draws, ended } = sample(
    random,
    (prev, place) => predict(place === 0 ? last : prev, given.length + place),
    bos,
    limit - given.length,
  );
  return {
    tokens,
    draws: draws.map((draw, i) => (i === 0 ? { ...draw, prev: last } : draw)),
    ended,
  };
}
