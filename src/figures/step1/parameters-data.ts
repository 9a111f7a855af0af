import { useMemo } from 'react';
import { ACTIVATIONS } from '../../engine/activations.ts';
import { linear } from '../../engine/by-hand.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { largest } from '../../charts/ramp.ts';
import { useEngine } from '../../reader/engine.ts';
import { useNear } from '../../reader/near.ts';
import { inkOf, rowsOf, type CellAt, type NetworkSize } from './matrices.ts';
import { CURVE_POINTS, tokensOf } from './passes.ts';
import type { Weights } from './weights-map.tsx';
import { sizeOf } from './weights-view.ts';
import { useAwake } from './nudging-data.ts';

/** The numbers of one moment, with what they make of a letter. */
export interface Moment {
  readonly step: number;
  readonly weights: Weights;
  /** [C] and [4C]: the letter's row, and the units behind their gates. */
  readonly x: ArrayLike<number>;
  readonly a: ArrayLike<number>;
}

/** Asks for all the numbers, now and before the first name, and for one of them over the run. */
export function useParameters(recipe: Recipe, name: string, step: number, cell: CellAt | null) {
  const awake = useAwake();
  const near = useNear();
  const network = useEngine('network', { recipe });
  const size: NetworkSize | null = network.data ? sizeOf(network.data) : null;
  const { labels = NO_LABELS, bos = 0 } = network.data ?? {};
  const tokens = useMemo(
    () => [...new Set(tokensOf(name, labels, bos).slice(1, -1))],
    [name, labels, bos],
  );
  const token = tokens[0] ?? bos;
  const ask = (at: number) =>
    awake ? { recipe, step: at, tensors: null, gradients: false, memories: false } : null;
  const start = useEngine('weights', ask(0));
  const now = useEngine('weights', ask(step));
  const chosen: CellAt | null =
    cell ?? (size && { tensor: 'wte', row: token, col: Math.min(3, size.width - 1) });
  const diary = useEngine('diary', near && chosen ? { recipe, parameters: [{ ...chosen }] } : null);
  const curve = useEngine('curve', near ? { recipe, points: CURVE_POINTS } : null);

  const vocab = size?.vocab ?? 0;
  const activation = network.data?.settings.activation ?? 'relu';
  const first = useMemo(() => (start.data ? weightsOf(start.data.tensors) : null), [start.data]);
  const moment = useMemo<Moment | null>(() => {
    if (!now.data || vocab === 0 || now.data.tensors['wte'].value.length % vocab !== 0) return null;
    const weights = weightsOf(now.data.tensors);
    const wide = weights.wte.length / vocab;
    const x = rowsOf(weights.wte, wide)[token];
    const a = linear(x, rowsOf(weights.mlp_fc1, wide)).map(ACTIVATIONS[activation].value);
    return { step: now.data.step, weights, x, a };
  }, [now.data, vocab, token, activation]);
  const ink = useMemo(
    () => (moment ? inkOf(Math.max(...Object.values(moment.weights).map(largest))) : 1),
    [moment],
  );
  const answers = [network, start, now];
  return {
    network: network.data,
    size,
    tokens,
    token,
    chosen,
    first,
    moment,
    ink,
    series: near ? (diary.data?.series[0]?.value ?? null) : null,
    losses: curve.data?.losses ?? NONE,
    live: now.live && start.live,
    busy: answers.some(({ busy }) => busy),
    fault: answers.find(({ fault }) => fault)?.fault ?? null,
  };
}

const NONE: readonly number[] = [];
const NO_LABELS: readonly string[] = [];

const weightsOf = (tensors: Record<string, { value: Float64Array }>): Weights => ({
  wte: tensors['wte'].value,
  mlp_fc1: tensors['mlp_fc1'].value,
  mlp_fc2: tensors['mlp_fc2'].value,
});
