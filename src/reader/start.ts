import { dataKey, DEFAULT_RECIPE, type Recipe } from '../engine/recipe.ts';
import { readKept, writeKept } from './keep.ts';
import { notify } from './notices.ts';
import { readerStore } from './state.ts';
import { recallText } from './texts.ts';

const KEY = 'mgv.recipe';
const DEFAULT_RECIPE_ID = dataKey(DEFAULT_RECIPE.data);

/** Reading and writing links is fetched when there is something to read or to write. */
const linking = () => import('./link.ts');

/** Is there such a list on this site? When nobody answers, it is taken to be there. */
const isServed = (base: string, id: string): Promise<boolean> =>
  fetch(`${base}data/${id}.txt`, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => true,
  );

/**
 * Take up the recipe that the address names, or else the one kept from the page before; then keep
 * the address and the storage in step with what the reader does. `standard` is the page's own
 * recipe: its model is what the page is about.
 */
export async function startRecipe(base: string, standard: Recipe): Promise<void> {
  const query = new URLSearchParams(location.search);
  const kept = new URLSearchParams(readKept(KEY) ?? '');
  if (query.size > 0 || kept.size > 0) await takeUp(query, kept, base, standard);
  else readerStore.setState({ recipe: standard });

  readerStore.subscribe((now, before) => {
    if (now.recipe !== before.recipe || now.lens !== before.lens) void keepInStep(standard);
  });
  const { recipe, lens } = readerStore.getState();
  if (query.size > 0 || recipe !== standard || lens !== null) await keepInStep(standard);
}

async function takeUp(
  query: URLSearchParams,
  kept: URLSearchParams,
  base: string,
  standard: Recipe,
): Promise<void> {
  const { hasRecipe, readRecipe } = await linking();
  // A link says all that differs from the default, so one with a name alone means the default run.
  const linked = hasRecipe(query) || query.has('name');
  const { recipe, problems } = readRecipe(linked ? query : kept, standard, true);
  let { data } = recipe;
  if (
    data.kind === 'builtin' &&
    data.id !== DEFAULT_RECIPE_ID &&
    !(await isServed(base, data.id))
  ) {
    notify({ code: 'bad-value', values: { field: 'data', value: data.id } });
    data = DEFAULT_RECIPE.data;
  }
  if (data.kind === 'text' && !(await recallText(data.sha256))) {
    data = DEFAULT_RECIPE.data;
    if (linked) notify({ code: 'text-missing', values: {} });
  }
  if (linked)
    for (const { code, field, value } of problems) notify({ code, values: { field, value } });
  readerStore.setState({ recipe: { ...recipe, data } });
}

/** The address says what is shown, and the next page will know it. */
async function keepInStep(standard: Recipe): Promise<void> {
  const { isOurs, writeRecipe } = await linking();
  // As things stand now: what was shown when this began may have changed meanwhile.
  const { recipe, lens } = readerStore.getState();
  const query = writeRecipe(recipe, lens, standard);
  for (const [key, value] of new URLSearchParams(location.search)) {
    if (!isOurs(key)) query.set(key, value);
  }
  const text = query.toString();
  const address = `${location.pathname}${text ? `?${text}` : ''}${location.hash}`;
  history.replaceState(history.state, '', address);
  writeKept(KEY, writeRecipe(recipe, null).toString());
}
