/** Where the answers of the timeline's pages are: each idea's are fetched with its first question. */
import type { IdeaOperations } from '../protocol.ts';
import { once } from './once.ts';
import type { Operations } from './operation.ts';

export type IdeaOperationName = keyof IdeaOperations;

const kvCache = once(async () => (await import('./ideas/kv-cache.ts')).kvCache);
const markovChains = once(async () => (await import('./ideas/markov-chains.ts')).markovChains);
const softmax = once(async () => (await import('./ideas/softmax.ts')).softmax);

export const IDEAS: {
  readonly [K in IdeaOperationName]: () => Promise<Operations<K>>;
} = {
  classes: markovChains,
  blocks: markovChains,
  scoredRun: softmax,
  typed: kvCache,
};
