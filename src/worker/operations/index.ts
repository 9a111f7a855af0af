import { chains } from './chains.ts';
import { counting } from './counting.ts';
import { networks } from './networks.ts';
import type { Operations } from './operation.ts';

/** Every question's answer. Pure: the same in the worker, at build and in tests. */
export const operations: Operations = { ...counting, ...chains, ...networks };
