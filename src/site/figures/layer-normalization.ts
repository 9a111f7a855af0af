import type { Figures } from '../figures.ts';

/** Figures of the page on layer normalization. */
export const figures: Figures = {
  'three-norms': () => import('../../figures/ideas/layer-normalization/three-norms.tsx'),
  'norm-order': () => import('../../figures/ideas/layer-normalization/norm-order.tsx'),
};
