import type { Figures } from '../figures.ts';

/** Figures of Step 4. */
export const figures: Figures = {
  'step4-changes': () => import('../../figures/step4/step4-changes.tsx'),
  heads: () => import('../../figures/step4/heads.tsx'),
  split: () => import('../../figures/step4/split.tsx'),
  stream: () => import('../../figures/step4/stream.tsx'),
  caches: () => import('../../figures/step4/caches.tsx'),
  comparison: () => import('../../figures/step4/comparison.tsx'),
  whole: () => import('../../figures/step4/whole.tsx'),
  'questions-4': () => import('../../figures/step4/questions-4.tsx'),
};
