/**
 * From a value to a level of ink. Levels are whole numbers, so that cells of one colour can share
 * one path and one CSS class: 0 is exactly paper, 32 (or ±16) is full ink.
 */

/** Levels of the sequential ramp above paper; classes `c-seq-1` … `c-seq-32`. */
export const SEQUENTIAL_LEVELS = 32;
/** Levels of the diverging ramp on each side; classes `c-div-p1` …, `c-div-n1` …. */
export const DIVERGING_LEVELS = 16;
/** Ink of the smallest value that is not zero: one must be seen not to be nothing. */
export const FLOOR = 0.07;

export type Scale = 'sqrt' | 'linear';

/** Ink in 0…1 for a magnitude; exactly 0 for zero and for what is not a number. */
export function ink(magnitude: number, max: number, scale: Scale): number {
  if (!(magnitude > 0) || !(max > 0)) return 0;
  const share = Math.min(1, magnitude / max);
  return FLOOR + (1 - FLOOR) * (scale === 'sqrt' ? Math.sqrt(share) : share);
}

/** Level 0…32 of a magnitude; never 0 for what is above zero. */
export function sequentialLevel(value: number, max: number, scale: Scale = 'sqrt'): number {
  const amount = ink(value, max, scale);
  return amount === 0 ? 0 : Math.max(1, Math.round(amount * SEQUENTIAL_LEVELS));
}

/** Level −16…16 of a signed number; never 0 for what is not zero. */
export function divergingLevel(value: number, max: number, scale: Scale = 'linear'): number {
  const amount = ink(Math.abs(value), max, scale);
  if (amount === 0) return 0;
  return Math.sign(value) * Math.max(1, Math.round(amount * DIVERGING_LEVELS));
}

export type RampName = 'sequential' | 'diverging';

/** The level function of a ramp, with its usual scale. */
export function levelOf(ramp: RampName, max: number, scale?: Scale): (value: number) => number {
  return ramp === 'diverging'
    ? (value) => divergingLevel(value, max, scale ?? 'linear')
    : (value) => sequentialLevel(value, max, scale ?? 'sqrt');
}

/** CSS class that fills with a level's colour. */
export function levelClass(ramp: RampName, level: number): string {
  if (ramp === 'sequential') return `c-seq-${level}`;
  return level < 0 ? `c-div-n${-level}` : `c-div-p${level}`;
}

/** Largest magnitude among finite values; 0 for none. */
export function largest(values: ArrayLike<number>): number {
  let top = 0;
  for (let i = 0; i < values.length; i++) {
    const magnitude = Math.abs(values[i]);
    if (magnitude > top && magnitude < Infinity) top = magnitude;
  }
  return top;
}
