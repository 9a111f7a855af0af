import type { Figures } from '../figures.ts';

/** Figures of Step 0. */
export const figures: Figures = {
  'data-set': () => import('../../figures/step0/data-set.tsx'),
  tokens: () => import('../../figures/step0/tokens.tsx'),
  table: () => import('../../figures/step0/table.tsx'),
  model: () => import('../../figures/step0/model.tsx'),
  feed: () => import('../../figures/step0/feed.tsx'),
  surprise: () => import('../../figures/step0/surprise.tsx'),
  sampling: () => import('../../figures/step0/sampling.tsx'),
  memory: () => import('../../figures/step0/memory.tsx'),
};
