import type { Figures } from '../figures.ts';

/** Figures of Step 3. */
export const figures: Figures = {
  'step3-changes': () => import('../../figures/step3/step3-changes.tsx'),
  ablations: () => import('../../figures/step3/ablations.tsx'),
};
