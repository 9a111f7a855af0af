/** Where things of the data set's picture stand, and what its dots say: no React in here. */
import type { Result } from '../../worker/protocol.ts';

export type Paint = 'plain' | 'ending' | 'split';
export type Order = 'file' | 'shuffled';

/** A run of documents in the shuffled order, from 0, half open. */
export interface Part {
  readonly kind: 'count' | 'heldOut' | 'rest';
  readonly from: number;
  readonly to: number;
}

/** What a run does with a list: counts the first documents, holds out the next, leaves the rest. */
export function partsOf(documents: number, steps: number, heldOut: number): Part[] {
  const counted = Math.min(steps, documents);
  const held = Math.min(counted + heldOut, documents);
  const parts: Part[] = [
    { kind: 'count', from: 0, to: counted },
    { kind: 'heldOut', from: counted, to: held },
    { kind: 'rest', from: held, to: documents },
  ];
  return parts.filter(({ from, to }) => to > from);
}

const INK = { count: 1, heldOut: 0.5, rest: 0 } as const;

/** Ink per dot, 0 to 1; undefined when all dots are alike. */
export function levelsOf(
  paint: Paint,
  overview: Result<'overview'> | undefined,
  ending: number,
  parts: readonly Part[],
): Float32Array | undefined {
  if (paint === 'split') {
    const levels = new Float32Array(parts.at(-1)?.to ?? 0);
    for (const { kind, from, to } of parts) levels.fill(INK[kind], from, to);
    return levels;
  }
  if (paint === 'plain' || !overview) return undefined;
  return Float32Array.from(overview.last, (token) => (token === ending ? 1 : 0));
}

/** Lengths `from` to `to` (included) and how many documents have one of them. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A histogram of at most `most` bins, all of one width, from the first length that occurs. */
export function binsOf(lengths: readonly number[], most: number): Bin[] {
  const first = lengths.findIndex((count) => count > 0);
  if (first < 0) return [];
  const width = Math.ceil((lengths.length - first) / most);
  const bins: Bin[] = [];
  for (let from = first; from < lengths.length; from += width) {
    const to = Math.min(from + width, lengths.length) - 1;
    const count = lengths.slice(from, to + 1).reduce((sum, n) => sum + n, 0);
    bins.push({ from, to, count });
  }
  return bins;
}
