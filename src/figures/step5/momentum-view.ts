/** What the figure of the running mean shows at each beat, and how it is laid out. No DOM. */
import { shareAt } from '../../engine/moving-mean.ts';

export interface View {
  /** Which of the parameters that are offered. */
  readonly who: number;
  readonly beta: number;
  /** The name in hand, or one past a third of the run. */
  readonly day: number | 'middle';
  /** The mean is drawn over the gradients. */
  readonly mean: boolean;
}

/** The beat that asks how much is left of a mean over everything. */
export const ASKS = 2;
/** The slider’s positions: from no memory to a thousand names or so. */
export const BETAS = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99, 0.995, 0.999] as const;
/** A memory so long that only what all names agree on is left. */
export const LONG = 0.99;

export const beatsOf = (beta1: number): readonly View[] => [
  { who: 0, beta: 0, day: 'middle', mean: false },
  { who: 0, beta: beta1, day: 'middle', mean: true },
  { who: 0, beta: beta1, day: 'middle', mean: true },
  { who: 0, beta: LONG, day: 'middle', mean: true },
  { who: 0, beta: beta1, day: 'middle', mean: true },
];

/** Positions of the slider with the program’s own among them, in order. */
export const betasWith = (own: number): readonly number[] =>
  [...new Set([...BETAS, own])].toSorted((a, b) => a - b);

export const nearestBeta = (betas: readonly number[], beta: number): number =>
  betas.reduce(
    (best, one, i) => (Math.abs(one - beta) < Math.abs(betas[best] - beta) ? i : best),
    0,
  );

/** How many names a mean is about: 1 / (1 − β). */
export const memoryOf = (beta: number): number => 1 / (1 - beta);

/** Shares that are too small to be seen are not drawn. */
const SEEN = 0.004;

/** What each name up to `day` still weighs in the mean, the latest first. */
export function sharesOf(beta: number, day: number): number[] {
  const shares: number[] = [];
  const first = 1 - beta;
  for (let age = 0; age < day; age++) {
    const share = shareAt(beta, age);
    if (share < SEEN * first) break;
    shares.push(share);
  }
  return shares;
}

export interface MomentumLayout {
  readonly top: number;
  readonly bottom: number;
  /** The weights of the past under it. */
  readonly shares: { readonly top: number; readonly bottom: number };
  readonly axis: number;
}

const HEAD = 20;
const AXIS = 24;

export function momentumLayout(height: number, scale: number): MomentumLayout {
  const free = height - (2 * HEAD + AXIS) * scale;
  const top = HEAD * scale;
  const bottom = top + free * 0.74;
  const below = bottom + HEAD * scale;
  return {
    top,
    bottom,
    shares: { top: below, bottom: below + free * 0.26 },
    axis: height - AXIS * scale,
  };
}
