/** What the table figure works out from numbers it is given; nothing here draws. */
import type { Cell } from '../../charts/index.ts';
import { monoWidth } from '../../charts/text.ts';

/** The first of the fullest boxes, or null while all are empty. Counts are `[size, size]`. */
export function fullest(counts: ArrayLike<number>, size: number): Cell | null {
  let best = -1;
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] > (best < 0 ? 0 : counts[best])) best = i;
  }
  return best < 0 ? null : [Math.floor(best / size), best % size];
}

export const sameCell = (a: Cell | null, b: Cell | null): boolean =>
  a !== null && b !== null && a[0] === b[0] && a[1] === b[1];

export interface ListRoom {
  /** Width of a row, px, and how many rows there are. */
  width: number;
  rows: number;
  /** Size of the mono text and the gap between names, px. */
  size: number;
  gap: number;
  /** Width kept at the end of the last row for “and 61 more”, px. */
  tail: number;
}

/** How many of the names, in order, fit in so many rows of running text. */
export function namesThatFit(names: readonly string[], room: ListRoom): number {
  let row = 1;
  let x = 0;
  for (const [i, name] of names.entries()) {
    const wide = Math.max(24, monoWidth(name, room.size));
    if (x > 0 && x + wide > room.width) {
      row += 1;
      x = 0;
    }
    const last = i === names.length - 1;
    const limit = room.width - (row === room.rows && !last ? room.tail : 0);
    if (row > room.rows || (row === room.rows && x + wide > limit)) return i;
    x += wide + room.gap;
  }
  return names.length;
}

/** Where two points are tied: the line between the rims of their marks. */
export function tie(
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  rims: readonly [from: number, to: number],
): string | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const long = Math.hypot(dx, dy);
  if (long <= rims[0] + rims[1]) return null;
  const at = (start: readonly number[], share: number, sign: number) =>
    `${round(start[0] + sign * dx * share)} ${round(start[1] + sign * dy * share)}`;
  return `M${at(from, rims[0] / long, 1)}L${at(to, rims[1] / long, -1)}`;
}

const round = (value: number) => Math.round(value * 100) / 100;
