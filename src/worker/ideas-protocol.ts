/** The questions of the timeline's pages, each room's in its own file: a part of `protocol.ts`. */
import type { AdamOperations } from './ideas/adam.ts';
import type { KvCacheOperations } from './ideas/kv-cache.ts';
import type { MarkovOperations } from './ideas/markov-chains.ts';
import type { ResidualOperations } from './ideas/residual.ts';
import type { SoftmaxOperations } from './ideas/softmax.ts';

export type * from './ideas/adam.ts';
export type * from './ideas/kv-cache.ts';
export type * from './ideas/markov-chains.ts';
export type * from './ideas/residual.ts';
export type * from './ideas/softmax.ts';

export type IdeaOperations = AdamOperations &
  KvCacheOperations &
  MarkovOperations &
  ResidualOperations &
  SoftmaxOperations;
