/** Counts of numbers by bin, and how bins and counts are drawn. */

export interface Binned {
  /** Number of the first bin: bin n holds what is nearest to n · width. */
  first: number;
  counts: number[];
  /** How many were not finite, and in no bin. */
  left: number;
}

/**
 * Counts values by the multiple of `width` they are nearest to; a tie goes away from zero, so that
 * v and −v fall in opposite bins. Zero has a bin of its own and what is not finite has none.
 */
export function binned(values: ArrayLike<number>, width: number): Binned {
  const tally = new Map<number, number>();
  let left = 0;
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) {
      left++;
      continue;
    }
    const bin = Math.sign(value) * Math.round(Math.abs(value) / width) + 0;
    tally.set(bin, (tally.get(bin) ?? 0) + 1);
    low = Math.min(low, bin);
    high = Math.max(high, bin);
  }
  if (tally.size === 0) return { first: 0, counts: [], left };
  const counts = Array.from({ length: high - low + 1 }, (_, k) => tally.get(low + k) ?? 0);
  return { first: low, counts, left };
}

/** Decimals that tell bins of a width apart, at most 6. */
export function decimalsOf(width: number): number {
  let digits = 0;
  while (digits < 6 && Math.abs(Math.round(width * 10 ** digits) / 10 ** digits - width) > 1e-9) {
    digits++;
  }
  return digits;
}

/** Every how many bins a label fits, in steps of 1, 2, 5, 10 …: multiples of it include zero. */
export function labelStep(room: number, pitch: number): number {
  for (let decade = 1; ; decade *= 10) {
    for (const step of [1, 2, 5]) {
      if (step * decade * pitch >= room || !(pitch > 0)) return step * decade;
    }
  }
}
