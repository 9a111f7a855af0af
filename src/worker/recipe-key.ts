import { dataKey, settingsOf, type Recipe } from '../engine/index.ts';

/**
 * One string for all recipes of the same run: fields in any order, settings that are left out or
 * mean nothing to the model resolved.
 */
export function recipeKey(recipe: Recipe): string {
  const { model, data, seed, steps, heldOut } = recipe;
  const settings = Object.entries(settingsOf(recipe) ?? {}).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return JSON.stringify([model, data.kind, dataKey(data), seed, steps, heldOut, settings]);
}
