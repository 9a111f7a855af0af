/**
 * The search of H. Robbins and S. Monro, "A stochastic approximation method" (1951): an
 * unknown rising function is seen only through noisy trials, and the number is wanted
 * at which it reaches a given level.
 */
import type { Progress } from '../progress.ts';
import type { Random } from '../random.ts';

/** Sequences of steps a₁, a₂, …: see `stepAt`. */
export type Steps = 'constant' | 'inverse' | 'square' | 'linear';
export const STEPS: readonly Steps[] = ['constant', 'square', 'inverse', 'linear'];

/** The curve and its noise; the searcher knows neither. */
export interface Trial {
  /** The level that is looked for, between −1 and 1. */
  readonly level: number;
  /** Standard deviation of the noise. */
  readonly noise: number;
}

/** M(x) = x / (1 + |x|): rises everywhere, from −1 to 1. */
export const response = (x: number): number => x / (1 + Math.abs(x));

/** Where the curve reaches a level. */
export const rootOf = (level: number): number => level / (1 - Math.abs(level));

/** The n-th step, from 1, as a share of the first; only `linear` has an end. */
// #region steps
export function stepAt(steps: Steps, n: number, trials: number) {
  switch (steps) {
    case 'constant':
      return 1;
    case 'inverse':
      return 1 / n;
    case 'square':
      return 1 / (n * n);
    case 'linear':
      return Math.max(0, 1 - (n - 1) / trials);
  }
}
// #endregion steps

/** Sums of the first `trials` steps and of their squares, the first step being 1. */
export function stepSums(
  steps: Steps,
  trials: number,
): { sum: number; squares: number } {
  let sum = 0;
  let squares = 0;
  for (let n = 1; n <= trials; n++) {
    const a = stepAt(steps, n, trials);
    sum += a;
    squares += a * a;
  }
  return { sum, squares };
}

/** A trial at x: the curve there, and noise. */
export const tryAt = (x: number, { noise }: Trial, random: Random): number =>
  response(x) + random.gauss(0, noise);

export interface Hunt {
  /** [trials + 1]: where each trial was made, and where the last one led. */
  readonly x: Float64Array;
  /** [trials]: what each trial gave. */
  readonly y: Float64Array;
}

/** Toward the level: up after a trial below it, down after one above. */
// #region hunt
export function hunt(
  trial: Trial,
  steps: Steps,
  first: number,
  start: number,
  trials: number,
  random: Random,
): Hunt {
  const x = new Float64Array(trials + 1);
  const y = new Float64Array(trials);
  x[0] = start;
  for (let n = 1; n <= trials; n++) {
    y[n - 1] = tryAt(x[n - 1], trial, random);
    const a = first * stepAt(steps, n, trials);
    x[n] = x[n - 1] + a * (trial.level - y[n - 1]);
  }
  return { x, y };
}
// #endregion hunt

/** Of many hunts, the root mean square distance from the root after some trials. */
export function* huntErrors(
  trial: Trial,
  steps: Steps,
  first: number,
  start: number,
  trials: number,
  hunts: number,
  at: readonly number[],
  random: Random,
): Generator<Progress, number[]> {
  const squares = at.map(() => 0);
  const root = rootOf(trial.level);
  for (let h = 0; h < hunts; h++) {
    const { x } = hunt(trial, steps, first, start, trials, random);
    at.forEach((n, k) => {
      const away = x[n] - root;
      squares[k] += away * away;
    });
    yield { done: h + 1, total: hunts };
  }
  return squares.map((sum) => Math.sqrt(sum / hunts));
}
