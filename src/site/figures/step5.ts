import type { Figures } from '../figures.ts';

/** Figures of Step 5. */
export const figures: Figures = {
  'one-rate': () => import('../../figures/step5/one-rate.tsx'),
  momentum: () => import('../../figures/step5/momentum.tsx'),
  'own-rates': () => import('../../figures/step5/own-rates.tsx'),
  'first-steps': () => import('../../figures/step5/first-steps.tsx'),
  diary: () => import('../../figures/step5/diary.tsx'),
  rolling: () => import('../../figures/step5/rolling.tsx'),
  program: () => import('../../figures/step5/program.tsx'),
  valleys: () => import('../../figures/step5/valleys.tsx'),
  'six-programs': () => import('../../figures/step5/six-programs.tsx'),
  'questions-5': () => import('../../figures/step5/questions-5.tsx'),
};
