/** What the figure of the nudges shows at each beat, and what its error curve says. No DOM. */
import type { CellAt, MatrixName } from './matrices.ts';

/** Amounts to nudge by: four in each power of ten, from 10⁻¹ down to 10⁻¹². */
export const EPS: readonly number[] = Array.from({ length: 45 }, (_, k) =>
  Number(`${[1, 5.6, 3.2, 1.8][k % 4]}e-${1 + Math.ceil(k / 4)}`),
);

/** The amounts that the story uses, by place. */
export const WIDE = 0;
/** 10⁻⁵, that of the program. */
export const PROGRAM = 16;

export interface View {
  /** The weight: one of those that the name's thread passes, or one of all. */
  readonly dial: MatrixName | CellAt;
  /** How far it is turned from where training has left it. */
  readonly offset: number;
  /** The amount to nudge by, as a place among `EPS`. */
  readonly eps: number;
  /** Up to where the picture goes: the curve, the slope by nudging, the error of every amount. */
  readonly shown: 'curve' | 'chord' | 'errors';
}

const START: View = { dial: 'mlp_fc2', offset: 0, eps: WIDE, shown: 'curve' };

export const BEATS: readonly View[] = [
  START,
  { ...START, shown: 'chord' },
  { ...START, shown: 'errors' },
  { ...START, shown: 'errors', eps: 40 },
  { ...START, shown: 'errors', eps: PROGRAM },
];

/** The beat that asks which amount is best. */
export const ASKS = 2;

/** How far a weight can be turned, each way. */
export const TURN = 2;

/**
 * The best amount by place: the one whose error, and those of its two neighbours, are lowest. A
 * single amount may be right by luck of rounding; its neighbours are not. Null if no error shows.
 */
export function bestOf(errors: ArrayLike<number>): number | null {
  let [best, least] = [-1, Infinity];
  for (let i = 1; i < errors.length - 1; i++) {
    const worst = Math.max(errors[i - 1], errors[i], errors[i + 1]);
    if (worst < least) [best, least] = [i, worst];
  }
  return least > 0 && least < Infinity ? best : null;
}

const median = (values: number[]): number | null =>
  values.length === 0 ? null : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

export interface Regimes {
  /** error ≈ c · ε², left by the bend of the curve; null where it does not show. */
  readonly truncation: number | null;
  /** error ≈ d / ε, left by rounding. */
  readonly rounding: number | null;
}

/** The two laws that the errors follow on either side of the best amount. */
export function regimesOf(errors: ArrayLike<number>, best: number | null): Regimes {
  if (best === null) return { truncation: null, rounding: null };
  const cubes: number[] = [];
  const shares: number[] = [];
  for (let i = 0; i < errors.length; i++) {
    if (!(errors[i] > 0 && errors[i] < Infinity)) continue;
    if (i < best - 1) cubes.push(errors[i] / EPS[i] ** 2);
    if (i > best + 3) shares.push(errors[i] * EPS[i]);
  }
  return {
    truncation: cubes.length >= 4 ? median(cubes) : null,
    rounding: shares.length >= 4 ? median(shares) : null,
  };
}

/** How many characters two numbers share at their beginning, written with so many decimals. */
export function sharedDigits(a: number, b: number, decimals: number): number {
  const [x, y] = [a.toFixed(decimals), b.toFixed(decimals)];
  let shared = 0;
  while (shared < x.length && x[shared] === y[shared]) shared++;
  return shared;
}

/** 3.9 · 10⁻¹² as its two parts; null for zero and what is not finite. */
export function inPowers(value: number): { factor: string; exponent: number } | null {
  if (!Number.isFinite(value) || value === 0) return null;
  const [factor, exponent] = value.toExponential(1).split('e');
  return { factor: factor.replace('-', '−').replace(/\.0$/, ''), exponent: Number(exponent) };
}
