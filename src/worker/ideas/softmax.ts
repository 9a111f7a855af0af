/** The question of the page on softmax: a part of `protocol.ts`. */
import type { Floors } from '../../engine/floors.ts';
import type { Score } from '../../engine/ideas/scores.ts';
import type { Recipe } from '../../engine/recipe.ts';

/** A run of Step 1's network by one score, at one rate that falls to zero in a straight line. */
export interface ScoredRun {
  /** Names read, and mean −ln p of a held-out transition there, whatever the score is. */
  measured: number[];
  nats: number[];
  /** The step that left numbers which are not finite; null if none did. */
  ended: number | null;
  floors: Floors;
}

export interface SoftmaxOperations {
  /** The network of Step 1, from its own beginning, by a score and a first rate. */
  scoredRun: {
    input: { recipe: Recipe; score: Score; rate: number; measureAt: number[] };
    result: ScoredRun;
  };
}
