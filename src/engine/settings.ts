import { ACTIVATIONS } from './activations.ts';
import { isWiring, REFERENCE_DESIGN, type Design } from './design.ts';
import type { Optimizer, Training } from './network.ts';
import type { Sizes } from './parameters.ts';
import { LIMITS, type Model, type NetworkSettings, type Recipe } from './recipe.ts';

const MLP: NetworkSettings = {
  ...REFERENCE_DESIGN,
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
  corrected: true,
  zeroing: true,
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
  activation: 1,
  embd: 1,
  rate: 1,
  schedule: 1,
  optimizer: 2,
  beta1: 2,
  beta2: 2,
  eps: 2,
  corrected: 2,
  zeroing: 2,
  block: 3,
  position: 3,
  norm: 3,
  postNorm: 3,
  residual: 3,
  scaled: 3,
  wiring: 3,
  heads: 4,
  layers: 4,
} as const satisfies Record<keyof NetworkSettings, Model>;

/** Why a recipe cannot train. The words for it are the page's. */
export interface RecipeFault {
  field: keyof NetworkSettings | (typeof RUN)[number];
  reason:
    | 'not-whole' // not a whole number
    | 'out-of-range' // not a number, or outside its limits
    | 'unknown' // none of the names there are
    | 'not-divisible' // heads do not divide the width
    | 'not-wiring'; // not a head, or −1, for each place of each layer; or a head twice
}

/** Fields of every recipe, of the table of counts too. */
const RUN = ['seed', 'steps', 'heldOut'] as const;
const WHOLE = ['embd', 'heads', 'layers', 'block'] as const;
const REAL = ['rate', 'beta1', 'beta2', 'eps'] as const;
const YES_OR_NO = [
  'corrected',
  'zeroing',
  'position',
  'postNorm',
  'residual',
  'scaled',
] as const;
/** The names that a field can take. */
export const CHOICES = {
  optimizer: ['sgd', 'momentum', 'rmsprop', 'adam'],
  schedule: ['linear', 'constant', 'inverse', 'cosine'],
  norm: ['rms', 'layer', 'none'],
  activation: Object.keys(ACTIVATIONS) as Design['activation'][],
} as const satisfies {
  [field in keyof NetworkSettings]?: readonly NetworkSettings[field][];
};

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

/** What is wrong with a recipe; nothing, if it can train. */
export function faultsOf(recipe: Recipe): RecipeFault[] {
  const faults: RecipeFault[] = RUN.flatMap((field) =>
    rangeFault(field, recipe[field], true),
  );
  const settings = settingsOf(recipe);
  if (settings === null) return faults;
  for (const field of WHOLE) faults.push(...rangeFault(field, settings[field], true));
  for (const field of REAL) faults.push(...rangeFault(field, settings[field], false));
  for (const field of Object.keys(CHOICES) as (keyof typeof CHOICES)[]) {
    const names: readonly string[] = CHOICES[field];
    if (!names.includes(settings[field])) faults.push({ field, reason: 'unknown' });
  }
  for (const field of YES_OR_NO) {
    if (typeof settings[field] !== 'boolean') faults.push({ field, reason: 'unknown' });
  }
  if (faults.length > 0) return faults;
  const { embd, heads, layers, wiring } = settings;
  if (embd % heads !== 0) faults.push({ field: 'heads', reason: 'not-divisible' });
  if (wiring !== null && !isWiring(wiring, heads, layers))
    faults.push({ field: 'wiring', reason: 'not-wiring' });
  return faults;
}

function rangeFault(
  field: (typeof RUN | typeof WHOLE | typeof REAL)[number],
  value: number,
  whole: boolean,
): RecipeFault[] {
  const { min, max } = LIMITS[field];
  if (!(value >= min && value <= max)) return [{ field, reason: 'out-of-range' }];
  return whole && !Number.isInteger(value) ? [{ field, reason: 'not-whole' }] : [];
}

/** The sizes and the training of a recipe's network; null for a model of counts. */
export function networkOf(
  recipe: Recipe,
  vocab: number,
): { sizes: Sizes; training: Training } | null {
  const settings = settingsOf(recipe);
  if (recipe.model === 0 || settings === null) return null;
  const { embd, heads, layers, block, rate, schedule, zeroing } = settings;
  const { steps } = recipe;
  const optimizer = optimizerOf(settings);
  const design = designOf(settings);
  return {
    sizes: { model: recipe.model, vocab, embd, heads, layers, block, design },
    training: { optimizer, rate, schedule, steps, zeroing },
  };
}

function designOf(settings: NetworkSettings): Design {
  const { position, norm, postNorm, residual, scaled, activation, wiring } = settings;
  return { position, norm, postNorm, residual, scaled, activation, wiring };
}

/** An optimizer with the numbers that it uses. */
export function optimizerOf(
  settings: Pick<
    NetworkSettings,
    'optimizer' | 'beta1' | 'beta2' | 'eps' | 'corrected'
  >,
): Optimizer {
  const { optimizer, beta1, beta2, eps, corrected } = settings;
  switch (optimizer) {
    case 'sgd':
      return { kind: 'sgd' };
    case 'momentum':
      return { kind: 'momentum', beta1 };
    case 'rmsprop':
      return { kind: 'rmsprop', beta2, eps };
    case 'adam':
      return { kind: 'adam', beta1, beta2, eps, corrected };
  }
}
