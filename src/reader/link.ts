/**
 * The recipe as a link, which is also how it is kept: only what differs from the default stands in it, every value is checked,
 * and what cannot be used is said and left out, never guessed.
 */
import * as v from 'valibot';
import { DEFAULT_RECIPE, LIMITS, type DataRef, type Recipe } from '../engine/recipe.ts';
import { CHOICES, DEFAULT_NETWORKS, faultsOf, FIRST_MODEL } from '../engine/settings.ts';

/** What was wrong with a value of a link or of storage; the page has words for each code. */
export interface RecipeProblem {
  readonly code: 'newer' | 'unreadable' | 'bad-value' | 'text-missing';
  readonly field: string;
  readonly value: string;
}

/** How a field is written and read. */
interface Field {
  /** Its name in a link. */
  readonly key: string;
  readonly schema: v.GenericSchema<string, unknown>;
  readonly write: (value: never) => string;
}

const field = <T>(
  key: string,
  schema: v.GenericSchema<string, T>,
  write: (value: T) => string = String,
): Field => ({ key, schema, write: write as Field['write'] });

type Range = { readonly min: number; readonly max: number };

const whole = (key: string, { min, max }: Range): Field =>
  field(
    key,
    v.pipe(
      v.string(),
      v.regex(/^\d+$/),
      v.transform(Number),
      v.safeInteger(),
      v.minValue(min),
      v.maxValue(max),
    ),
  );

const real = (key: string, { min, max }: Range): Field =>
  field(
    key,
    v.pipe(
      v.string(),
      v.regex(/^[\d.]+(e-?\d+)?$/i),
      v.transform(Number),
      v.minValue(min),
      v.maxValue(max),
    ),
  );

const choice = (key: string, names: readonly string[]): Field => field(key, v.picklist(names));

const yesOrNo = (key: string): Field =>
  field(
    key,
    v.pipe(
      v.picklist(['yes', 'no']),
      v.transform((text) => text === 'yes'),
    ),
    (yes) => (yes ? 'yes' : 'no'),
  );

const writtenData = (data: DataRef): string =>
  data.kind === 'text' ? `text:${data.sha256}` : data.id;

const RUN = {
  seed: whole('seed', LIMITS.seed),
  steps: whole('steps', LIMITS.steps),
  heldOut: whole('held', LIMITS.heldOut),
  data: field<DataRef>(
    'data',
    v.union([
      v.pipe(
        v.string(),
        v.regex(/^text:[0-9a-f]{64}$/),
        v.transform((s): DataRef => ({ kind: 'text', sha256: s.slice('text:'.length) })),
      ),
      v.pipe(
        v.string(),
        v.regex(/^[a-z0-9-]{1,64}$/),
        v.transform((id): DataRef => ({ kind: 'builtin', id })),
      ),
    ]),
    writtenData,
  ),
} as const;

/** What a network is and how it learns; a model of counts has none of these. */
const NETWORK: Readonly<Record<keyof typeof FIRST_MODEL, Field>> = {
  embd: whole('embd', LIMITS.embd),
  heads: whole('heads', LIMITS.heads),
  layers: whole('layers', LIMITS.layers),
  block: whole('block', LIMITS.block),
  optimizer: choice('opt', CHOICES.optimizer),
  rate: real('lr', LIMITS.rate),
  schedule: choice('decay', CHOICES.schedule),
  beta1: real('b1', LIMITS.beta1),
  beta2: real('b2', LIMITS.beta2),
  eps: real('eps', LIMITS.eps),
  corrected: yesOrNo('corr'),
  zeroing: yesOrNo('zero'),
  activation: choice('act', CHOICES.activation),
  norm: choice('norm', CHOICES.norm),
  postNorm: yesOrNo('post'),
  residual: yesOrNo('res'),
  position: yesOrNo('pos'),
  scaled: yesOrNo('root'),
  wiring: field(
    'wire',
    v.pipe(
      v.string(),
      v.regex(/^(-|\d+)(\.(-|\d+))*$/),
      v.transform((text) => text.split('.').map((head) => (head === '-' ? -1 : Number(head)))),
    ),
    (wiring) => wiring.map((head) => (head < 0 ? '-' : head)).join('.'),
  ),
};

const MODEL = whole('model', { min: 0, max: 5 });
const FIELDS: Readonly<Record<string, Field>> = { model: MODEL, ...RUN, ...NETWORK };
const OURS = new Set(['v', ...Object.values(FIELDS).map(({ key }) => key)]);

/** Does a field mean anything to a model? */
const means = (name: string, model: number): boolean =>
  !(name in NETWORK) || FIRST_MODEL[name as keyof typeof FIRST_MODEL] <= model;

/**
 * Read a recipe from a link's query. Unknown keys are ignored; a bad value gives that of `base`.
 * `pinned`: the page is about the model of `base` alone, and what was said of the network of
 * another means nothing here.
 */
export function readRecipe(
  query: URLSearchParams,
  base: Recipe = DEFAULT_RECIPE,
  pinned = false,
): { recipe: Recipe; problems: RecipeProblem[] } {
  const problems: RecipeProblem[] = [];
  const version = query.get('v');
  if (version !== null && version !== '1') {
    const newer = /^\d+$/.test(version) && Number(version) > 1;
    problems.push({ code: newer ? 'newer' : 'unreadable', field: 'v', value: version });
  }
  const refuse = (key: string): void =>
    void problems.push({ code: 'bad-value', field: key, value: query.get(key)!.slice(0, 40) });
  const found: Record<string, unknown> = {};
  for (const [name, { key, schema }] of Object.entries(FIELDS)) {
    const value = query.get(key);
    if (value === null) continue;
    const parsed = v.safeParse(schema, value);
    if (parsed.success) found[name] = parsed.output;
    else refuse(key);
  }
  const model = (found['model'] ?? base.model) as Recipe['model'];
  const foreign = pinned && model !== base.model;
  for (const name of Object.keys(NETWORK)) if (foreign || !means(name, model)) delete found[name];
  if (pinned) delete found['model'];
  const read = (): Recipe => ({ ...base, ...found });
  // What is right by itself may be wrong together: heads that don't divide the width.
  for (const { field: name } of faultsOf(read())) {
    if (!(name in found)) continue;
    refuse(FIELDS[name].key);
    delete found[name];
  }
  return { recipe: faultsOf(read()).length === 0 ? read() : base, problems };
}

/** Does a query name a recipe at all? */
export const hasRecipe = (query: URLSearchParams): boolean =>
  [...query.keys()].some((key) => OURS.has(key));

/** Is this one of the keys that a link of ours has? */
export const isOurs = (key: string): boolean => key === 'name' || OURS.has(key);

/** The query of a link to this recipe, and to the name under the lens: what `base` does not say. */
export function writeRecipe(
  recipe: Recipe,
  lens: string | null,
  base: Recipe = DEFAULT_RECIPE,
): URLSearchParams {
  const { model } = recipe;
  const standard: Partial<Recipe> = model === 0 ? {} : DEFAULT_NETWORKS[model];
  const usual: Partial<Recipe> = { ...standard, ...base };
  const query = new URLSearchParams();
  for (const [name, { key, write }] of Object.entries(FIELDS)) {
    const value = recipe[name as keyof Recipe];
    const other = usual[name as keyof Recipe];
    if (value == null || !means(name, model)) continue;
    const text = write(value as never);
    if (other == null || text !== write(other as never)) query.set(key, text);
  }
  if (query.size > 0) query.set('v', String(recipe.version));
  if (lens !== null) query.set('name', lens);
  return query;
}
