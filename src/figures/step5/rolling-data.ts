/** What the figure of the rolling optimizers asks the engine. */
import { useMemo } from 'react';
import type { NetworkSettings, Recipe } from '../../engine/recipe.ts';
import { DEFAULT_NETWORKS } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { useNear } from '../../reader/near.ts';
import type { ParameterAt, Roll, TensorShape } from '../../worker/protocol.ts';
import { tokensOf } from '../step1/passes.ts';
import { parameterName } from './parameter-name.ts';
import { COUNT, REACH, STEPS, directions, turn, type View } from './rolling-view.ts';

export type Pair = readonly [ParameterAt, ParameterAt];

/**
 * Pairs of weights: one next to the loss with one far from it, and two that are both near. Each is
 * one that the name under the lens needs.
 */
export function pairsOf(
  shapes: readonly TensorShape[],
  tokens: readonly number[],
  bos: number,
): Pair[] {
  const at = (tensor: string, row: number, col: number): ParameterAt => {
    const { rows, cols } = shapes.find(({ name }) => name === tensor)!;
    return { tensor, row: Math.min(row, rows - 1), col: Math.min(col, cols - 1) };
  };
  const letter = tokens[1] ?? bos;
  return [
    [at('lm_head', bos, 7), at('layer0.attn_wv', 3, 5)],
    [at('wte', letter, 3), at('lm_head', bos, 7)],
    [at('wte', letter, 3), at('layer0.mlp_fc1', 10, 4)],
  ];
}

/** The two programs' optimizers, their rates a multiple of what those use, held to the end. */
export function rollers(settings: NetworkSettings, times: number) {
  const { beta1, beta2, eps, corrected } = settings;
  const shared = { schedule: 'constant' as const, beta1, beta2, eps, corrected };
  return [
    { ...shared, optimizer: 'sgd' as const, rate: DEFAULT_NETWORKS[4].rate * times },
    { ...shared, optimizer: 'adam' as const, rate: settings.rate * times },
  ];
}

export interface Way {
  readonly rate: number;
  readonly roll: Roll;
}

/** `drawn`: with the ground that they roll on. */
export function useRolling(
  recipe: Recipe,
  settings: NetworkSettings,
  lens: string,
  view: View,
  drawn = true,
) {
  const near = useNear();
  const network = useEngine('network', { recipe });
  const { labels, bos, shapes } = network.data ?? {};
  const pairs = useMemo(
    () => (labels && shapes ? pairsOf(shapes, tokensOf(lens, labels, bos ?? 0), bos ?? 0) : null),
    [labels, bos, shapes, lens],
  );
  const pair = pairs?.[view.pair] ?? null;
  const { turned, trained, times } = view;
  const place = useMemo(
    () =>
      pair && {
        recipe,
        step: trained ? recipe.steps : 0,
        text: lens,
        along: directions(pair, turned),
      },
    [pair, recipe, trained, lens, turned],
  );
  const plane = useEngine(
    'plane',
    drawn && near && place ? { ...place, from: -REACH, to: REACH, count: COUNT } : null,
  );
  const optimizers = useMemo(() => rollers(settings, times), [settings, times]);
  const rolls = useEngine(
    'roll',
    place && {
      ...place,
      start: turned ? turn(view.start) : view.start,
      optimizers,
      steps: STEPS,
    },
  );
  const ways = useMemo(
    () =>
      rolls.data && rolls.data.rolls.map((roll, i): Way => ({ rate: optimizers[i].rate, roll })),
    [rolls.data, optimizers],
  );
  const names =
    pair && labels
      ? pair.map((one) => parameterName(one, labels, network.data?.settings.layers ?? 1))
      : null;
  return { network, pairs, plane, rolls, ways, names };
}
