/**
 * Step 0: a model that counts. It predicts the next token from the one before it, out
 * of a table of how often each has followed each.
 *
 * This is the program to read. `counts.ts` holds the same table in flat arrays for
 * speed; tests hold the two to the same numbers, bit for bit.
 */
import { log } from './math.ts';
import type { Tokenizer } from './tokenizer.ts';
import { sum } from './vector.ts';

/** [V, V]: `counts[prev][next]` is how often `next` has come right after `prev`. */
export type Counts = number[][];

/** A row for the token just read, a column for the token that may come next. */
// #region table
export function emptyTable(vocabSize: number): Counts {
  const counts: Counts = [];
  for (let prev = 0; prev < vocabSize; prev++) {
    counts[prev] = [];
    for (let next = 0; next < vocabSize; next++) {
      counts[prev][next] = 0;
    }
  }
  return counts;
}
// #endregion table

/**
 * What may come after `prev`: a probability for every token, [V]. One is added to every
 * count, so that what was never seen is unlikely and not impossible: Laplace's rule of
 * succession (1774).
 */
// #region probability
export function predict(counts: Counts, prev: number) {
  const vocabSize = counts.length;
  const total = sum(counts[prev]) + vocabSize;
  const p: number[] = [];
  for (let next = 0; next < vocabSize; next++) {
    p.push((counts[prev][next] + 1) / total);
  }
  return p;
}
// #endregion probability

/** How surprised the table is by a document: mean −ln p over its pairs, in nats. */
// #region loss
export function measure(counts: Counts, tokens: number[]) {
  const vocabSize = counts.length;
  const n = tokens.length - 1;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const [prev, next] = [tokens[i], tokens[i + 1]];
    const total = sum(counts[prev]) + vocabSize;
    const p = (counts[prev][next] + 1) / total;
    loss -= log(p);
  }
  return (1 / n) * loss; // nats per pair
}
// #endregion loss

/** Adds one to the table for every pair of a document: a token and the one after it. */
// #region count
export function count(counts: Counts, tokens: number[]) {
  for (let i = 0; i < tokens.length - 1; i++) {
    const [prev, next] = [tokens[i], tokens[i + 1]];
    counts[prev][next] += 1;
  }
}
// #endregion count

/**
 * Training is counting. Reads `steps` documents, from the first again when the list is
 * over. Returns the table, [V, V], and the loss of each document before it was counted,
 * [steps].
 */
export function trainBigram(
  docs: readonly string[],
  tokenizer: Tokenizer,
  steps: number,
) {
  const counts = emptyTable(tokenizer.size);
  const losses: number[] = [];
  // #region train
  for (let step = 0; step < steps; step++) {
    const doc = docs[step % docs.length];
    const tokens = tokenizer.encode(doc);
    // First measure: the document is still new to the table.
    const loss = measure(counts, tokens);
    losses.push(loss);
    // Then count.
    count(counts, tokens);
  }
  // #endregion train
  return { counts, losses };
}
