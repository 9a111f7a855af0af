/** What the readable and the fast engine have in common. */
import type { Shape, Sizes } from './parameters.ts';
import type { Predict } from './sample.ts';
import type { Schedule } from './schedule.ts';

/** How parameters follow their gradients; the numbers are explained where they are used. */
export type Optimizer =
  | { readonly kind: 'sgd' }
  | { readonly kind: 'momentum'; readonly beta1: number }
  | { readonly kind: 'rmsprop'; readonly beta2: number; readonly eps: number }
  | {
      readonly kind: 'adam';
      readonly beta1: number;
      readonly beta2: number;
      readonly eps: number;
      /** Whether both means are corrected for having begun at zero; default: yes. */
      readonly corrected?: boolean;
    };

/** How a network is trained. */
export interface Training {
  readonly optimizer: Optimizer;
  /** The learning rate at the first step. */
  readonly rate: number;
  readonly schedule: Schedule;
  /** Length of the run, which a schedule needs to know. */
  readonly steps: number;
  /** Whether each document's gradient starts from zero; default: yes. */
  readonly zeroing?: boolean;
}

/** A network that can learn, of either engine. */
export interface Network {
  readonly sizes: Sizes;
  readonly shapes: readonly Shape[];
  /**
   * One step of training on one document, boundaries included; `step` counts from 0.
   * Returns its loss before the step, in nats per transition.
   */
  learn(tokens: ArrayLike<number>, step: number): number;
  /** The loss of a document, in nats per transition; nothing is learnt. */
  measure(tokens: ArrayLike<number>): number;
  /**
   * For one sample, or one reading: probabilities at a temperature, token by token, from
   * position 0 on. Past the block it throws a RangeError.
   */
  predictor(temperature?: number): Predict;
  /** A copy of all parameters, in the order of `shapes`. */
  parameters(): Float64Array;
}

/** How many transitions of a document a network reads. */
export function contextOf({ model, block }: Sizes, tokens: ArrayLike<number>): number {
  const n = tokens.length - 1;
  return model <= 2 ? n : Math.min(block, n);
}

/** @throws RangeError if a network that counts positions has no such position */
export function checkPosition({ model, block }: Sizes, position: number): void {
  if (model >= 3 && !(position < block)) {
    throw new RangeError(`Position ${position} is beyond a block of ${block}`);
  }
}

/** A sample of a network has at most this many tokens. */
export const sampleLimit = ({ model, block }: Sizes): number =>
  model <= 2 ? 16 : block;
