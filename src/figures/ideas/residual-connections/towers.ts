/** Which towers the page asks for, and where their training ends. */
import type { Recipe } from '../../../engine/recipe.ts';
import type { TowerEnd, TowerSettings } from '../../../worker/protocol.ts';

/** Blocks of towers of 18 and 34 layers: the depths of the published table. */
export const SHALLOW = 8;
export const DEEP = 16;
/** The paper's rate, and steps enough to settle. */
export const RATE = 0.1;
export const RUN = 300;

/** What is asked of the list in hand: sizes and settings of no program. */
export function towerQuestion(
  { version, data, seed, steps, heldOut }: Recipe,
  settings: TowerSettings,
): { recipe: Recipe } & TowerSettings {
  return { recipe: { version, model: 0, data, seed, steps, heldOut }, ...settings };
}

/** Nats at the end of a run, or null: not known, or there is none. */
export const endOf = (run: TowerEnd | undefined): number | null =>
  run && run.ended === null ? (run.losses.at(-1) ?? null) : null;
