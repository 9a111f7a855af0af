import type { Figures } from '../figures.ts';

/** Figures of the page on softmax. */
export const figures: Figures = {
  levels: () => import('../../figures/ideas/softmax/levels.tsx'),
  'two-scores': () => import('../../figures/ideas/softmax/two-scores.tsx'),
};
