/** Powers of ten: where they stand on a logarithmic axis, and how they are written. */
import { MINUS, fixed } from '../format.ts';
import type { Format } from '../types.ts';
import type { AxisKind } from './props.ts';

/** Can the value stand on such an axis? Zero and what is below it are on no logarithmic one. */
export const drawable = (kind: AxisKind | undefined, value: number): boolean =>
  Number.isFinite(value) && (kind !== 'log' || value > 0);

/** A domain that a logarithmic axis can have: above zero, from one power of ten to another. */
export function logDomain(values: readonly number[]): [number, number] {
  const above = values.filter((value) => drawable('log', value));
  if (above.length === 0) return [0.1, 1];
  const low = above.reduce((least, value) => Math.min(least, value));
  const high = above.reduce((most, value) => Math.max(most, value));
  const from = Math.floor(Math.log10(low));
  return [power(from), power(Math.max(from + 1, Math.ceil(Math.log10(high))))];
}

/** 10ⁿ as the literal would give it, which `10 ** n` is not for every n. */
const power = (exponent: number): number => Number(`1e${exponent}`);

/** Least distance of a tick from an end that is ticked too, in steps. */
const NEAR_END = 0.7;

/** Powers of ten within a domain, at most about so many, evenly apart; the domain's ends if asked. */
export function decades([low, high]: readonly number[], count: number, ends = false): number[] {
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  const step = Math.max(1, Math.ceil((to - from) / Math.max(1, count)));
  const even: number[] = [];
  for (let k = Math.ceil(from / step) * step; k <= to; k += step) even.push(k);
  if (!ends) return even.map(power);
  const inner = even.filter((k) => Math.min(k - from, to - k) >= NEAR_END * step);
  return [low, ...inner.map(power), high];
}

const RAISED = /^(.*10)\^(.+)$/;

/** `10^−12` in two parts, the second to be raised; null for other texts. */
export function raised(text: string): [base: string, exponent: string] | null {
  const found = RAISED.exec(text);
  return found ? [found[1], found[2]] : null;
}

/** Powers of ten as `10^−12`, which axes draw raised; other numbers in two figures. */
export const powerOfTen: Format = (value) => {
  if (value === 0) return '0';
  const exponent = Math.log10(Math.abs(value));
  const whole = Math.round(exponent);
  if (!Number.isFinite(exponent) || Math.abs(exponent - whole) > 1e-9) return short(value);
  const sign = value < 0 ? MINUS : '';
  if (whole >= -1 && whole <= 2) return sign + String(power(whole));
  return `${sign}10^${whole < 0 ? MINUS : ''}${Math.abs(whole)}`;
};

/** Two figures with a power of ten: `3.2e−9`. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return fixed(0)(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 0.1 && magnitude < 1000) return fixed(magnitude < 10 ? 2 : 0)(value);
  return value.toExponential(1).replace('+', '').replaceAll('-', MINUS);
}
