import type { Figures } from '../figures.ts';

/** The figure of the first page. */
export const figures: Figures = {
  loom: () => import('../../figures/home/loom.tsx'),
};
