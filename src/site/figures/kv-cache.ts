import type { Figures } from '../figures.ts';

/** Figures of the page on the KV cache. */
export const figures: Figures = {
  typing: () => import('../../figures/ideas/kv-cache/typing.tsx'),
};
