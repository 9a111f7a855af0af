import type { Figures } from '../figures.ts';

/** Figures of Step 2. */
export const figures: Figures = {
  'what-changes': () => import('../../figures/step2/what-changes.tsx'),
  record: () => import('../../figures/step2/record.tsx'),
  expression: () => import('../../figures/step2/expression.tsx'),
  operations: () => import('../../figures/step2/operations.tsx'),
  wave: () => import('../../figures/step2/wave.tsx'),
  unroll: () => import('../../figures/step2/unroll.tsx'),
  'new-loop': () => import('../../figures/step2/new-loop.tsx'),
  'same-numbers': () => import('../../figures/step2/same-numbers.tsx'),
  efficiency: () => import('../../figures/step2/efficiency.tsx'),
  'questions-2': () => import('../../figures/step2/questions-2.tsx'),
};
