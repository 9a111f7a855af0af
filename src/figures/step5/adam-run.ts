/** The runs that Step 5 is about, and what its figures read from their settings. */
import { useMemo } from 'react';
import { pow } from '../../engine/math.ts';
import type { NetworkSettings, Recipe } from '../../engine/recipe.ts';
import { decay } from '../../engine/schedule.ts';
import { DEFAULT_NETWORKS, settingsOf } from '../../engine/settings.ts';
import { useRecipe } from '../../reader/reader.ts';

/** The reader's run if Adam trains it; else the same network, trained by Adam. */
export function adamRun(recipe: Recipe): Recipe {
  if (settingsOf(recipe)?.optimizer === 'adam') return recipe;
  const { optimizer, rate } = DEFAULT_NETWORKS[5];
  return { ...recipe, model: 5, optimizer, rate };
}

/** The same network as Step 4 trains it: one rate for all. */
export function plainRun(recipe: Recipe): Recipe {
  const { optimizer, rate } = DEFAULT_NETWORKS[4];
  return { ...recipe, model: 4, optimizer, rate };
}

export function useAdamRun(): { recipe: Recipe; settings: NetworkSettings } {
  const own = useRecipe();
  return useMemo(() => {
    const recipe = adamRun(own);
    return { recipe, settings: settingsOf(recipe)! };
  }, [own]);
}

/** What the means are divided by after `t` steps: the share of them that is not the start. */
export const seenShare = (beta: number, t: number): number => 1 - pow(beta, t);

/** The rate of day `t`, from 1. */
export const rateOn = (
  { rate, schedule }: Pick<NetworkSettings, 'rate' | 'schedule'>,
  t: number,
  steps: number,
): number => rate * decay(schedule, t - 1, steps);

export interface Hats {
  readonly mHat: number;
  /** √v̂ */
  readonly root: number;
}

/** The two memories as Adam uses them on day `t`, from 1. */
export function hats(
  { m, v }: { readonly m: number; readonly v: number },
  t: number,
  { beta1, beta2, corrected }: Pick<NetworkSettings, 'beta1' | 'beta2' | 'corrected'>,
): Hats {
  const [first, second] = corrected ? [seenShare(beta1, t), seenShare(beta2, t)] : [1, 1];
  return { mHat: m / first, root: Math.sqrt(v / second) };
}
