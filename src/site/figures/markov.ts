import type { Figures } from '../figures.ts';

/** Figures of the page on Markov chains. */
export const figures: Figures = {
  chains: () => import('../../figures/markov/chains.tsx'),
  blocks: () => import('../../figures/markov/blocks.tsx'),
};
