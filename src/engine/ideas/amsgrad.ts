/**
 * A warning about Adam: S. J. Reddi, S. Kale and S. Kumar (2018) give a sequence of
 * straight lines on which it walks to the worst place there is, and a change that mends
 * it.
 */
import { adam, type Betas, type Moments } from '../adam.ts';
import { Value } from '../autograd.ts';
import { sgd } from '../sgd.ts';

/** Adam's memory, and the largest `v` that there has been. */
export interface LongMemory extends Moments {
  most: number[];
}

/**
 * AMSGrad: Adam without its correction, divided by the root of the largest running mean
 * that there has been, so that no step is ever scaled up again.
 */
// #region amsgrad
export function amsgrad(
  params: Value[],
  rate: number,
  { m, v, most }: LongMemory,
  { beta1, beta2, eps }: Betas,
) {
  params.forEach((p, i) => {
    const g = p.grad;
    m[i] = beta1 * m[i] + (1 - beta1) * g;
    v[i] = beta2 * v[i] + (1 - beta2) * (g * g);
    most[i] = Math.max(most[i], v[i]);
    const size = Math.sqrt(most[i]) + eps;
    p.data -= (rate * m[i]) / size;
  });
}
// #endregion amsgrad

/** Slopes of the lines, one a step: `large` first in every `period`, −1 otherwise. */
export interface Sequence {
  readonly large: number;
  readonly period: number;
}

/** The slope at step `t`, from 1. */
export const slopeAt = ({ large, period }: Sequence, t: number): number =>
  t % period === 1 ? large : -1;

/** What the slopes of a period add up to: above 0 the best place is −1, below it is +1. */
export const periodSum = ({ large, period }: Sequence): number => large - (period - 1);

export const WALKERS = ['adam', 'amsgrad', 'sgd'] as const;
export type Walker = (typeof WALKERS)[number];

/** The rate of the first step; at step t it is this over √t, as their theorem has it. */
export const FIRST_RATE = 0.5;

/** A walk from 0 between −1 and 1. */
export interface Walk {
  /** Places after each step, [steps]. */
  readonly places: Float64Array;
  /** Each step as it was before the walls, in units of its rate, [steps]. */
  readonly moves: Float64Array;
}

/** Follows the slopes of a sequence by one of the methods. */
export function walkAlong(
  sequence: Sequence,
  walker: Walker,
  betas: Betas,
  steps: number,
): Walk {
  const p = new Value(0);
  const memory: LongMemory = { m: [0], v: [0], most: [0] };
  const places = new Float64Array(steps);
  const moves = new Float64Array(steps);
  const plain = { ...betas, corrected: false };
  for (let t = 1; t <= steps; t++) {
    const rate = FIRST_RATE / Math.sqrt(t);
    const before = p.data;
    p.grad = slopeAt(sequence, t);
    if (walker === 'sgd') sgd([p], rate);
    else if (walker === 'adam') adam([p], rate, t, memory, plain);
    else amsgrad([p], rate, memory, betas);
    moves[t - 1] = (p.data - before) / rate;
    p.data = Math.max(-1, Math.min(1, p.data));
    places[t - 1] = p.data;
  }
  return { places, moves };
}
