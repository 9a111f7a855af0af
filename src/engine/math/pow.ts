import { highWord, scale, truncated, withHighWord } from './bits.ts';

const TWO_53 = 9007199254740992;

/** log₂ 1.5 in two parts. */
const LOG2_1_5_HIGH = 5.84962487220764160156e-1;
const LOG2_1_5_LOW = 1.35003920212974897128e-8;

/** Best polynomial for the tail of (3/2)·(log(x) − 2s − ⅔s³) / s³ in s². */
const L1 = 5.99999999999994648725e-1;
const L2 = 4.28571428578550184252e-1;
const L3 = 3.33333329818377432918e-1;
const L4 = 2.72728123808534006489e-1;
const L5 = 2.30660745775561754067e-1;
const L6 = 2.06975017800338417784e-1;

/** 2 / (3 ln 2) whole and in two parts. */
const CP = 9.61796693925975554329e-1;
const CP_HIGH = 9.61796700954437255859e-1;
const CP_LOW = -7.02846165095275826516e-9;

/** 1 / ln 2 whole and in two parts. */
const IVLN2 = 1.442695040888963387;
const IVLN2_HIGH = 1.44269502162933349609;
const IVLN2_LOW = 1.92596299112661746887e-8;

/** ln 2 whole and in two parts. */
const LN2 = 6.93147180559945286227e-1;
const LN2_HIGH = 6.93147182464599609375e-1;
const LN2_LOW = -1.90465429995776804525e-9;

/** The polynomial of `exp`. */
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;

/** A number to about 70 bits: `high` has at most 21, `low` is what remains. */
interface Split {
  high: number;
  low: number;
}

/** log₂ x for finite x > 0, to about 2⁻⁶⁸ relative. */
function log2(x: number): Split {
  let n = 0;
  let word = highWord(x);
  if (word < 0x00100000) {
    x *= TWO_53;
    n = -53;
    word = highWord(x);
  }
  n += (word >> 20) - 1023;
  const fraction = word & 0x000fffff;
  word = fraction | 0x3ff00000;
  // Write x = 2ⁿ·b·(1+small) with b = 1 or 1.5, whichever is nearer by ratio.
  let base = 1;
  if (fraction > 0x3988e && fraction < 0xbb67a) base = 1.5;
  else if (fraction >= 0xbb67a) {
    n += 1;
    word -= 0x00100000;
  }
  x = withHighWord(x, word);

  // s = (x − b) / (x + b), as high + low.
  const numerator = x - base;
  const inverse = 1 / (x + base);
  const s = numerator * inverse;
  const sHigh = truncated(s);
  const sumHigh = truncated(x + base);
  const sumLow = x - (sumHigh - base);
  const sLow = inverse * (numerator - sHigh * sumHigh - sHigh * sumLow);

  // log(x/b) = (2/3)·s·(3 + s² + r), as high + low.
  const ss = s * s;
  let r = ss * ss * (L1 + ss * (L2 + ss * (L3 + ss * (L4 + ss * (L5 + ss * L6)))));
  r += sLow * (sHigh + s);
  const square = sHigh * sHigh;
  const seriesHigh = truncated(3 + square + r);
  const seriesLow = r - (seriesHigh - 3 - square);
  const u = sHigh * seriesHigh;
  const v = sLow * seriesHigh + seriesLow * s;
  const productHigh = truncated(u + v);
  const productLow = v - (productHigh - u);

  // log₂ x = n + log₂ b + log(x/b) / ln 2.
  const baseHigh = base === 1 ? 0 : LOG2_1_5_HIGH;
  const baseLow = base === 1 ? 0 : LOG2_1_5_LOW;
  const zHigh = CP_HIGH * productHigh;
  const zLow = CP_LOW * productHigh + productLow * CP + baseLow;
  const high = truncated(zHigh + zLow + baseHigh + n);
  return { high, low: zLow - (high - n - baseHigh - zHigh) };
}

/** log₂ x for |1 − x| ≤ 2⁻²⁰, where a huge exponent needs the series itself. */
function log2NearOne(x: number): Split {
  const t = x - 1;
  const w = t * t * (0.5 - t * (1 / 3 - t * 0.25));
  const u = IVLN2_HIGH * t;
  const v = t * IVLN2_LOW - w * IVLN2;
  const high = truncated(u + v);
  return { high, low: v - (high - u) };
}

/** 2^(high + low). */
function exp2(high: number, low: number): number {
  const z = high + low;
  if (z >= 1025) return Infinity;
  if (z <= -1080) return 0;
  const n = Math.abs(z) > 0.5 ? Math.floor(z + 0.5) : 0;
  const rest = high - n;
  const t = truncated(rest + low);
  const u = t * LN2_HIGH;
  const v = (low - (t - rest)) * LN2 + t * LN2_LOW;
  const r = u + v;
  const tail = v - (r - u);
  const rr = r * r;
  const c = r - rr * (P1 + rr * (P2 + rr * (P3 + rr * (P4 + rr * P5))));
  const y = 1 - ((r * c) / (c - 2) - (tail + r * tail) - r);
  return scale(y, n);
}

/** Is y an odd integer? Above 2⁵³ every double is even. */
function isOdd(y: number): boolean {
  const size = Math.abs(y);
  return size < TWO_53 && Math.floor(size) === size && size % 2 === 1;
}

/**
 * xʸ, by the rules of C and Python: pow(x, 0) = pow(1, y) = 1 whatever the other is,
 * and a negative base takes integer exponents only (else NaN).
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 2) return x * x;
  const size = Math.abs(x);
  if (Math.abs(y) === Infinity) {
    if (size === 1) return 1;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  const negative = x < 0 || Object.is(x, -0);
  const sign = negative && isOdd(y) ? -1 : 1;
  if (size === 0 || size === Infinity) {
    return sign * ((size === 0) === y < 0 ? Infinity : 0);
  }
  if (negative && Math.floor(y) !== y) return NaN;
  if (y === 0.5) return Math.sqrt(x);

  const nearOne = Math.abs(size - 1) <= 9.5367431640625e-7;
  const huge = Math.abs(y) > 2147483648;
  if (huge && !nearOne) return sign * (size > 1 === y > 0 ? Infinity : 0);
  const { high, low } = huge ? log2NearOne(size) : log2(size);
  const yHigh = truncated(y);
  return sign * exp2(yHigh * high, (y - yHigh) * high + y * low);
}
