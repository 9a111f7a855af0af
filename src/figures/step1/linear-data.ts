import { useMemo } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import { best } from './linear-view.ts';
import { rowsOf } from './matrices.ts';
import { useAwake } from './nudging-data.ts';
import { placeOf, tokensOf, usePair } from './passes.ts';

export interface Layer {
  /** The letter read, and its row of wte, [C]. */
  readonly letter: string;
  readonly x: readonly number[];
  /** The row looked at, [C], and which of the 4C it is. */
  readonly unit: number;
  readonly w: readonly number[];
  /** [4C, C]: a row for each output; null until the reader's engine has answered. */
  readonly fc1: number[][] | null;
  /** [4C] */
  readonly outputs: readonly number[];
}

/**
 * The first layer of the trained network, and the first letter of the name that it knows. The page
 * itself carries one row of the matrix; the others come with the reader's own engine.
 * @param wanted the row looked at; null is the one with the largest output
 */
export function useLayer(recipe: Recipe, name: string, wanted: number | null) {
  const awake = useAwake();
  const { steps } = recipe;
  const network = useEngine('network', { recipe });
  const { labels, bos = 0 } = network.data ?? {};
  const token = labels ? (tokensOf(name, labels, bos)[1] ?? bos) : bos;
  const pair = usePair(recipe, steps, labels ? placeOf(token, name, labels, bos) : null);
  const h = pair.data?.h;
  const unit = h ? Math.min(wanted ?? best(h), h.length - 1) : null;
  const ask = (tensors: string[]) => ({
    recipe,
    step: steps,
    tensors,
    gradients: false,
    memories: false,
  });
  const one = useEngine('weights', unit === null ? null : ask([`mlp_fc1[${unit}]`]));
  const all = useEngine('weights', awake ? ask(['mlp_fc1']) : null);
  const layer = useMemo<Layer | null>(() => {
    const row = one.data?.tensors[`mlp_fc1[${unit}]`]?.value;
    if (!labels || !pair.data || unit === null) return null;
    const x = Array.from(pair.data.x);
    const matrix = all.data?.tensors['mlp_fc1'].value;
    // Answers about another network may still stand for a moment.
    const whole = matrix?.length === 4 * x.length ** 2 ? rowsOf(matrix, x.length) : null;
    const w = whole?.[unit] ?? (row?.length === x.length ? Array.from(row) : null);
    if (!w) return null;
    return {
      letter: labels[pair.data.token] ?? '',
      unit,
      x,
      w,
      fc1: whole,
      outputs: Array.from(pair.data.h),
    };
  }, [labels, pair.data, one.data, all.data, unit]);
  const answers = [network, pair, one];
  return {
    layer,
    live: one.live && pair.live && all.live,
    busy: answers.some(({ busy }) => busy),
    fault: [...answers, all].find(({ fault }) => fault)?.fault ?? null,
  };
}
