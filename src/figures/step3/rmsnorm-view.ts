/** What the figure of the norm shows, what the norm does to a vector, and where it stands. */
import { Value } from '../../engine/autograd.ts';
import { rmsnorm } from '../../engine/layers.ts';
import { exp, log } from '../../engine/math.ts';
import { lengthOf } from '../../engine/vector.ts';
import type { Size } from '../frame.tsx';

/** The three places where a vector is normed, by what comes in. */
export const PLACES = ['embed', 'x0', 'middle'] as const;
export type Place = (typeof PLACES)[number];

export interface View {
  readonly place: Place;
  /** Which position's vector, from 0; null is the last. */
  readonly position: number | null;
  /** What it is multiplied by, as a power of ten. */
  readonly tens: number;
}

const START: View = { place: 'embed', position: 1, tens: 0 };

export const BEATS: readonly View[] = [
  START,
  START,
  START,
  { ...START, tens: 1 },
  { ...START, tens: -3 },
  { ...START, place: 'x0' },
];

/** The beat that asks how long the output is when ten times the vector comes in. */
export const ASKS = 2;
/** What it can be answered, as multiples of the output's length. */
export const ANSWERS = [10, 1, 0.1] as const;
export type Answer = (typeof ANSWERS)[number];

/** The powers of ten that the slider reaches, and its steps in each. */
export const TENS = { least: -6, most: 3, steps: 10 };

const LN10 = log(10);
export const timesOf = (tens: number): number => exp(tens * LN10);
const log10 = (x: number): number => log(x) / LN10;

/** The engine's own norm, over plain numbers. */
export const normed = (x: ArrayLike<number>): number[] =>
  rmsnorm(Array.from(x, (xi) => new Value(xi))).map(({ data }) => data);

export const scaled = (x: ArrayLike<number>, times: number): number[] =>
  Array.from(x, (xi) => xi * times);

/** A number written short: three figures, or a power of ten where it is very small or large. */
export function shortly(x: number): string {
  if (x === 0 || !Number.isFinite(x)) return x === 0 ? '0' : '–';
  const size = Math.abs(x);
  if (size >= 1e5 || size < 1e-3) {
    const [digits, power] = x.toExponential(1).split('e');
    return `${digits} × 10${raised(Number(power))}`;
  }
  return size >= 100 ? x.toFixed(0) : x.toPrecision(3);
}

const SMALL = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (power: number): string =>
  (power < 0 ? '⁻' : '') +
  Array.from(String(Math.abs(power)), (digit) => SMALL[Number(digit)]).join('');

/** A power of ten as it stands on an axis: plain where that is short. */
export const tenText = (ten: number): string =>
  ten === 0 ? '1' : ten > 0 && ten < 4 ? `1${'0'.repeat(ten)}` : `10${raised(ten)}`;

/** A factor, without zeros at its end. */
export function factorText(x: number): string {
  const text = shortly(x);
  return text.includes('×') ? text.replace('.0 ×', ' ×') : String(Number(text));
}

export interface NormLayout {
  /** Left and right edge of the columns of both rows of bars, px. */
  readonly left: number;
  readonly right: number;
  /** Base line of the letters' lengths, and how tall the longest is; 0 where there is no room. */
  readonly lengths: number;
  readonly tall: number;
  /** Zero lines of the bars that come in and go out, and how far they may reach. */
  readonly before: number;
  readonly after: number;
  readonly reach: number;
  /** The curve of lengths: its frame. */
  readonly curve: { readonly top: number; readonly bottom: number };
}

const LENGTHS = { head: 18, bar: 50, foot: 36 };
const TITLE = 20;
const CURVE = { most: 118, foot: 18, least: 66 };

/** Lengths by letter, the vector before and after, and length by factor, from top to bottom. */
export function normLayout({ width, height }: Size, scale: number): NormLayout {
  const lines = (2 * TITLE + 6) * scale;
  const strip = (LENGTHS.head + LENGTHS.bar + LENGTHS.foot) * scale;
  const full = height >= strip + lines + 90 * scale;
  const low = (LENGTHS.foot + 16) * scale;
  const top = full ? strip : low;
  const rest = height - top - lines;
  const curve =
    rest > (CURVE.least + 70) * scale
      ? Math.max(CURVE.least * scale, Math.min(CURVE.most * scale, rest * 0.36))
      : 0;
  const each = (rest - curve - (curve > 0 ? TITLE * scale : 0)) / 2;
  const before = top + TITLE * scale + each / 2;
  const after = before + each + (TITLE + 3) * scale;
  return {
    left: 0,
    right: width,
    lengths: top - LENGTHS.foot * scale,
    tall: full ? LENGTHS.bar * scale : 12 * scale,
    before,
    after,
    reach: Math.max(6, each / 2 - 2),
    curve: {
      top: height - curve,
      bottom: curve > 0 ? height - CURVE.foot * scale : height - curve,
    },
  };
}

/** Bars up and down from a zero line; what would reach farther is cut off. */
export function signedBars(
  x: ArrayLike<number>,
  zero: number,
  per: number,
  { left, right, reach }: Pick<NormLayout, 'left' | 'right' | 'reach'>,
): string {
  const pitch = (right - left) / Math.max(1, x.length);
  return Array.from(x, (xi, i) => {
    const tall = Math.max(-reach, Math.min(reach, (xi / per) * reach));
    const at = left + pitch * (i + 0.12);
    return `M${at.toFixed(1)} ${zero.toFixed(1)}v${(-tall).toFixed(1)}h${(pitch * 0.76).toFixed(1)}v${tall.toFixed(1)}`;
  }).join('');
}

/** Length of the input and of the output for each factor, as powers of ten. */
export interface LengthCurve {
  readonly tens: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

const POINTS = 45;

export function lengthCurve(x: ArrayLike<number>): LengthCurve {
  const tens = Array.from(
    { length: POINTS + 1 },
    (_, i) => TENS.least + ((TENS.most - TENS.least) * i) / POINTS,
  );
  const long = lengthOf(x);
  return {
    tens,
    before: tens.map((ten) => log10(long * timesOf(ten))),
    after: tens.map((ten) => log10(lengthOf(normed(scaled(x, timesOf(ten)))))),
  };
}
