/** How a number’s making is written: the few terms that weigh most, and the rest as one. No DOM. */
import type { Made } from './whole-made.ts';
import type { Cell } from './whole-tensor.ts';

export interface Term {
  readonly a: Cell;
  readonly b: Cell | null;
  /** Their values, and what the term comes to. */
  readonly x: number;
  readonly y: number;
  readonly amount: number;
}

export interface Written {
  readonly terms: readonly Term[];
  /** How many are not written out, and what they come to together. */
  readonly more: number;
  readonly rest: number;
}

/** The terms that weigh most, in the order of the sum, and the others together. */
export function written(
  { terms, how, own }: Made,
  valueOf: (cell: Cell) => number,
  most: number,
): Written {
  const all = terms.map(({ a, b }): Term => {
    const x = valueOf(a);
    const y = b ? valueOf(b) : 1;
    return { a, b, x, y, amount: x * y };
  });
  if (how === 'norm') return { terms: [all[own]], more: 0, rest: 0 };
  if (how === 'softmax') {
    const highest = [...all.keys()].toSorted((i, j) => all[j].x - all[i].x);
    return split(all, new Set([own, ...highest.filter((i) => i !== own)].slice(0, most)));
  }
  return split(all, new Set(order(all).slice(0, most)));
}

/** Places of terms, the weightiest first. */
const order = (terms: readonly Term[]): number[] =>
  [...terms.keys()].toSorted((i, j) => Math.abs(terms[j].amount) - Math.abs(terms[i].amount));

function split(all: readonly Term[], kept: ReadonlySet<number>): Written {
  const rest = all.filter((_, i) => !kept.has(i));
  return {
    terms: all.filter((_, i) => kept.has(i)),
    more: rest.length,
    rest: rest.reduce((sum, { amount }) => sum + amount, 0),
  };
}
