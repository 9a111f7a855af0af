/** What the figure “From logits to probabilities” shows, and where its marks stand. No DOM. */
import { softmax } from '../../engine/by-hand.ts';
import { exp, log } from '../../engine/math.ts';
import { sum } from '../../engine/vector.ts';
import { MINUS, fixed } from '../../charts/index.ts';

/** How far the story has come: the scores alone, or what becomes of them. */
export type Reach = 'logits' | 'shares';

export interface View {
  readonly reach: Reach;
  /** The token just read; null is the first letter of the name. */
  readonly read: number | null;
  /** The column looked at; null is the likeliest. */
  readonly to: number | null;
  /** Added to every logit. */
  readonly shift: number;
  /** The reader has moved the logit looked at by so much. */
  readonly lift: number;
  /** What exp gives without subtracting the largest is drawn too. */
  readonly naive: boolean;
}

const START: View = {
  reach: 'logits',
  read: null,
  to: null,
  shift: 0,
  lift: 0,
  naive: false,
};

/** The beat that asks what adding to every logit does. */
export const ASKS = 3;
export const ADDED = 5;

export const BEATS: readonly View[] = [
  START,
  { ...START, reach: 'shares' },
  { ...START, reach: 'shares', lift: -2 },
  { ...START, reach: 'shares', shift: ADDED },
  { ...START, reach: 'shares', shift: ADDED },
  { ...START, reach: 'shares', shift: 710, naive: true },
];

/** Amounts to add: close together about zero, and about where exp leaves float64. */
export const SHIFTS: readonly number[] = [
  -760, -750, -745, -740, -700, -500, -200, -100, -50, -20, -10, -5, -2, -1, 0, 1, 2, 5, 10, 20, 50,
  100, 200, 500, 700, 701, 702, 703, 704, 705, 706, 707, 708, 709, 710, 720, 750,
];

/** An amount to add, as it is written. */
export const amount = fixed(0);

export interface Columns {
  /** The logits as they go in. */
  readonly z: readonly number[];
  readonly largest: number;
  /** exp(z − largest), and their sum. */
  readonly exps: readonly number[];
  readonly sum: number;
  readonly probs: readonly number[];
  /** exp(z), their sum, and the shares that these give. */
  readonly bare: readonly number[];
  readonly bareSum: number;
  readonly bareProbs: readonly number[];
}

/** The three rows for some logits, with an amount added to all; by the engine's own functions. */
export function columnsOf(logits: ArrayLike<number>, shift: number): Columns {
  const z = Array.from(logits, (value) => value + shift);
  const largest = Math.max(...z);
  const exps = z.map((value) => exp(value - largest));
  const bare = z.map((value) => exp(value));
  const bareSum = sum(bare);
  return {
    z,
    largest,
    exps,
    sum: sum(exps),
    probs: softmax(z),
    bare,
    bareSum,
    bareProbs: bare.map((value) => value / bareSum),
  };
}

/** The largest difference between two rows of probabilities. */
export const largestChange = (a: readonly number[], b: readonly number[]): number =>
  Math.max(0, ...a.map((value, i) => Math.abs(value - b[i])));

/**
 * Amounts from which on plain exp fails: their sum is no finite number any more; then the largest
 * of them is none.
 */
export function limits(logits: ArrayLike<number>): { sum: number; one: number } {
  const { largest, sum: total } = columnsOf(logits, 0);
  const most = log(Number.MAX_VALUE);
  return { sum: most - largest - log(total), one: most - largest };
}

/** What has become of the shares that plain exp gives. */
export type BareState = 'same' | 'sum' | 'one' | 'zero';

export function bareState({ bare, bareSum }: Columns): BareState {
  if (bareSum === 0) return 'zero';
  if (Number.isFinite(bareSum)) return 'same';
  return bare.some((value) => value === Infinity) ? 'one' : 'sum';
}

const two = fixed(2);
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Is a number written as a power of ten? */
export const isFar = (value: number): boolean =>
  Number.isFinite(value) && value !== 0 && (Math.abs(value) >= 1e4 || Math.abs(value) < 1e-3);

/** Numbers of any size in a few characters: 4.52, 1.8 × 10³⁰⁷, ∞, and NaN as the machine says it. */
export function sized(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? '0' : two(value);
  const [mantissa, power] = value.toExponential(1).split('e');
  if (!isFar(value)) return Math.abs(value) < 0.1 ? fixed(4)(value) : two(value);
  const raised = power
    .replace('+', '')
    .replace('-', '⁻')
    .replaceAll(/\d/g, (digit) => RAISED.charAt(Number(digit)));
  return `${mantissa.replace('-', MINUS)} × 10${raised}`;
}

