/** Where the answers of the timeline's pages are: each idea's are fetched with its first question. */
import type { IdeaOperations } from '../protocol.ts';
import { once } from './once.ts';
import type { Operations } from './operation.ts';

export type IdeaOperationName = keyof IdeaOperations;

const adam = once(async () => (await import('./ideas/adam.ts')).adam);
const kvCache = once(async () => (await import('./ideas/kv-cache.ts')).kvCache);
const markovChains = once(async () => (await import('./ideas/markov-chains.ts')).markovChains);
const residual = once(async () => (await import('./ideas/residual.ts')).residual);
const softmax = once(async () => (await import('./ideas/softmax.ts')).softmax);

export const IDEAS: {
  readonly [K in IdeaOperationName]: () => Promise<Operations<K>>;
} = {
  race: adam,
  raceSteps: adam,
  slopeWalks: adam,
  turnedRun: adam,
  classes: markovChains,
  blocks: markovChains,
  tower: residual,
  unplug: residual,
  scoredRun: softmax,
  typed: kvCache,
};
