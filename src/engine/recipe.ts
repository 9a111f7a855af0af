import type { Optimizer, Training } from './network.ts';
import type { Sizes } from './parameters.ts';
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

/** What a network is and how it learns. The numbers an optimizer lacks are not used. */
export interface NetworkSettings {
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

const MLP: NetworkSettings = {
  embd: 16,
  heads: 1,
  layers: 1,
  block: 16,
  optimizer: 'sgd',
  rate: 1,
  schedule: 'linear',
  beta1: 0.85,
  beta2: 0.99,
  eps: 1e-8,
};

/** The settings of the reference programs. */
export const DEFAULT_NETWORKS: Readonly<Record<Exclude<Model, 0>, NetworkSettings>> = {
  1: MLP,
  2: MLP,
  3: { ...MLP, rate: 0.1 },
  4: { ...MLP, rate: 0.1, heads: 4 },
  5: { ...MLP, rate: 0.01, heads: 4, optimizer: 'adam' },
};

/** The settings that mean something to a model, by the first model that has them. */
export const FIRST_MODEL = {
  embd: 1,
  rate: 1,
  schedule: 1,
  optimizer: 2,
  beta1: 2,
  beta2: 2,
  eps: 2,
  block: 3,
  heads: 4,
  layers: 4,
} as const satisfies Record<keyof NetworkSettings, Model>;

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

/** Why a recipe cannot train. The words for it are the page's. */
export interface RecipeFault {
  field: keyof NetworkSettings;
  reason:
    | 'not-whole' // not a whole number
    | 'out-of-range' // not a number, or outside its limits
    | 'unknown' // none of the names there are
    | 'not-divisible'; // heads do not divide the width
}

const WHOLE = ['embd', 'heads', 'layers', 'block'] as const;
const REAL = ['rate', 'beta1', 'beta2', 'eps'] as const;
const OPTIMIZERS: readonly unknown[] = ['sgd', 'momentum', 'rmsprop', 'adam'];
const SCHEDULES: readonly unknown[] = ['linear', 'constant', 'inverse', 'cosine'];

/**
 * All settings of a recipe's network: its own where they mean something to the model,
 * the model's for the rest. Null for a model of counts.
 */
export function settingsOf(recipe: Recipe): NetworkSettings | null {
  const { model } = recipe;
  if (model === 0) return null;
  const own: Record<string, unknown> = {};
  for (const [field, first] of Object.entries(FIRST_MODEL)) {
    const value = recipe[field as keyof NetworkSettings];
    if (value !== undefined && model >= first) own[field] = value;
  }
  return { ...DEFAULT_NETWORKS[model], ...own };
}

/** What is wrong with a recipe's network; nothing, if it can train. */
export function faultsOf(recipe: Recipe): RecipeFault[] {
  const settings = settingsOf(recipe);
  if (settings === null) return [];
  const faults: RecipeFault[] = [];
  for (const field of WHOLE) {
    const { min, max } = LIMITS[field];
    if (!(settings[field] >= min && settings[field] <= max))
      faults.push({ field, reason: 'out-of-range' });
    else if (!Number.isInteger(settings[field]))
      faults.push({ field, reason: 'not-whole' });
  }
  for (const field of REAL) {
    const { min, max } = LIMITS[field];
    if (!(settings[field] >= min && settings[field] <= max))
      faults.push({ field, reason: 'out-of-range' });
  }
  if (!OPTIMIZERS.includes(settings.optimizer))
    faults.push({ field: 'optimizer', reason: 'unknown' });
  if (!SCHEDULES.includes(settings.schedule))
    faults.push({ field: 'schedule', reason: 'unknown' });
  if (faults.length === 0 && settings.embd % settings.heads !== 0)
    faults.push({ field: 'heads', reason: 'not-divisible' });
  return faults;
}

/** The sizes and the training of a recipe's network; null for a model of counts. */
export function networkOf(
  recipe: Recipe,
  vocab: number,
): { sizes: Sizes; training: Training } | null {
  const settings = settingsOf(recipe);
  if (recipe.model === 0 || settings === null) return null;
  const { embd, heads, layers, block, rate, schedule } = settings;
  return {
    sizes: { model: recipe.model, vocab, embd, heads, layers, block },
    training: { optimizer: optimizerOf(settings), rate, schedule, steps: recipe.steps },
  };
}

function optimizerOf({ optimizer, beta1, beta2, eps }: NetworkSettings): Optimizer {
  switch (optimizer) {
    case 'sgd':
      return { kind: 'sgd' };
    case 'momentum':
      return { kind: 'momentum', beta1 };
    case 'rmsprop':
      return { kind: 'rmsprop', beta2, eps };
    case 'adam':
      return { kind: 'adam', beta1, beta2, eps };
  }
}
