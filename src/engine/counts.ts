/**
 * The table of `bigram.ts` in flat arrays: the same numbers, fast enough to count a
 * whole list while a finger moves.
 */
import type { Corpus } from './corpus.ts';
import { log } from './math.ts';

export interface CountTable {
  /** Number of tokens, V. */
  readonly size: number;
  /** [V, V], row by row: `counts[prev * size + next]`. */
  readonly counts: Uint32Array;
  /** [V]: how many pairs start with each token. */
  readonly rowTotals: Uint32Array;
}

export function emptyCounts(size: number): CountTable {
  return {
    size,
    counts: new Uint32Array(size * size),
    rowTotals: new Uint32Array(size),
  };
}

export function copyCounts(table: CountTable): CountTable {
  const { size, counts, rowTotals } = table;
  return { size, counts: counts.slice(), rowTotals: rowTotals.slice() };
}

/** [V]: how many pairs end with each token. */
export function columnTotals({ size, counts }: CountTable): Uint32Array {
  const totals = new Uint32Array(size);
  for (let cell = 0; cell < counts.length; cell++) totals[cell % size] += counts[cell];
  return totals;
}

/**
 * How likely `next` is after `prev`, with `alpha` added to every count: 1 is the rule
 * of the program, 0 no smoothing. Without smoothing, what was never seen has
 * probability 0, after a token that was never seen, too.
 */
export function probability(
  { size, counts, rowTotals }: CountTable,
  prev: number,
  next: number,
  alpha = 1,
): number {
  const total = rowTotals[prev] + alpha * size;
  return total === 0 ? 0 : (counts[prev * size + next] + alpha) / total;
}

/** What may come after `prev`: a probability for every token, [V]. */
export function rowProbabilities(
  table: CountTable,
  prev: number,
  alpha = 1,
): Float64Array {
  return Float64Array.from({ length: table.size }, (_, next) =>
    probability(table, prev, next, alpha),
  );
}

/** Mean −ln p of document `d`, in nats per pair; Infinity if a pair is impossible. */
export function documentLoss(
  table: CountTable,
  corpus: Corpus,
  d: number,
  alpha = 1,
): number {
  const { tokens, starts } = corpus;
  const end = starts[d + 1] - 1;
  let loss = 0;
  for (let i = starts[d]; i < end; i++) {
    loss -= log(probability(table, tokens[i], tokens[i + 1], alpha));
  }
  return (1 / (end - starts[d])) * loss;
}

/** Adds one for every pair of document `d`. */
export function countDocument(table: CountTable, corpus: Corpus, d: number): void {
  const { size, counts, rowTotals } = table;
  const { tokens, starts } = corpus;
  const end = starts[d + 1] - 1;
  for (let i = starts[d]; i < end; i++) {
    counts[tokens[i] * size + tokens[i + 1]] += 1;
    rowTotals[tokens[i]] += 1;
  }
}
