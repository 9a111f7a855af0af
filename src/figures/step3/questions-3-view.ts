/** The questions at the end of Step 3, and the answers to choose from. No DOM. */
import type { QuestionOption } from '../questions.tsx';
import { exchangedIn, nextAt } from './past-view.ts';

/** Numbers to choose from by size, the right one among them, each once as it is written. */
export function offered(
  right: number,
  others: readonly number[],
  written: (value: number) => string,
): (QuestionOption & { id: string })[] {
  const all = [...new Set([right, ...others].toSorted((a, b) => a - b).map(written))];
  return all.map((text) => ({ id: text, label: text }));
}

/** The position that is asked of: one with letters before it and after it, if there is any. */
export const middleOf = (positions: number): number => Math.max(1, Math.floor(positions / 2));

/** How many keys a position meets: scores stand up to its last one, and 0 where it cannot look. */
export const keysOf = (scores: readonly number[]): number =>
  scores.findLastIndex((score) => score !== 0) + 1;

export interface Texts {
  /** The first letter where the last one stood, and the last one where the first did. */
  readonly turned: readonly string[];
  /** The first letter exchanged for the symbol that comes next in the vocabulary. */
  readonly other: readonly string[];
}

/** Two texts that no network should take for the one of these letters; null where there are none. */
export function textsBeside(
  letters: readonly string[],
  tokens: readonly number[],
  labels: readonly string[],
  bos: number,
): Texts | null {
  const [first, last] = [letters[0], letters.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  return {
    turned: [last, ...letters.slice(1, -1), first],
    other: exchangedIn(letters, nextAt(1, null, tokens[0], bos, labels.length), labels),
  };
}

/** Of some texts, the only one that is answered as the own one is; null if there is not one. */
export function onlyEqual(apart: readonly number[]): number | null {
  const equal = apart.flatMap((by, i) => (by < 1e-9 ? [i] : []));
  return equal.length === 1 ? equal[0] : null;
}

/** Which letters of a text an answer depends on: `earlier` are all but the last. */
export const HEARD = ['none', 'last', 'earlier', 'all'] as const;
export type Heard = (typeof HEARD)[number];

/** From what an exchange of an earlier letter moves, and one of the last. */
export function heardOf(earlier: number, last: number): Heard {
  const moves = (by: number): boolean => Math.abs(by) > 1e-9;
  if (moves(last)) return moves(earlier) ? 'all' : 'last';
  return moves(earlier) ? 'earlier' : 'none';
}

type Matrix = readonly (readonly number[])[];

/** How many positions have in both readings the same numbers in all of these matrices. */
export function sameRows(one: readonly Matrix[], two: readonly Matrix[]): number {
  const rows = one[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, t) => t).filter((t) =>
    one.every((matrix, m) => matrix[t].every((value, i) => value === two[m][t]?.[i])),
  ).length;
}
