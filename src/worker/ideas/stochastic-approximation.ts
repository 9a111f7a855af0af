/** The questions of the page on stochastic approximation: a part of `protocol.ts`. */
import type { Steps, Trial } from '../../engine/ideas/stochastic-approximation.ts';
import type { Recipe } from '../../engine/recipe.ts';

/** How far many hunts are from the root, by the steps they take. */
export interface HuntErrors {
  steps: Steps;
  /** Root mean square of x − root at each trial asked for. */
  error: number[];
}

/** A run of Step 1's network by one sequence of steps, from one first rate. */
export interface RateRun {
  steps: Steps;
  rate: number;
  /** Names read, and held-out nats there. */
  measured: number[];
  nats: number[];
  /** The step that left numbers which are not finite; null if none did. */
  ended: number | null;
}

export interface StochasticOperations {
  /** Many hunts for the root of one noisy curve, each with its own noise. */
  hunts: {
    input: {
      trial: Trial;
      steps: Steps[];
      /** First step a₁, where a hunt starts, and trials it has. */
      first: number;
      start: number;
      trials: number;
      hunts: number;
      seed: number;
      /** Trials after which the distance is taken, ascending. */
      at: number[];
    };
    result: { errors: HuntErrors[] };
  };
  /** The network of Step 1 by the same sequences of steps, from several first rates. */
  rateRuns: {
    input: { recipe: Recipe; steps: Steps[]; rates: number[]; measureAt: number[] };
    result: { runs: RateRun[] };
  };
}