export type BandName = 'logits' | 'exps' | 'bare' | 'probs';

/** A row of bars: its head, and where its values stand, px. */
export interface Band {
  readonly name: BandName;
  /** Baseline of the head's text. */
  readonly head: number;
  readonly top: number;
  readonly bottom: number;
  /** Values at the ends. */
  readonly low: number;
  readonly high: number;
}

export interface SoftmaxLayout {
  readonly width: number;
  readonly height: number;
  readonly pitch: number;
  readonly bar: number;
  readonly bands: readonly Band[];
  /** Baseline of the letters. */
  readonly letters: number;
  /** Low: a chosen value stands in its band's head and not over its bar. */
  readonly compact: boolean;
  /** Of the text, over the normal size. */
  readonly scale: number;
}

const HEAD = 22;
const LETTERS = 20;
/** Room for the number over the tallest bar, px. */
const NUMBER = 16;
/** A band lower than this has no number over its bars, px. */
const LOW = 84;
/** Shares of the height. */
const SHARE: Record<BandName, number> = { logits: 4, exps: 3, bare: 3, probs: 4 };
/** A logit can be dragged so far below the least and above the largest. */
const DRAG = { below: 1, above: 2 };

export function softmaxLayout(
  width: number,
  height: number,
  columns: Columns,
  original: ArrayLike<number>,
  shift: number,
  naive: boolean,
  scale = 1,
): SoftmaxLayout {
  const names: BandName[] = naive
    ? ['logits', 'bare', 'exps', 'probs']
    : ['logits', 'exps', 'probs'];
  const all = names.reduce((total, name) => total + SHARE[name], 0);
  const compact = height / names.length < LOW * scale;
  const head = (compact ? 17 : HEAD) * scale;
  const over = head + (compact ? 0 : NUMBER * scale);
  const letters = LETTERS * scale;
  const room = Math.max(1, height - letters - names.length * over);
  const plain = Array.from(original, (value) => value + shift);
  const least = Math.min(0, Math.min(...plain) - DRAG.below, ...columns.z);
  const most = Math.max(0, Math.max(...plain) + DRAG.above, ...columns.z);
  const ends: Record<BandName, [number, number]> = {
    logits: [least, most],
    exps: [0, 1],
    bare: [0, largestFinite(columns.bare)],
    probs: [0, Math.max(...columns.probs)],
  };
  let y = 0;
  const bands = names.map((name) => {
    const top = y + over;
    const bottom = top + (room * SHARE[name]) / all;
    const band = {
      name,
      head: y + head - (compact ? 4 : 7),
      top,
      bottom,
      low: ends[name][0],
      high: ends[name][1],
    };
    y = bottom;
    return band;
  });
  const pitch = width / Math.max(1, columns.z.length);
  const bar = Math.max(1, pitch - Math.max(1, Math.min(6, pitch * 0.28)));
  return { width, height, pitch, bar, bands, letters: y + letters - 5 * scale, compact, scale };
}

function largestFinite(values: readonly number[]): number {
  if (values.includes(Infinity)) return Number.MAX_VALUE;
  const most = Math.max(...values);
  return most > 0 ? most : 1;
}

/** Height of a value in its band, px from the top; ∞ is the band's upper end. */
export function heightOf({ top, bottom, low, high }: Band, value: number): number {
  if (Number.isNaN(value)) return bottom;
  const share = Math.max(0, Math.min(1, (value - low) / (high - low)));
  return bottom - share * (bottom - top);
}

/** And the value at a height. */
export const valueAt = ({ top, bottom, low, high }: Band, y: number): number =>
  low + ((bottom - y) / (bottom - top)) * (high - low);

/** Bars of some columns as one path, from zero to their values. */
export function barsPath(
  at: SoftmaxLayout,
  band: Band,
  values: readonly number[],
  which: (i: number) => boolean,
  grow = 0,
): string {
  const zero = heightOf(band, 0);
  return values
    .map((value, i) => {
      if (!which(i) || Number.isNaN(value)) return '';
      const x = (i + 0.5) * at.pitch - at.bar / 2 - grow;
      const y = heightOf(band, value);
      return `M${x.toFixed(1)} ${zero.toFixed(1)}V${y.toFixed(1)}h${(at.bar + 2 * grow).toFixed(1)}V${zero.toFixed(1)}z`;
    })
    .join('');
}
