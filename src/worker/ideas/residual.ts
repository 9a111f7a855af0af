/** The questions of the page on residual connections: a part of `protocol.ts`. */
import type { Joint } from '../../engine/ideas/tower.ts';
import type { Recipe } from '../../engine/recipe.ts';

/** A tower trained on all pairs of a list. */
export interface TowerSettings {
  joint: Joint;
  blocks: number;
  rate: number;
  steps: number;
}

export interface TowerEnd {
  /** Nats a pair over the whole list: after `at[k]` steps `losses[k]`. */
  at: number[];
  losses: number[];
  /** The step that left numbers which are not finite; null if none did. */
  ended: number | null;
  /** Length of each block's gradient before the first step. */
  slopes: number[];
  parameters: number;
  /** The least that is possible with one token of memory, and with none. */
  floor: number;
  unigram: number;
}

/** A network of which branches can be taken out. */
export type Pluggable = { kind: 'gpt' } | ({ kind: 'tower' } & TowerSettings);

export interface ResidualOperations {
  /** The recipe gives list and seed. */
  tower: { input: { recipe: Recipe } & TowerSettings; result: TowerEnd };
  /**
   * Nats a pair of a trained network with each of some sets of branches taken out: held-out ones of
   * the recipe's GPT, whose branches are attention and MLP of each layer in turn; all of the list
   * for a tower.
   */
  unplug: {
    input: { recipe: Recipe; network: Pluggable; sets: number[][] };
    result: { nats: number[] };
  };
}
