import { highWord, powerOfTwo } from './bits.ts';

/** ln 2 in two parts; the first has trailing zeros, so k · LN2_HIGH is exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const TWO_54 = 18014398509481984;
/** The high word of √½. */
const SQRT_HALF = 0x3fe6a09e;

/** Best polynomial for (log(1+f) − 2s) / s in s² = (f / (2+f))², |s| ≤ 0.1716. */
const L1 = 6.66666666666673513e-1;
const L2 = 3.999999999940941908e-1;
const L3 = 2.857142874366239149e-1;
const L4 = 2.222219843214978396e-1;
const L5 = 1.818357216161805012e-1;
const L6 = 1.531383769920937332e-1;
const L7 = 1.479819860511658591e-1;

/**
 * Natural logarithm. −∞ at 0, NaN below.
 *
 * x = 2ᵏ(1+f) with √½ < 1+f < √2, and log(1+f) is an odd series in s = f / (2+f).
 */
export function log(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return Infinity;

  // A subnormal number is scaled into the normal range first.
  const shift = x < 2.2250738585072014e-308 ? 54 : 0;
  const normal = shift === 0 ? x : x * TWO_54;
  const exponent = (highWord(normal) - SQRT_HALF) >> 20;
  const f = normal * powerOfTwo(-exponent) - 1;
  const k = exponent - shift;

  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const half = 0.5 * f * f;
  return s * (half + (even + odd)) + k * LN2_LOW - half + f + k * LN2_HIGH;
}
