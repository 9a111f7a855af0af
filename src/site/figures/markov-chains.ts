import type { Figures } from '../figures.ts';

/** Figures of the page on Markov chains. */
export const figures: Figures = {
  chains: () => import('../../figures/ideas/markov-chains/chains.tsx'),
  blocks: () => import('../../figures/ideas/markov-chains/blocks.tsx'),
};
