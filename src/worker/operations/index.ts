import { counting } from './counting.ts';
import { adam } from './ideas/adam.ts';
import { kvCache } from './ideas/kv-cache.ts';
import { markovChains } from './ideas/markov-chains.ts';
import { residual } from './ideas/residual.ts';
import { softmax } from './ideas/softmax.ts';
import { networks } from './networks.ts';
import type { Operations } from './operation.ts';

/** Every question's answer. Pure: the same in the worker, at build and in tests. */
export const operations: Operations = {
  ...counting,
  ...adam,
  ...kvCache,
  ...markovChains,
  ...residual,
  ...softmax,
  ...networks,
};
