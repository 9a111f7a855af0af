/** An angle as a number of quarter turns and a remainder high + low, |high| ≤ π/4. */
export interface Angle {
  /** Quarter turns, modulo 4. */
  turns: number;
  high: number;
  low: number;
}

const TWO_OVER_PI = 6.36619772367581382433e-1;
/** π/2 in three parts; the first two have trailing zeros, so n · part is exact. */
const PART_1 = 1.57079632673412561417;
const PART_2 = 6.0771005063039659766e-11;
const PART_3 = 2.02226624879595063154e-21;
const QUARTER_PI = 7.85398163397448279e-1;
/** Up to here n · PART_1 and n · PART_2 are exact. */
const MODERATE = 1647099;
/** If less than this is left, too many leading bits have cancelled. */
const CANCELLED = 9.5367431640625e-7;

/** Takes whole quarter turns out of a finite angle. */
export function quarterTurns(x: number): Angle {
  if (Math.abs(x) <= QUARTER_PI) return { turns: 0, high: x, low: 0 };
  if (Math.abs(x) > MODERATE) return exactQuarterTurns(x);
  const n = Math.floor(x * TWO_OVER_PI + 0.5);
  const first = x - n * PART_1;
  const second = n * PART_2;
  const rest = first - second;
  const third = n * PART_3 - (first - rest - second);
  const high = rest - third;
  if (Math.abs(high) < CANCELLED) return exactQuarterTurns(x);
  return { turns: n & 3, high, low: rest - high - third };
}

/**
 * Bits after the binary point in `exactQuarterTurns`: the largest double has 1,024
 * before.
 */
const BITS = 1280n;
let halfPi: bigint | undefined;

/** π/2 · 2^BITS, by Machin's formula π/4 = 4 atan(1/5) − atan(1/239) (1706). */
function machin(): bigint {
  const guard = 32n;
  const arctan = (inverse: bigint) => {
    let term = (1n << (BITS + guard)) / inverse;
    let sum = term;
    for (let k = 3n; term !== 0n; k += 2n) {
      term = -term / (inverse * inverse);
      sum += term / k;
    }
    return sum;
  };
  return (2n * (4n * arctan(5n) - arctan(239n))) >> guard;
}

/**
 * The same in exact integers, for huge angles and for those almost on a quarter turn.
 */
function exactQuarterTurns(x: number): Angle {
  halfPi ??= machin();
  const scaled = fromNumber(x);
  // The integer nearest to x / (π/2), rounded down from x / (π/2) + ½.
  const twice = 2n * scaled + halfPi;
  let turns = twice / (2n * halfPi);
  if (twice < 0n) turns -= 1n;
  const rest = scaled - turns * halfPi;
  const high = toNumber(rest);
  return { turns: Number(turns & 3n), high, low: toNumber(rest - fromNumber(high)) };
}

/** x · 2^BITS; exact for any double above 2⁻¹²²⁷. */
function fromNumber(x: number): bigint {
  let shift = BITS;
  while (Math.floor(x) !== x) {
    x *= 2;
    shift -= 1n;
  }
  return BigInt(x) << shift;
}

/** v / 2^BITS for |v| < 2^BITS, to full precision unless the result is below 2⁻⁴⁵⁰. */
function toNumber(v: bigint): number {
  return Number(v >> (BITS - 512n)) / Number(1n << 512n);
}
