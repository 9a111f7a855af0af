/** What the figure “Two ways back” shows. No DOM. */
import type { Result } from '../../worker/protocol.ts';

export interface View {
  /** The state of the run that the gradients are taken in. */
  readonly at: 'start' | 'trained';
  /** Is the one rule drawn yet, and are the numbers of both? */
  readonly rule: boolean;
  readonly numbers: boolean;
}

export const BEATS: readonly View[] = [
  { at: 'start', rule: false, numbers: false },
  { at: 'start', rule: true, numbers: false },
  { at: 'start', rule: true, numbers: true },
  { at: 'start', rule: true, numbers: true },
];
/** The beat that asks how many digits will agree. */
export const ASKING = 2;

/** Digits of a number of float64 written in full. */
export const DIGITS = 17;

/** Step 1's way back, in the order in which it is gone, and the one rule of Step 2. */
export const BY_HAND = ['analytic', 'pair', 'logits-back', 'linear-back', 'relu-back'] as const;
export const RULE = ['backward', 'topological'] as const;

export type Example = NonNullable<Result<'lastDigits'>['apart'][number]['example']>;

/** A number in full as its characters, each told whether it is one of the digits that count. */
export interface Written {
  /** The character, and its place among the significant digits from 1, or 0 for none. */
  marks: readonly { text: string; place: number }[];
}

export function written(number: string): Written {
  let place = 0;
  let begun = false;
  let over = false;
  const marks = number.split('').map((text) => {
    over ||= text === 'e';
    const digit = !over && text >= '0' && text <= '9';
    begun ||= digit && text !== '0';
    return { text: text === '-' ? '\u2212' : text, place: digit && begun ? ++place : 0 };
  });
  return { marks };
}

/** How many significant digits two numbers share, from the first on; all of them for equals. */
export function agreeing(x: string, y: string): number {
  if (x === y) return DIGITS;
  const [a, b] = [written(x).marks, written(y).marks];
  let shared = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i].text !== b[i].text) break;
    shared = Math.max(shared, a[i].place);
  }
  return shared;
}

/** So few steps of the last bit apart is near. */
const NEAR = 2;

/** How many parameters have two gradients that differ, and are near. */
export const nearOf = ({ apart }: Result<'lastDigits'>): number =>
  apart.reduce((sum, { from, to, count }) => {
    const near = from > 0 && to !== null && to <= NEAR;
    return near ? sum + count : sum;
  }, 0);

const size = ({ byHand }: Example): number => Math.abs(Number(byHand));

/**
 * Parameters to show: first the one that is asked about, the largest of those that differ, then
 * the one that is farthest off in units, then the largest that is the same to the last bit.
 */
export function examplesOf({ apart }: Result<'lastDigits'>): Example[] {
  const found = apart.flatMap(({ example }) => (example ? [example] : []));
  const differ = found.filter(({ units }) => units > 0).toSorted((p, q) => size(q) - size(p));
  const farthest = differ.toSorted((p, q) => q.units - p.units)[0];
  const same = found.filter((one) => one.units === 0 && size(one) > 0);
  return [...new Set([differ[0], farthest, differ[1], same[0]])].filter((one) => one !== undefined);
}

/** `mlp_fc2` is written fc2 on the pages. */
export const nameOf = ({ tensor, row, col }: Example): string =>
  `${tensor.replace('mlp_', '')}[${row}][${col}]`;
