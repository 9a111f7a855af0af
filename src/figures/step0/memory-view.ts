/** What is shown at each beat of Fig. 0.8, and the small sums that its picture needs. */

/** The past beside the name's own: its last letter alone, one letter changed, or the reader's. */
export type Past = 'last' | 'changed' | readonly number[];
export type Part = 'pasts' | 'lengths' | 'floors';

export interface View {
  part: Part;
  past: Past;
}

export const BEATS: readonly View[] = [
  { part: 'pasts', past: 'last' },
  { part: 'pasts', past: 'changed' },
  { part: 'lengths', past: 'changed' },
  { part: 'floors', past: 'changed' },
];
/** The beat at which the reader guesses. */
export const GUESS_AT = 1;

/** Longest past that can be typed, and lengths drawn at most, in symbols. */
export const LONGEST_PAST = 12;
const LONGEST = 40;
/** Share of the table's names that the axis of lengths must reach. */
const REACH = 0.97;

/** A name without its last symbol; one symbol alone stays. */
export function contextOf(tokens: readonly number[]): number[] {
  const start = tokens.length > 1 ? tokens.slice(0, -1) : [...tokens];
  return start.slice(-LONGEST_PAST);
}

/** The second past: token ids below `letters`, never empty if the first is not. */
export function pastOf(past: Past, first: readonly number[], letters: number): number[] {
  if (first.length === 0) return [];
  const last = first[first.length - 1];
  if (past === 'last') return [last];
  if (past === 'changed') {
    const other = first[0] === letters - 1 ? Math.max(0, letters - 2) : letters - 1;
    return first.length === 1 ? [other, last] : [other, ...first.slice(1)];
  }
  const known = past.filter((token) => token < letters);
  return known.length > 0 ? known : [last];
}

/** Largest absolute difference between two distributions of equal size. */
export function largestGap(p: readonly number[], q: readonly number[]): number {
  return p.reduce((most, x, i) => Math.max(most, Math.abs(x - (q[i] ?? 0))), 0);
}

/** Index of the largest value, the first of equals; 0 for none. */
export function tallest(values: readonly number[]): number {
  return values.reduce((best, x, i) => (x > values[best] ? i : best), 0);
}

/** Last length worth drawing: all of the list's, nearly all of the table's. */
export function lastLength(data: readonly number[], model: readonly number[]): number {
  const list = data.reduce((last, share, length) => (share > 0 ? length : last), 0);
  let sum = 0;
  const table = model.findIndex((p) => (sum += p) >= REACH);
  return Math.max(3, Math.min(LONGEST, Math.max(list, table < 0 ? LONGEST : table)));
}

/** An outline of bars side by side, from the base line and back to it. */
export function stairs(
  values: readonly number[],
  x: (bin: number) => number,
  y: (value: number) => number,
): string {
  const round = (v: number): number => Math.round(v * 100) / 100;
  const steps = values.map((value, i) => `V${round(y(value))}H${round(x(i + 1))}`).join('');
  return `M${round(x(0))} ${round(y(0))}${steps}V${round(y(0))}`;
}
