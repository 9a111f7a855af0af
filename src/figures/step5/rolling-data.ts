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
 * Pairs of weights: one next to the loss with one further from it, two that are both near, and one
 * with a weight of a query. Those that belong to a letter are ones that the name under the lens needs.
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
    [at('lm_head', bos, 14), at('layer0.mlp_fc2', 10, 0)],
    [at('wte', letter, 3), at('lm_head', bos, 7)],
    [at('lm_head', bos, 7), at('layer0.attn_wq', 10, 8)],
  ];
}

/** In the order in which they are drawn and told. */
const TWO = ['sgd', 'adam'] as const;
const FOUR = [...TWO, 'momentum', 'rmsprop'] as const;
export type Kind = (typeof FOUR)[number];

/**
 * The two programs' optimizers, or with the two that lie between. Their rates are a multiple of what
 * the programs use, held to the end: what divides by a root has the rate of Adam, what does not that
 * of plain descent.
 */
export function rollers(
  settings: NetworkSettings,
  { times, all, beta1, beta2 }: Pick<View, 'times' | 'all' | 'beta1' | 'beta2'>,
) {
  const { eps, corrected } = settings;
  const plain = DEFAULT_NETWORKS[4].rate * times;
  const divided = settings.rate * times;
  return (all ? FOUR : TWO).map((optimizer) => ({
    optimizer,
    rate: optimizer === 'sgd' || optimizer === 'momentum' ? plain : divided,
    schedule: 'constant' as const,
    beta1: beta1 ?? settings.beta1,
    beta2: beta2 ?? settings.beta2,
    eps,
    corrected,
  }));
}

export interface Way {
  readonly kind: Kind;
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
  const { turned, trained, times, all, beta1, beta2 } = view;
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
  const optimizers = useMemo(
    () => rollers(settings, { times, all, beta1, beta2 }),
    [settings, times, all, beta1, beta2],
  );
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
      rolls.data && rolls.data.rolls.length === optimizers.length
        ? rolls.data.rolls.map((roll, i): Way => {
            const { optimizer: kind, rate } = optimizers[i];
            return { kind, rate, roll };
          })
        : null,
    [rolls.data, optimizers],
  );
  const names =
    pair && labels
      ? pair.map((one) => parameterName(one, labels, network.data?.settings.layers ?? 1))
      : null;
  return { network, pairs, plane, rolls, ways, names };
}
