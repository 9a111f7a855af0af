import { blocks } from './blocks.ts';
import { classes } from './classes.ts';

/** Questions about vowels and consonants, as Markov asked them. */
export const markovChains = { classes, blocks };
