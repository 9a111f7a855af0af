/**
 * How well could any model do that remembers only so much? Over the list itself, the
 * best prediction from a context is what followed that context, and its mean surprise
 * is the conditional entropy (C. E. Shannon, "A mathematical theory of communication",
 * 1948, and "Prediction and entropy of printed English", 1951).
 */
import type { Corpus } from './corpus.ts';
import { countDocument, emptyCounts } from './counts.ts';
import { log } from './math.ts';
import { sum } from './vector.ts';

/** Lowest mean surprise over the list, nats per transition, by what is remembered. */
export interface Floors {
  /** Nothing, not even how common the tokens are: ln V. */
  uniform: number;
  /** How common each token is. */
  unigram: number;
  /** The token before. */
  bigram: number;
  /** The two tokens before (at the start of a document, the boundary alone). */
  trigram: number;
}

/** −Σ N(context, next) / N · ln(N(context, next) / N(context)), one row a context. */
// #region bigram
export function conditionalEntropy(counts: Iterable<number[]>) {
  let nats = 0;
  let pairs = 0;
  for (const row of counts) {
    const total = sum(row);
    for (const count of row) {
      if (count > 0) nats -= count * log(count / total);
    }
    pairs += total;
  }
  return nats / pairs;
}
// #endregion bigram

/** @throws RangeError for a corpus without documents */
export function floors(corpus: Corpus): Floors {
  if (corpus.documents === 0) throw new RangeError('No documents');
  const { size } = corpus;
  const table = emptyCounts(size);
  for (let d = 0; d < corpus.documents; d++) countDocument(table, corpus, d);
  const rows = Array.from({ length: size }, (_, prev) =>
    Array.from(table.counts.subarray(prev * size, (prev + 1) * size)),
  );
  return {
    uniform: log(size),
    // Each token comes second in as many pairs as it comes first, so the totals of the
    // rows are those of the columns.
    unigram: conditionalEntropy([Array.from(table.rowTotals)]),
    bigram: conditionalEntropy(rows),
    trigram: conditionalEntropy(trigramRows(corpus)),
  };
}

/** What followed each pair of tokens; a row has only the counts that are not zero. */
function* trigramRows({ tokens, starts, documents, size }: Corpus): Iterable<number[]> {
  const contexts = new Map<number, Map<number, number>>();
  for (let d = 0; d < documents; d++) {
    // No token comes before the boundary; `size` stands for that.
    let before = size;
    for (let i = starts[d]; i < starts[d + 1] - 1; i++) {
      const context = before * size + tokens[i];
      let row = contexts.get(context);
      if (!row) contexts.set(context, (row = new Map()));
      row.set(tokens[i + 1], (row.get(tokens[i + 1]) ?? 0) + 1);
      before = tokens[i];
    }
  }
  for (const row of contexts.values()) yield [...row.values()];
}
