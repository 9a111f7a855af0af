/** The questions about what an optimizer makes of each gradient: a part of `protocol.ts`. */
import type { Ended, Recipe } from '../engine/index.ts';
import type { ParameterAt } from './network-protocol.ts';

/** A tensor's numbers by size, in fifths of a power of ten. */
export interface TensorSizes {
  tensor: string;
  /** Bin n holds what is at least 10^(n / 5) and less than 10^((n + 1) / 5). */
  first: number;
  counts: number[];
  /** Parameters that have no size: nothing has ever reached them. */
  none: number;
  /** Null if all are such. */
  median: number | null;
}

export interface AllSizes {
  tensors: TensorSizes[];
  none: number;
  /** A twentieth of all that have a size lies below, half, nineteen twentieths; or null. */
  spread: [low: number, median: number, high: number] | null;
}

/** A parameter at one step, which is counted from 1. */
export interface DiaryDay {
  day: number;
  /** Before the step. */
  value: number;
  gradient: number;
  /** Once the optimizer has seen the gradient. */
  m: number;
  v: number;
  step: number;
}

export interface DiaryBrief {
  /** The first day from the one asked about whose gradient was not 0; null if there is none. */
  next: DiaryDay | null;
  /** Steps whose gradient was not 0. */
  heard: number;
  /** Steps that moved it, and those of them whose gradient was 0. */
  moved: number;
  movedUnheard: number;
  /** How often a gradient had another sign than the one before it, as a share. */
  turned: number;
  /** For each β asked about, how large the running mean is beside the gradients. */
  left: number[];
  /** The step that was longest for its rate, |step| / rate. Null if none moved it. */
  longest: (DiaryDay & { times: number }) | null;
}

/** A step that went further than its rate. */
export interface Beyond {
  parameter: ParameterAt;
  day: number;
  /** |step| / rate. */
  times: number;
}

/** The signed steps of all parameters at one step, as multiples of its rate. */
export interface StepSizes {
  day: number;
  /** `counts[k]` parameters moved by what is nearest to (first + k) · width. */
  first: number;
  counts: number[];
  /** Parameters that did not move. */
  still: number;
  /** Least and greatest size among those that moved; null if none did. */
  least: number | null;
  most: number | null;
}

export interface OptimizerOperations {
  /** Root of the mean square gradient of each parameter, over the steps from `from` to `to`. */
  gradientSizes: {
    input: { recipe: Recipe; from: number; to: number };
    result: AllSizes & { from: number; to: number };
  };
  /**
   * What Adam multiplies each parameter's mean gradient by after a step, before the rate decays:
   * rate / (√v̂ + eps).
   */
  rates: { input: { recipe: Recipe; step: number }; result: AllSizes & { step: number } };
  /** What is to be said of the diaries of parameters in few numbers. */
  entries: {
    input: { recipe: Recipe; parameters: ParameterAt[]; from: number; betas?: number[] };
    result: { steps: number; ended: Ended | null; diaries: DiaryBrief[] };
  };
  /** How many parameters ever took a step longer than its rate, and the longest of all steps. */
  beyond: {
    input: { recipe: Recipe };
    result: { parameters: number; beyond: number; most: Beyond | null };
  };
  /** The first `count` steps of a run; `width` is that of the bins. */
  firstSteps: {
    input: { recipe: Recipe; count: number; width: number };
    result: { parameters: number; steps: StepSizes[] };
  };
}
