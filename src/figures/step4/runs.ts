/** The runs that Step 4 compares with the reader's own. No DOM, no engine run. */
import type { Recipe } from '../../engine/recipe.ts';
import { DEFAULT_NETWORKS, settingsOf } from '../../engine/settings.ts';

export interface Change {
  /** Trained with Adam instead of plain gradient descent. */
  readonly adam?: boolean;
  /** Null: as the recipe has it. */
  readonly layers?: number | null;
  readonly heads?: number | null;
}

/** A recipe with some of its settings changed; the recipe itself where it is the same run. */
export function runOf(
  recipe: Recipe,
  { adam = false, layers = null, heads = null }: Change,
): Recipe {
  const own = settingsOf(recipe);
  const { optimizer, rate } = DEFAULT_NETWORKS[5];
  const changes: Partial<Recipe> = {
    ...(adam && own?.optimizer !== optimizer ? { optimizer, rate } : {}),
    ...(layers !== null && own?.layers !== layers ? { layers } : {}),
    ...(heads !== null && own?.heads !== heads ? { heads } : {}),
  };
  return Object.keys(changes).length === 0 ? recipe : { ...recipe, ...changes };
}

/** Numbers of heads that divide a width, few first. */
export const headsOf = (embd: number): number[] =>
  Array.from({ length: embd }, (_, i) => i + 1).filter((heads) => embd % heads === 0);
