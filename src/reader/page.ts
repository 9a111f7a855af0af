/**
 * What a figure needs to know of the page it stands on. The page provides it: at build from the
 * content's files, in the browser from the data that the build wrote into the page.
 */
import { createContext, useContext } from 'react';
import type { Recipe } from '../engine/recipe.ts';
import type { EngineSource } from './engine-source.ts';

/** Nested strings in ICU MessageFormat, as in content/<locale>/ui.json and figures/*.json. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

export interface PageContextValue {
  readonly locale: string;
  /** Path prefix of the site, ending in a slash. */
  readonly base: string;
  /** The messages under a top-level key and name, such as `figures`, `table`. */
  messages(group: string, name: string): MessageTree;
  readonly engine: EngineSource;
  /** What the page is written for: its model, with everything else at its default. */
  readonly recipe: Recipe;
  /** Makes live numbers known to the prose: `{ 'table.count': '53' }`. */
  readonly publish: (facts: Readonly<Record<string, string>>) => void;
}

export const PageContext = createContext<PageContextValue | null>(null);

export function usePage(): PageContextValue {
  const page = useContext(PageContext);
  if (!page) throw new Error('A figure was rendered outside a page.');
  return page;
}

/** Where a figure stands: its name, its section and its number on the page. */
export interface IslandPlace {
  readonly name: string;
  readonly section: string | null;
  readonly number: string;
}

export const IslandContext = createContext<IslandPlace>({ name: '', section: null, number: '' });
export const useIsland = (): IslandPlace => useContext(IslandContext);
