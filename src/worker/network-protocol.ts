/** The questions about networks, and about all six models alike: a part of `protocol.ts`. */
import type { Ended, Floors, NetworkSettings, Recipe, RecipeFault } from '../engine/index.ts';

/** One number of a network. */
export interface ParameterAt {
  tensor: string;
  row: number;
  col: number;
}

/**
 * A way through the space of all parameters: along one of them, along several at once, each by
 * its own amount, or a random unit vector.
 */
export type Direction =
  ParameterAt | { several: (ParameterAt & { amount: number })[] } | { seed: number };

export interface TensorShape {
  name: string;
  rows: number;
  cols: number;
  /** Where its first number stands among all parameters. */
  from: number;
}

/** A tensor's numbers, [rows · cols] row by row; what was not asked for is null. */
export interface TensorState {
  value: Float64Array;
  /** By which the next step will go. */
  gradient: Float64Array | null;
  /** The optimizer's memories, as the next step finds them. */
  m: Float64Array | null;
  v: Float64Array | null;
}

/** What a loss is measured on. */
export interface Reading {
  text: string;
  tokens: number[];
  /** Symbols of the text that the data set does not have; they are left out. */
  unknown: string[];
}

/** Held-out nats per transition after some steps; both empty when no document is held out. */
export interface HeldOutPoints {
  steps: number[];
  nats: number[];
}

export interface Curve {
  /** Of every step, nats per transition before it, as far as the run went. */
  losses: Float64Array;
  heldOut: HeldOutPoints;
  heldOutDocuments: number;
  /** Null unless a number stopped being finite. */
  ended: Ended | null;
}

export interface GeneratedDraw {
  prev: number;
  next: number;
  /** The random number in [0, 1) that chose. */
  u: number;
  /** Of the token chosen, after temperature and top-k. */
  p: number;
  /** [V]: what it chose from, if asked for. */
  distribution: Float64Array | null;
}

export interface GeneratedName {
  /** The prompt included. */
  text: string;
  draws: GeneratedDraw[];
  /** False when the length limit cut it off. */
  ended: boolean;
  /** True when the data set has this document. */
  known: boolean;
}

/** One of the runs that are compared. */
export interface ComparedRun extends Curve {
  /** Held-out nats after the last step; null when no document is held out. */
  final: number | null;
  /** Empty if the run has come to a state that gives no distribution. */
  names: { text: string; known: boolean }[];
}

/** Parameters tried one by one, from place `from` on among all. */
export interface Nudges extends Reading {
  from: number;
  /** (loss up − loss down) / 2 eps, and the slope by the chain rule. */
  numerical: Float64Array;
  analytic: Float64Array;
  loss: number;
  parameters: number;
  /** How long trying took for these, and the chain rule for all parameters at once. */
  numericalMs: number;
  analyticMs: number;
}

/** A state of a run and what the loss is taken on: null is the document that the step reads. */
interface Place {
  recipe: Recipe;
  step: number;
  text: string | null;
}

