import type { Figures } from '../figures.ts';

/** Figures of the page on stochastic approximation. */
export const figures: Figures = {};
