import type { Optimizer, Training } from './network.ts';
import type { Sizes } from './parameters.ts';
import { LIMITS, type Model, type NetworkSettings, type Recipe } from './recipe.ts';

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
