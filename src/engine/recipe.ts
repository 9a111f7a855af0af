import type { Design } from './design.ts';
import type { Optimizer } from './network.ts';
import type { Schedule } from './schedule.ts';

/**
 * A recipe names a run completely: the same recipe gives the same numbers on any
 * machine. It is what links, storage, exports and tests pass around.
 */

/**
 * A data set: one that the site serves, or the reader's own text, named by its hash.
 */
export type DataRef =
  | { readonly kind: 'builtin'; readonly id: string }
  | { readonly kind: 'text'; readonly sha256: string };

/** Which of the six programs: 0 counts, 1 and 2 are an MLP, 3 to 5 a GPT. */
export type Model = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * What a network is and how it learns. The numbers an optimizer lacks are not used. The
 * fields of `Design` are what a chapter takes away: `activation` from model 1 on, the
 * others from model 3 on.
 */
export interface NetworkSettings extends Design {
  /** Width: how many numbers stand for a token. */
  readonly embd: number;
  /** Attention heads in a layer; from model 4 on. */
  readonly heads: number;
  /** Layers; from model 4 on. */
  readonly layers: number;
  /** The longest context, in tokens; from model 3 on. */
  readonly block: number;
  readonly optimizer: Optimizer['kind'];
  /** Learning rate at the first step. */
  readonly rate: number;
  readonly schedule: Schedule;
  /** How slowly the mean of the gradient forgets: momentum and Adam. */
  readonly beta1: number;
  /** How slowly the mean of its square forgets: RMSProp and Adam. */
  readonly beta2: number;
  /** What keeps their divisor from being zero. */
  readonly eps: number;
  /** Whether Adam corrects its means for having begun at zero. */
  readonly corrected: boolean;
  /** Whether each document's gradient starts from zero; from model 2 on. */
  readonly zeroing: boolean;
}

/**
 * Settings of a network that are left out are those of its model; a model of counts has
 * none.
 */
export interface Recipe extends Partial<NetworkSettings> {
  /** Version of this form; a reader of a newer version says so instead of guessing. */
  readonly version: 1;
  readonly model: Model;
  readonly data: DataRef;
  /** Seed of the generator that shuffles the documents and draws the samples. */
  readonly seed: number;
  /** Training steps; each reads one document. */
  readonly steps: number;
  /** Documents after the first `steps` that measure the run and never train it. */
  readonly heldOut: number;
}

export const DEFAULT_DATA: DataRef = { kind: 'builtin', id: 'names-us-2018' };

export const DEFAULT_RECIPE: Recipe = {
  version: 1,
  model: 0,
  data: DEFAULT_DATA,
  seed: 42,
  steps: 1000,
  heldOut: 3000,
};

/** Limits that a recipe must keep to, with what they are for. */
export const LIMITS = {
  /** Seeds are whole numbers that a float64 holds exactly. */
  seed: { min: 0, max: Number.MAX_SAFE_INTEGER },
  steps: { min: 1, max: 100_000 },
  heldOut: { min: 1, max: 100_000 },
  embd: { min: 1, max: 128 },
  heads: { min: 1, max: 128 },
  layers: { min: 1, max: 8 },
  block: { min: 1, max: 64 },
  rate: { min: 0, max: 100 },
  beta1: { min: 0, max: 0.999_999 },
  beta2: { min: 0, max: 0.999_999 },
  eps: { min: 1e-15, max: 1 },
} as const;

/** A short, stable name for a data set: its id or its hash. */
export const dataKey = (data: DataRef): string =>
  data.kind === 'builtin' ? data.id : data.sha256;
