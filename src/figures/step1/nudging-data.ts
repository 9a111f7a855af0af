/** What the figure of the nudges asks the engine. */
import { useEffect, useMemo, useState } from 'react';
import { useEngine } from '../../reader/engine.ts';
import type { Recipe } from '../../engine/recipe.ts';
import type { Result } from '../../worker/protocol.ts';
import { largest } from '../../charts/ramp.ts';
import { inkOf, type CellAt } from './matrices.ts';
import { EPS, TURN, type View } from './nudging-view.ts';
import type { Curve } from './slice-shape.ts';
import { cellAt, stationsOf, type Weights } from './weights-view.ts';

/** Points of a slice as far as the weight can be turned, and of the one from near. */
const POINTS = { whole: 61, near: 49 };

/** True once scripts run: what is too much for the page itself is asked for then. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return awake;
}

/** All weights after a step, and the |value| at full ink; null until the reader's engine answers. */
export function useWeights(recipe: Recipe, step: number): { weights: Weights | null; ink: number } {
  const awake = useAwake();
  const { data } = useEngine(
    'weights',
    awake ? { recipe, step, tensors: null, gradients: false, memories: false } : null,
  );
  return useMemo(() => {
    if (!data) return { weights: null, ink: 1 };
    const { wte, mlp_fc1: fc1, mlp_fc2: fc2 } = data.tensors;
    const weights = { wte: wte.value, mlp_fc1: fc1.value, mlp_fc2: fc2.value };
    const most = Math.max(...Object.values(weights).map((values) => largest(values)));
    return { weights, ink: inkOf(most) };
  }, [data]);
}

/** A slice as a curve over the weight's own values. */
export function curveOf(slice: Result<'slice'> | undefined): Curve | null {
  if (!slice) return null;
  return { xs: slice.offsets.map((offset) => slice.value + offset), losses: slice.losses };
}

export function useNudging(recipe: Recipe, lens: string, view: View) {
  const awake = useAwake();
  const place = { recipe, step: recipe.steps, text: lens };
  const first = useEngine('thread', { ...place, along: null });
  const stations = first.data?.way ? stationsOf(first.data.way) : null;
  const cell: CellAt | null =
    typeof view.dial === 'string' ? (stations?.[view.dial] ?? null) : view.dial;
  const along = cell && { tensor: cell.tensor, row: cell.row, col: cell.col };
  const own = useEngine(
    'thread',
    typeof view.dial === 'string' || !along ? null : { ...place, along },
  );
  const thread = typeof view.dial === 'string' ? first.data : own.data;
  const whole = useEngine(
    'slice',
    along && { ...place, along, from: -TURN, to: TURN, count: POINTS.whole },
  );
  const eps = EPS[view.eps];
  const near = useEngine(
    'slice',
    awake && along
      ? {
          ...place,
          along,
          from: view.offset - 2 * eps,
          to: view.offset + 2 * eps,
          count: POINTS.near,
        }
      : null,
  );
  const slopes = useEngine(
    'slopes',
    along && { ...place, along, offset: view.offset, eps: [...EPS], mistake: null },
  );
  const current = thread && cellAt(thread.along);
  return {
    cell: cell ?? current ?? null,
    way: thread?.way ?? null,
    stations,
    whole: useMemo(() => curveOf(whole.data), [whole.data]),
    near: useMemo(() => curveOf(near.data), [near.data]),
    slopes: slopes.data,
    live: slopes.live && whole.live,
    busy: slopes.busy || whole.busy,
    fault: slopes.fault ?? whole.fault ?? first.fault,
  };
}
