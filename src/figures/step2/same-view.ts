/** What the figure “The same numbers, twice” shows: its views, and where two numbers part. No DOM. */
import { MINUS } from '../../charts/index.ts';
import { Value } from '../../engine/autograd.ts';
import type { Apart, ParameterAt, Result, Twice } from '../../worker/protocol.ts';

export type Stage = 'digits' | 'runs';

export interface View {
  readonly stage: Stage;
  /** Which class of differences is opened; null for the largest difference. */
  readonly apart: number | null;
  /** The rate is as it is, or so many times that. */
  readonly times: number;
}

const START: View = { stage: 'digits', apart: null, times: 1 };

export const BEATS: readonly View[] = [
  START,
  { ...START, apart: 1 },
  { ...START, stage: 'runs' },
  { ...START, stage: 'runs' },
];

/** The beat that asks. */
export const ASKING = 2;
export const ANSWERS = ['all', 'some', 'none'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Names that both programs invent, at which temperature; stretches that the losses are cut into. */
export const NAMES = 20;
export const TEMPERATURE = 0.5;
export const STRETCHES = 40;
/** Rates that can be tried, in times of the recipe's own. */
export const TIMES = [1, 3] as const;

export type Digits = Result<'lastDigits'>;
export type Twins = Result<'twins'>;

/** The number that is shown in full: the farthest, or the example of a class. */
export function shownIn(digits: Digits, apart: number | null): (ParameterAt & Twice) | null {
  if (apart === null) return digits.farthest ?? digits.apart[0].example;
  return digits.apart[Math.min(apart, digits.apart.length - 1)].example;
}

export interface Split {
  /** What both have, and what only this one has. */
  readonly same: string;
  readonly differs: string;
}

/** Two numbers as they are written, cut where they begin to differ; with a true minus. */
export function split({ byHand, recorded }: Pick<Twice, 'byHand' | 'recorded'>): [Split, Split] {
  let at = 0;
  while (at < byHand.length && byHand[at] === recorded[at]) at += 1;
  const cut = (text: string): Split => ({
    same: text.slice(0, at).replace('-', MINUS),
    differs: text.slice(at).replace('-', MINUS),
  });
  return [cut(byHand), cut(recorded)];
}

/** What a class is called on the axis: `0`, `3–4`, `65+`. */
export const apartLabel = ({ from, to }: Apart): string =>
  to === null ? `${from}+` : to === from ? String(from) : `${from}–${to}`;

/** The largest difference between two losses on the way, while both are finite. */
export const largestApart = ({ stretches }: Pick<Twins, 'stretches'>): number =>
  stretches.reduce((most, { apart }) => (apart < Infinity ? Math.max(most, apart) : most), 0);

/** How many names of two lists are the same, place by place. */
export const agreeing = ({ byHand, recorded }: Twins['names']): number =>
  byHand.filter((name, i) => name === recorded[i]).length;

/** All of them, some or none: the answer to the question. */
export function answerOf(names: Twins['names']): Answer {
  const same = agreeing(names);
  return same === names.byHand.length ? 'all' : same > 0 ? 'some' : 'none';
}

/** `7.3e−17` */
export const tiny = (value: number): string =>
  value === 0 ? '0' : value.toExponential(1).replace('-', MINUS);

/** The same three numbers added in two orders, and a division in two ways: what the text quotes. */
export function roundings(): Record<string, string> {
  const [a, b, c] = [0.1, 0.2, 0.3];
  const d = 49;
  return {
    'same.left': String(a + b + c),
    'same.right': String(a + (b + c)),
    'same.d': String(d),
    'same.divided': String(d / d),
    'same.times': String(new Value(d).div(new Value(d)).data),
  };
}
