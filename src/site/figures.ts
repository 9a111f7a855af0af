/** Every figure of the site by name; each is loaded when it comes near. */
import { createElement, type ComponentType } from 'react';

type Load = () => Promise<{ default: ComponentType }>;

export const FIGURES: Readonly<Record<string, Load>> = {
  loom: () => import('../figures/home/loom.tsx'),
  'data-set': () => import('../figures/step0/data-set.tsx'),
  tokens: () => import('../figures/step0/tokens.tsx'),
  table: () => import('../figures/step0/table.tsx'),
  model: () => import('../figures/step0/model.tsx'),
  feed: () => import('../figures/step0/feed.tsx'),
  surprise: () => import('../figures/step0/surprise.tsx'),
  sampling: () => import('../figures/step0/sampling.tsx'),
  memory: () => import('../figures/step0/memory.tsx'),
  chains: () => import('../figures/markov/chains.tsx'),
  blocks: () => import('../figures/markov/blocks.tsx'),
};

export type LoadedFigures = Readonly<Record<string, ComponentType>>;

/** All figures, for writing pages. While developing, one that fails to load says so in its place. */
export async function loadAllFigures(): Promise<LoadedFigures> {
  const pairs = Object.entries(FIGURES).map(async ([name, load]) => {
    const loaded = import.meta.env.DEV ? load().catch(brokenFigure) : load();
    return [name, (await loaded).default] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

export function brokenFigure(error: unknown): { default: ComponentType } {
  return { default: () => createElement('pre', null, String(error)) };
}
