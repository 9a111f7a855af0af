/** All pairs of a list in one table: what a network of one letter's memory is trained on. */
import { documentTokens, type Corpus } from '../corpus.ts';
import { conditionalEntropy } from '../floors.ts';

export interface PairTable {
  /** Classes of tokens, n: each token by itself, or the commonest and one for the rest. */
  readonly size: number;
  /** [n, n]: how large a part of all pairs each is; they add up to 1. */
  readonly shares: Float64Array;
  /** [n]: how large a part begins with each. */
  readonly rows: Float64Array;
  /** Nats a pair that no model goes below which sees one token, or none. */
  readonly floor: number;
  readonly unigram: number;
}

/**
 * Pairs of the whole list. Of more than `most` tokens the rarest share one class.
 * @throws RangeError for a corpus without pairs
 */
export function pairTable(corpus: Corpus, most: number): PairTable {
  const totals = new Float64Array(corpus.size);
  for (const token of corpus.tokens) totals[token] += 1;
  const order = [...totals.keys()].toSorted((a, b) => totals[b] - totals[a] || a - b);
  const size = Math.min(corpus.size, most);
  const classOf = new Int32Array(corpus.size);
  order.forEach((token, place) => (classOf[token] = Math.min(place, size - 1)));
  const shares = new Float64Array(size * size);
  let pairs = 0;
  for (let d = 0; d < corpus.documents; d++) {
    const tokens = documentTokens(corpus, d);
    for (let i = 0; i + 1 < tokens.length; i++) {
      shares[classOf[tokens[i]] * size + classOf[tokens[i + 1]]] += 1;
      pairs += 1;
    }
  }
  if (pairs === 0) throw new RangeError('No pairs');
  const counts = Array.from({ length: size }, (_, row) =>
    Array.from(shares.subarray(row * size, (row + 1) * size)),
  );
  const columns = counts[0].map((_, col) => counts.reduce((n, row) => n + row[col], 0));
  const rows = new Float64Array(size);
  for (let k = 0; k < shares.length; k++) {
    shares[k] /= pairs;
    rows[Math.floor(k / size)] += shares[k];
  }
  return {
    size,
    shares,
    rows,
    floor: conditionalEntropy(counts),
    unigram: conditionalEntropy([columns]),
  };
}
