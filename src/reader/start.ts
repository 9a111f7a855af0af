import { DEFAULT_RECIPE } from '../engine/recipe.ts';
import { readKept, writeKept } from './keep.ts';
import { hasRecipe, readRecipe, writeRecipe } from './link.ts';
import { notify } from './notices.ts';
import { readerStore } from './state.ts';
import { recallText } from './texts.ts';

const KEY = 'mgv.recipe';

/**
 * Take up the recipe that the address names, or else the one kept from the page before; then keep
 * the address and the storage in step with what the reader does.
 */
export async function startRecipe(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const linked = hasRecipe(query);
  const { recipe, problems } = readRecipe(
    linked ? query : new URLSearchParams(readKept(KEY) ?? ''),
  );
  let { data } = recipe;
  if (data.kind === 'text' && !(await recallText(data.sha256))) {
    data = DEFAULT_RECIPE.data;
    if (linked) notify({ code: 'text-missing', values: {} });
  }
  if (linked)
    for (const { code, field, value } of problems) notify({ code, values: { field, value } });
  readerStore.setState({ recipe: { ...recipe, data } });

  readerStore.subscribe(({ recipe: now, lens }, before) => {
    if (now === before.recipe && lens === before.lens) return;
    const text = writeRecipe(now, lens).toString();
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${text ? `?${text}` : ''}${location.hash}`,
    );
    writeKept(KEY, writeRecipe(now, null).toString());
  });
}
