/**
 * The recipe as a link, which is also how it is kept: only what differs from the default stands in it, every value is checked,
 * and what cannot be used is said and left out, never guessed.
 */
import * as v from 'valibot';
import { DEFAULT_RECIPE, LIMITS, type DataRef, type Recipe } from '../engine/recipe.ts';

/** What was wrong with a value of a link or of storage; the page has words for each code. */
export interface RecipeProblem {
  readonly code: 'newer' | 'unreadable' | 'bad-value' | 'text-missing';
  readonly field: string;
  readonly value: string;
}

const whole = ({ min, max }: { min: number; max: number }) =>
  v.pipe(
    v.string(),
    v.regex(/^\d+$/),
    v.transform(Number),
    v.safeInteger(),
    v.minValue(min),
    v.maxValue(max),
  );

const FIELDS = {
  seed: whole(LIMITS.seed),
  steps: whole(LIMITS.steps),
  heldOut: whole(LIMITS.heldOut),
  data: v.union([
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
} as const;

type Field = keyof typeof FIELDS;

/** Names of the fields in a link. */
const SHORT: Record<Field, string> = {
  seed: 'seed',
  steps: 'steps',
  heldOut: 'held',
  data: 'data',
};

/** Read a recipe from a link's query. Unknown keys are ignored; a bad value gives the default. */
export function readRecipe(query: URLSearchParams): { recipe: Recipe; problems: RecipeProblem[] } {
  const problems: RecipeProblem[] = [];
  const version = query.get('v');
  if (version !== null && version !== '1') {
    const newer = /^\d+$/.test(version) && Number(version) > 1;
    problems.push({ code: newer ? 'newer' : 'unreadable', field: 'v', value: version });
  }
  const found: Partial<Record<Field, unknown>> = {};
  for (const field of Object.keys(FIELDS) as Field[]) {
    const value = query.get(SHORT[field]);
    if (value === null) continue;
    const parsed = v.safeParse(FIELDS[field] as v.GenericSchema<string, unknown>, value);
    if (parsed.success) found[field] = parsed.output;
    else problems.push({ code: 'bad-value', field: SHORT[field], value: value.slice(0, 40) });
  }
  return { recipe: { ...DEFAULT_RECIPE, ...found } as Recipe, problems };
}

const written = (data: DataRef): string => (data.kind === 'text' ? `text:${data.sha256}` : data.id);

const RECIPE_KEYS = ['v', ...Object.values(SHORT)];

/** Does a query name a recipe at all? */
export const hasRecipe = (query: URLSearchParams): boolean =>
  RECIPE_KEYS.some((key) => query.has(key));

/** Is this one of the keys that a link of ours has? */
export const isOurs = (key: string): boolean => key === 'name' || RECIPE_KEYS.includes(key);

/** The query of a link to this recipe, and to the name under the lens. */
export function writeRecipe(recipe: Recipe, lens: string | null): URLSearchParams {
  const query = new URLSearchParams();
  for (const field of ['seed', 'steps', 'heldOut'] as const) {
    if (recipe[field] !== DEFAULT_RECIPE[field]) query.set(SHORT[field], String(recipe[field]));
  }
  if (written(recipe.data) !== written(DEFAULT_RECIPE.data))
    query.set(SHORT.data, written(recipe.data));
  if (query.size > 0) query.set('v', String(recipe.version));
  if (lens !== null) query.set('name', lens);
  return query;
}
