/** The question of the page on the KV cache: a part of `protocol.ts`. */
import type { Recipe } from '../../engine/recipe.ts';
import type { Reading } from '../network-protocol.ts';

export interface KvCacheOperations {
  /**
   * What reading a text of any length up to a block costs, token by token: the engine's own
   * multiplications with its caches, and those of all tokens so far together, which is what
   * reading them again takes (`lm_head` for the last one only). Models 3 to 5.
   */
  typed: {
    input: { recipe: Recipe; text: string };
    result: Reading & {
      /** Of the tokens read, the boundary first: all, or as many as the block takes. */
      labels: string[];
      heads: number;
      /** [T] each: multiplications of a token, and numbers it leaves behind. */
      cached: number[];
      again: number[];
      kept: number[];
      /** Bytes of a number that is kept. */
      bytes: number;
    };
  };
}
