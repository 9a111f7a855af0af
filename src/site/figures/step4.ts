import type { Figures } from '../figures.ts';

/** Figures of Step 4. */
export const figures: Figures = {
  heads: () => import('../../figures/step4/heads.tsx'),
  stream: () => import('../../figures/step4/stream.tsx'),
};
