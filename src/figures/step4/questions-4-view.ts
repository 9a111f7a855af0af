/** The questions at the end of Step 4, and what their answers are. No DOM. */

/** Heads that are asked about, from the first. */
export const MOST_HEADS = 4;

/** Which is the largest, the first of equals; null while one is not known. */
export function largest(values: readonly (number | null)[]): number | null {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  if (known.length === 0 || known.length < values.length) return null;
  return known.indexOf(Math.max(...known));
}

/**
 * From which stage on the answer at a position has the favourite that it ends with.
 * @param p [stages, positions, vocab]
 */
export function settledFrom(
  p: ArrayLike<number>,
  stages: number,
  positions: number,
  at: number,
): { favourite: number; stage: number } {
  const vocab = p.length / (stages * positions);
  const favouriteOf = (stage: number): number => {
    const from = (stage * positions + at) * vocab;
    let best = 0;
    for (let token = 1; token < vocab; token++) if (p[from + token] > p[from + best]) best = token;
    return best;
  };
  const favourite = favouriteOf(stages - 1);
  let stage = stages - 1;
  while (stage > 0 && favouriteOf(stage - 1) === favourite) stage -= 1;
  return { favourite, stage };
}
