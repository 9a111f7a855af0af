import type { Figures } from '../figures.ts';

/** Figures of the page on residual connections. */
export const figures: Figures = {
  'four-errors': () => import('../../figures/ideas/residual-connections/four-errors.tsx'),
  depth: () => import('../../figures/ideas/residual-connections/depth.tsx'),
  unplug: () => import('../../figures/ideas/residual-connections/unplug.tsx'),
};
