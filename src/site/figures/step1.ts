import type { Figures } from '../figures.ts';

/** Figures of Step 1. */
export const figures: Figures = {
  'same-start': () => import('../../figures/step1/same-start.tsx'),
  parameters: () => import('../../figures/step1/parameters.tsx'),
  linear: () => import('../../figures/step1/linear.tsx'),
  softmax: () => import('../../figures/step1/softmax.tsx'),
  bend: () => import('../../figures/step1/bend.tsx'),
  forward: () => import('../../figures/step1/forward.tsx'),
  nudging: () => import('../../figures/step1/nudging.tsx'),
  deriving: () => import('../../figures/step1/deriving.tsx'),
  dials: () => import('../../figures/step1/dials.tsx'),
  descent: () => import('../../figures/step1/descent.tsx'),
  temperature: () => import('../../figures/step1/temperature.tsx'),
  'questions-1': () => import('../../figures/step1/questions-1.tsx'),
};
