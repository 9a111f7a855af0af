/** What the figure of all dials asks the engine. */
import { useMemo, useRef } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { useNear } from '../../reader/near.ts';
import { useSettled } from '../settled.ts';
import { EPS, TURN, squaresOf, toleranceOf, type View } from './dials-view.ts';
import { useRace } from './dials-race.ts';
import { cellAt, sizeOf, placeInMatrix, turnedWeights, unitsOf } from './weights-view.ts';
import { MATRICES } from './matrices.ts';
import { curveOf, useAwake, useWeights } from './nudging-data.ts';
import { CURVE_POINTS } from './passes.ts';
import { largest } from '../../charts/ramp.ts';

const POINTS = 81;
/** A step that has stood so long is nudged, ms: while the run is scrubbed none is. */
const STILL = 260;
const NONE = new Float64Array();

export function useAllDials(recipe: Recipe, lens: string, view: View, moving: boolean) {
  const awake = useAwake();
  const near = useNear();
  const step = view.step === 'end' ? recipe.steps : Math.min(view.step, recipe.steps);
  const place = { recipe, step, text: lens };
  const { data: network } = useEngine('network', { recipe });
  const { data: run } = useEngine('curve', { recipe, points: CURVE_POINTS });
  const size = useMemo(() => (network ? sizeOf(network) : null), [network]);
  const { weights, ink } = useWeights(recipe, step);

  const trained = useEngine('thread', { ...place, step: recipe.steps, along: null });
  const cell = view.dial ?? (trained.data && cellAt(trained.data.along)) ?? null;
  const along = cell && { tensor: cell.tensor, row: cell.row, col: cell.col };
  const asked = view.dial !== null || step !== recipe.steps;
  const own = useEngine('thread', asked && along ? { ...place, along } : null);
  const thread = asked ? own.data : trained.data;
  const slice = useEngine(
    'slice',
    along && { ...place, along, from: -TURN, to: TURN, count: POINTS },
  );
  const slopes = useEngine(
    'slopes',
    along && { ...place, along, offset: view.offset, eps: [EPS], mistake: view.mistake },
  );

  const still = useSettled(step, STILL);
  const settled = !moving && still === step;
  const parameters = network?.parameters ?? 0;
  const race = useRace(recipe, settled ? step : still, lens, parameters, awake && near && settled);
  const right = useEngine('handGradient', awake && settled ? { ...place, mistake: null } : null);
  const wrong = useEngine(
    'handGradient',
    awake && settled && view.mistake !== null ? { ...place, mistake: view.mistake } : null,
  );
  const hand = (view.mistake === null ? right : wrong).data?.gradient ?? NONE;

  const turned = useMemo(
    () => weights && size && cell && turnedWeights(weights, size, cell, view.offset),
    [weights, size, cell, view.offset],
  );
  const way = thread?.way ?? null;
  const token = way?.token ?? null;
  const units = useMemo(() => {
    if (!turned || !size || token === null) return null;
    return unitsOf(turned, size, token, settingsOf(recipe)?.activation ?? 'relu');
  }, [turned, size, token, recipe]);

  const most = Math.max(largest(hand), largest(race.numerical));
  const tolerance = toleranceOf(largest(right.data?.gradient ?? NONE));
  const current = slopes.data;
  const squares = useMemo(() => {
    if (!size || hand.length !== race.numerical.length || hand.length === 0) return null;
    const all = squaresOf(size, race.numerical, hand, tolerance);
    if (!cell || view.offset === 0 || !current) return all;
    // The dial at hand is drawn where it has been turned to.
    const k = MATRICES.indexOf(cell.tensor);
    const [xs, ys] = [all[k].xs, all[k].ys];
    xs[placeInMatrix(size, cell)] = current.numerical[0];
    ys[placeInMatrix(size, cell)] = current.hand;
    return all;
  }, [size, race.numerical, hand, tolerance, cell, view.offset, current]);

  const stood = useRef(squares);
  if (settled && squares) stood.current = squares;

  return {
    network,
    size,
    step,
    losses: run?.losses ?? NONE,
    weights: turned,
    ink,
    cell,
    way,
    units,
    curve: useMemo(() => curveOf(slice.data), [slice.data]),
    slopes: current,
    /** While the run moves, those of the last state that stood. */
    squares: settled ? squares : stood.current,
    tolerance,
    most,
    race,
    settled,
    live: slopes.live && slice.live,
    busy: slopes.busy || slice.busy || right.busy || wrong.busy || race.running,
    fault: slopes.fault ?? slice.fault ?? trained.fault ?? race.fault ?? right.fault,
  };
}

export type AllDials = ReturnType<typeof useAllDials>;
