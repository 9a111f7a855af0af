import { scale } from './bits.ts';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const ONE_OVER_LN2 = 1.442695040888963387;
/** Beyond these the result is no finite double, or is nearer to 0 than to any. */
const OVERFLOW = 709.782712893383973096;
const UNDERFLOW = -745.13321910194110842;

/** Best polynomial for r·(eʳ + 1) / (eʳ − 1) in r², |r| ≤ ½ ln 2. */
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;

/**
 * eˣ. ∞ above 709.78, 0 below −745.13.
 *
 * x = k·ln 2 + r, and eʳ = 1 + 2r / (R(r) − r) with R a polynomial in r².
 */
export function exp(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : NaN;
  if (x < UNDERFLOW) return 0;
  // Here the method gives the double above e, which would be noticed.
  if (x === 1) return Math.E;

  const k =
    Math.abs(x) > 0.5 * (LN2_HIGH + LN2_LOW) ? Math.floor(x * ONE_OVER_LN2 + 0.5) : 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const rr = r * r;
  const c = r - rr * (P1 + rr * (P2 + rr * (P3 + rr * (P4 + rr * P5))));
  const y = 1 + ((r * c) / (2 - c) - low + high);
  return k === 0 ? y : scale(y, k);
}
