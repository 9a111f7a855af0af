import type { Figures } from '../figures.ts';

/** Figures of the page on Adam. */
export const figures: Figures = {
  ravine: () => import('../../figures/ideas/adam/ravine.tsx'),
  turned: () => import('../../figures/ideas/adam/turned.tsx'),
  'wrong-end': () => import('../../figures/ideas/adam/wrong-end.tsx'),
};
