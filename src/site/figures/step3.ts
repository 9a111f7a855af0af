import type { Figures } from '../figures.ts';

/** Figures of Step 3. */
export const figures: Figures = {
  'step3-changes': () => import('../../figures/step3/step3-changes.tsx'),
  positions: () => import('../../figures/step3/positions.tsx'),
  rmsnorm: () => import('../../figures/step3/rmsnorm.tsx'),
  qkv: () => import('../../figures/step3/qkv.tsx'),
  scores: () => import('../../figures/step3/scores.tsx'),
  mixing: () => import('../../figures/step3/mixing.tsx'),
  past: () => import('../../figures/step3/past.tsx'),
  cache: () => import('../../figures/step3/cache.tsx'),
  ablations: () => import('../../figures/step3/ablations.tsx'),
  'questions-3': () => import('../../figures/step3/questions-3.tsx'),
};
