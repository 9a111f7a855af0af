/** The questions of the page on Adam: a part of `protocol.ts`. */
import type { Walker } from '../../engine/ideas/amsgrad.ts';
import type { Recipe } from '../../engine/recipe.ts';

/** In the order in which they are drawn and told. */
export type Racer = 'sgd' | 'momentum' | 'rmsprop' | 'adam';

/** A ravine and what races in it. */
export interface Race {
  /** How many times as steep across as along, and the angle of its bed, degrees. */
  stretch: number;
  angle: number;
  /** By the ravine's own bed: along it and across it. It turns with the ravine. */
  start: [along: number, across: number];
  /** What the means keep: the first is momentum's too, the second RMSProp's. */
  beta1: number;
  beta2: number;
}

/** One optimizer's way at its best rate of those tried. */
export interface RaceWay {
  /** NaN if none is down. */
  rate: number;
  /** Until it is down and stays there; null: not within `most` at any rate. */
  steps: number | null;
  /** Places by the axes, [drawn + 1, 2]. */
  path: Float64Array;
}

export interface RaceWays {
  ways: Record<Racer, RaceWay>;
  /** Heights at the start, and that it must come below. */
  height: number;
  level: number;
}

/** How long each takes at each of several angles, or stretches; Infinity: longer than `most`. */
export interface RaceSteps {
  values: number[];
  most: number;
  steps: Record<Racer, number[]>;
}

/** A walk along slopes that are large once in a while. */
export interface SlopeWalks {
  /** Steps after which the walk is drawn: the ends of periods once there has been one. */
  steps: number[];
  places: Record<Walker, number[]>;
  /** The last period's steps in units of the rate: its first, and all others together. */
  last: Record<Walker, { first: number; others: number }>;
  /** What the slopes of a period add up to. */
  sum: number;
}

/** A complete run: held-out nats at its end, NaN if none is held out. */
export interface TurnedEnd {
  nats: number;
  ended: number | null;
  parameters: number;
}

export interface AdamOperations {
  /** Four optimizers, each at its best rate, from one start. */
  race: { input: Race & { drawn: number }; result: RaceWays };
  /** The same over all angles, or over all stretches. */
  raceSteps: {
    input: Race & { over: 'angle' | 'stretch'; values: number[] };
    result: RaceSteps;
  };
  slopeWalks: {
    input: { large: number; period: number; beta1: number; beta2: number };
    result: SlopeWalks;
  };
  /** The recipe's run along axes that are turned by as much as `angle`, degrees. */
  turnedRun: { input: { recipe: Recipe; angle: number }; result: TurnedEnd };
}