/** Steps asked for are held to the run, and to its last good one if it breaks down. */
export interface NetworkOperations {
  /** What a recipe's network is made of. */
  network: {
    input: { recipe: Recipe };
    result: {
      settings: NetworkSettings;
      shapes: TensorShape[];
      parameters: number;
      labels: string[];
      bos: number;
    };
  };
  /** The network after a step, and the document that the next step reads. */
  weights: {
    input: {
      recipe: Recipe;
      step: number;
      /** Names of tensors, or of single rows (`mlp_fc1[5]`); null for all tensors. */
      tensors: string[] | null;
      gradients: boolean;
      memories: boolean;
    };
    result: {
      step: number;
      tensors: Record<string, TensorState>;
      document: string;
      tokens: number[];
      /** Of that document, nats per transition. */
      loss: number;
    };
  };
  /** A whole run, with its held-out loss at `points` steps. Any model. */
  curve: { input: { recipe: Recipe; points: number }; result: Curve };
  /** The held-out loss after some steps. Any model. */
  evaluate: {
    input: { recipe: Recipe; steps: number[] };
    result: HeldOutPoints & { bits: number[]; documents: number; floors: Floors };
  };
  /** What a model expects at each position of a text. Any model. */
  predict: {
    input: { recipe: Recipe; step: number; text: string; temperature: number };
    result: Reading & {
      step: number;
      labels: string[];
      /** Transitions read, T: all, or as many as the block takes. */
      read: number;
      /** [T · V], a row for each position. */
      p: Float64Array;
      /** Of what came, −ln p. */
      nats: number[];
      total: number;
      mean: number;
    };
  };
  /** New documents. Any model. */
  generate: {
    input: {
      recipe: Recipe;
      step: number;
      count: number;
      temperature: number;
      /** Only so many of the likeliest tokens; null for all. */
      topK: number | null;
      /** Null: go on with the run's own generator, as the reference programs do. */
      seed: number | null;
      /** What each begins with. */
      prompt: string;
      /** Whether each draw tells all that it chose from. */
      distributions: boolean;
    };
    result: { step: number; names: GeneratedName[]; unknown: string[] };
  };
  /** The loss along one parameter, all others held: `count` offsets from `from` to `to`. */
  slice: {
    input: Place & { along: ParameterAt; from: number; to: number; count: number };
    result: Reading & {
      step: number;
      value: number;
      loss: number;
      slope: number;
      offsets: Float64Array;
      losses: Float64Array;
    };
  };
  /** The loss along two directions at once, the same offsets along each. */
  plane: {
    input: Place & {
      along: readonly [Direction, Direction];
      from: number;
      to: number;
      count: number;
    };
    result: Reading & {
      step: number;
      loss: number;
      /** Along each direction. */
      slopes: [number, number];
      offsets: Float64Array;
      /** [count · count]: a row for each offset along the first direction. */
      losses: Float64Array;
    };
  };
  /** The gradient by trying, for `count` parameters from place `from` on, and by the chain rule. */
  nudges: {
    input: Place & { eps: number; from: number; count: number };
    result: Nudges & { step: number };
  };
  /** Some parameters over a whole run; a series is as long as the run went. */
  diary: {
    input: { recipe: Recipe; parameters: ParameterAt[] };
    result: {
      steps: number;
      ended: Ended | null;
      series: {
        value: Float64Array;
        gradient: Float64Array;
        m: Float64Array;
        v: Float64Array;
        step: Float64Array;
      }[];
    };
  };
  /** Two runs side by side, with samples from the same seed. Any model. */
  compare: {
    input: {
      recipe: Recipe;
      against: Recipe;
      points: number;
      count: number;
      temperature: number;
      seed: number;
    };
    result: {
      recipe: ComparedRun;
      against: ComparedRun;
      /** Final nats of `recipe` less those of `against`; null when either has none. */
      difference: number | null;
    };
  };
}

/** What has come since the last frame of a run that learns. */
export interface LearnFrame {
  step: number;
  /** Of the steps from `from` on. */
  from: number;
  losses: Float64Array;
  /** If not null, this frame is the last, and `step` is the last good one. */
  ended: Ended | null;
  /** The tensors asked for, after `step` steps. */
  tensors: Record<string, Float64Array>;
}

/** One complete run of a sweep. */
export interface SweptRun {
  /** Its place among the recipes of the sweep. */
  index: number;
  /** At most `points` numbers: means over stretches of equal length, in order. */
  losses: Float64Array;
  /** Nats at the end; null when no document is held out. */
  heldOut: number | null;
  ended: Ended | null;
  /** Its first samples, as the reference programs draw them; none from a run that broke down. */
  names: string[];
  /** Why it cannot train; then there is nothing else. */
  faults: RecipeFault[];
}

export interface SweepFrame {
  /** Runs finished since the last frame. */
  finished: SweptRun[];
  /** How many are still to come. */
  left: number;
}

export interface NetworkStreams {
  /** A run from step `from` to step `to`: a credit says how far, a frame how far it came. */
  learn: {
    input: { recipe: Recipe; from: number; to: number; tensors: string[] };
    frame: LearnFrame;
  };
  /**
   * Many complete runs, the nearest to `focus` (a place among them) first, those already known at
   * once. A credit may move the focus.
   */
  sweep: {
    input: { recipes: Recipe[]; focus: number; points: number };
    frame: SweepFrame;
  };
}
