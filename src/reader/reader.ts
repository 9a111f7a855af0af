import { useSyncExternalStore } from 'react';
import type { Recipe } from '../engine/recipe.ts';
import { useEngine } from './engine.ts';
import { usePage } from './page.ts';
import { INITIAL_STATE, readerStore, type ReaderState } from './state.ts';

/** Follow a part of the reader's state. At build, and while hydrating, it is the page's own. */
export function useReader<T>(select: (state: ReaderState) => T): T {
  const { recipe } = usePage();
  return useSyncExternalStore(
    readerStore.subscribe,
    () => select(readerStore.getState()),
    () => select({ ...INITIAL_STATE, recipe }),
  );
}

export const useRecipe = (): Recipe => useReader((state) => state.recipe);

/** The name under the lens: the reader's, or else the first document after the shuffle. */
export function useLens(): string {
  const chosen = useReader((state) => state.lens);
  const recipe = useRecipe();
  const { data } = useEngine('data', { recipe });
  return chosen ?? data?.head[0] ?? '';
}
