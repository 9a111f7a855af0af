/** What the figure “The price of each letter” shows, and its rulers. No DOM. */
import { exp, log } from '../../engine/math.ts';

export type Unit = 'nats' | 'bits';
export type Part = 'product' | 'curve' | 'sum';

export interface View {
  readonly part: Part;
  readonly unit: Unit;
  /** The chosen pair; null: the one that costs most. */
  readonly pair: number | null;
  /** A probability of the reader's own, chosen by dragging along the curve. */
  readonly free: number | null;
}

const START: View = { part: 'product', unit: 'nats', pair: null, free: null };

export const BEATS: readonly View[] = [
  START,
  { ...START, part: 'curve' },
  { ...START, part: 'sum' },
  { ...START, part: 'sum', unit: 'bits' },
];

/** Nats in one unit: the surprise of a tossed coin is one bit. */
export const NATS_IN: Readonly<Record<Unit, number>> = { nats: 1, bits: log(2) };

/** Place of the largest; the first of several. */
export function dearest(nats: readonly number[]): number {
  return nats.reduce((best, value, i) => (value > nats[best] ? i : best), 0);
}

/** Points of the price curve, probability and nats, from sure to a price of `most`. */
export function priceCurve(most: number, points = 90): [p: number, nats: number][] {
  return Array.from({ length: points + 1 }, (_, i) => {
    const nats = (most * i) / points;
    return [exp(-nats), nats];
  });
}

/** Probabilities 1, 1/2, 1/4 … whose price is at most `most`. */
export function halvings(most: number): number[] {
  const steps: number[] = [];
  for (let i = 0; i * log(2) <= most && i < 64; i++) steps.push(1 / 2 ** i);
  return steps;
}

/** About `count` round marks from 0 to `last`: steps of 1, 2 or 5 times a power of ten. */
export function rulerMarks(last: number, count: number): number[] {
  if (!(last > 0)) return [0];
  const rough = last / Math.max(1, count);
  let step = 1;
  while (step > rough) step /= 10;
  while (step * 10 <= rough) step *= 10;
  step *= rough / step > 5 ? 10 : rough / step > 2 ? 5 : rough / step > 1 ? 2 : 1;
  return Array.from({ length: Math.floor(last / step + 1e-9) + 1 }, (_, i) => i * step);
}

/** Powers of ten from 1 up to e^`nats`, at most about `count` of them, as exponents. */
export function oddsMarks(nats: number, count: number): number[] {
  const most = Math.floor(nats / log(10) + 1e-9);
  const apart = Math.max(1, Math.ceil(most / Math.max(1, count)));
  return Array.from({ length: Math.floor(most / apart) + 1 }, (_, i) => i * apart);
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number as raised digits: 12 is ¹². */
export const raised = (whole: number): string =>
  String(whole).replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));

/** Numbers below this are written out; above it as a power of ten. */
export const WRITTEN_OUT = 1e9;

/** Mantissa to two digits and exponent of a large number. */
export function powerOfTen(value: number): { mantissa: string; exponent: number } {
  let exponent = Math.floor(log(value) / log(10));
  let mantissa = (value / 10 ** exponent).toFixed(1);
  if (mantissa === '10.0') {
    mantissa = '1.0';
    exponent += 1;
  }
  return { mantissa, exponent };
}
