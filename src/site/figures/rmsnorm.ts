import type { Figures } from '../figures.ts';

/** Figures of the page on RMSNorm. */
export const figures: Figures = {
  sphere: () => import('../../figures/ideas/rmsnorm/sphere.tsx'),
  'two-norms': () => import('../../figures/ideas/rmsnorm/two-norms.tsx'),
};
