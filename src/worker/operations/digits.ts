/** Two numbers compared to their last bits. */
import type { Twice } from '../protocol.ts';

const bits = new DataView(new ArrayBuffer(8));

/** All numbers of float64 in order: neighbours differ by 1, and 0 and −0 are one. */
function rank(x: number): bigint {
  bits.setFloat64(0, x);
  const raw = bits.getBigInt64(0);
  return raw < 0n ? -(raw & 0x7fff_ffff_ffff_ffffn) : raw;
}

/** How many steps it is from one number of float64 to another: 0 only for equals. */
export function unitsApart(x: number, y: number): number {
  const apart = rank(x) - rank(y);
  return Number(apart < 0n ? -apart : apart);
}

/** Significant digits that tell any two numbers of float64 apart. */
const FULL = 17;

/** In full, with 17 significant digits: `-0.020054782818613965`. */
export function inFull(x: number): string {
  if (x === 0 || !Number.isFinite(x)) return String(x);
  const size = Math.abs(x);
  // Numbers far from 1 keep their power of ten.
  if (size < 1e-6 || size >= 1e9) return x.toExponential(FULL - 1);
  return x.toPrecision(FULL);
}

export const twice = (byHand: number, recorded: number): Twice => ({
  byHand: inFull(byHand),
  recorded: inFull(recorded),
  units: unitsApart(byHand, recorded),
});
