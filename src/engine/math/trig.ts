import { quarterTurns, type Angle } from './quarter-turns.ts';

/** Best polynomials for sin and cos on |x| ≤ π/4, in x². */
const S1 = -1.66666666666666324348e-1;
const S2 = 8.33333333332248946124e-3;
const S3 = -1.98412698298579493134e-4;
const S4 = 2.75573137070700676789e-6;
const S5 = -2.50507602534068634195e-8;
const S6 = 1.58969099521155010221e-10;
const C1 = 4.16666666666666019037e-2;
const C2 = -1.38888888888741095749e-3;
const C3 = 2.48015872894767294178e-5;
const C4 = -2.75573143513906633035e-7;
const C5 = 2.0875723212981748279e-9;
const C6 = -1.13596475577881948265e-11;

/**
 * sin(high + low), |high| ≤ π/4, `low` the part of the angle that `high` could not
 * hold.
 */
function sinKernel({ high: x, low }: Angle): number {
  const z = x * x;
  const w = z * z;
  const r = S2 + z * (S3 + z * S4) + z * w * (S5 + z * S6);
  const v = z * x;
  if (low === 0) return x + v * (S1 + z * r);
  return x - (z * (0.5 * low - v * r) - low - v * S1);
}

/** cos(high + low), |high| ≤ π/4. */
function cosKernel({ high: x, low }: Angle): number {
  const z = x * x;
  const w = z * z;
  const r = z * (C1 + z * (C2 + z * C3)) + w * w * (C4 + z * (C5 + z * C6));
  const half = 0.5 * z;
  const leading = 1 - half;
  return leading + (1 - leading - half + (z * r - x * low));
}

/** Sine of an angle in radians; NaN for ±∞. */
export function sin(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) < 7.450580596923828e-9) return x;
  const angle = quarterTurns(x);
  const odd = (angle.turns & 1) === 1;
  const value = odd ? cosKernel(angle) : sinKernel(angle);
  return (angle.turns & 2) === 0 ? value : -value;
}

/** Cosine of an angle in radians; NaN for ±∞. */
export function cos(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  const angle = quarterTurns(x);
  const odd = (angle.turns & 1) === 1;
  const value = odd ? sinKernel(angle) : cosKernel(angle);
  return ((angle.turns + 1) & 2) === 0 ? value : -value;
}
