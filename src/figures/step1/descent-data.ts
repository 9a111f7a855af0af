import { useMemo } from 'react';
import type { Floors } from '../../engine/floors.ts';
import type { Ended } from '../../engine/network-history.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { useNear } from '../../reader/near.ts';
import { useSweep, type Sweep } from '../../reader/sweep.ts';
import type { Fault, HeldOutPoints, SweptRun } from '../../worker/protocol.ts';
import { measuredAt, ratesWith, runOf, type View } from './descent-view.ts';

/** Numbers that the losses of a swept run are thinned to: each the mean of some names. */
const THIN = 50;

/** All that is known of the run in view. What is still being computed is null. */
export interface Descent {
  readonly run: Recipe;
  /** Names read as shown: a broken run goes no further than its last good step. */
  readonly k: number;
  readonly floors: Floors;
  /** Loss of each name before it was learned from, as far as the run went. */
  readonly losses: Float64Array | null;
  /** The same thinned to means over stretches, which the sweep gives sooner. */
  readonly thin: Float64Array | null;
  readonly heldOut: HeldOutPoints | null;
  /** Held-out loss after `k` names: measured there, or at the last step measured before. */
  readonly now: { readonly step: number; readonly nats: number } | null;
  readonly documents: number;
  readonly ended: Ended | null;
  /** Counting, over the same names. */
  readonly counting: HeldOutPoints | null;
}

export interface DescentData {
  /** Null before the first answers. */
  readonly descent: Descent | null;
  readonly rates: readonly number[];
  readonly place: number;
  readonly sweep: Sweep;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

const NO_RECIPES: readonly Recipe[] = [];

/** Asks the engine for the run in view, and for all the others once they may be seen. */
export function useDescent(
  recipe: Recipe,
  run: Recipe,
  view: View,
  moving: boolean,
  told: boolean,
): DescentData {
  const near = useNear();
  const own = settingsOf(recipe)?.rate ?? view.rate;
  const rates = useMemo(() => ratesWith(own), [own]);
  const { schedule, times } = view;
  const recipes = useMemo(
    () => rates.map((rate) => runOf(recipe, { rate, schedule, times })),
    [rates, recipe, schedule, times],
  );
  const place = Math.max(0, rates.indexOf(view.rate));
  const sweep = useSweep(told ? recipes : NO_RECIPES, place, THIN);
  const swept: SweptRun | null = sweep.runs[place] ?? null;

  const { steps } = run;
  const wanted = useMemo(() => measuredAt(steps), [steps]);
  // Two points only: the losses of single names come with it, and soon.
  const curve = useEngine('curve', near ? { recipe: run, points: 2 } : null);
  const held = useEngine('evaluate', { recipe: run, steps: wanted });
  const exact = useEngine(
    'evaluate',
    moving || wanted.includes(view.step) ? null : { recipe: run, steps: [view.step] },
  );
  const counted = useEngine('losses', { recipe: times === 1 ? recipe : { ...recipe, steps } });
  const floors = held.data?.floors;
  const answers = [held, counted, curve, exact];

  const descent = useMemo<Descent | null>(() => {
    if (!floors) return null;
    const known = curve.busy ? null : (curve.data ?? null);
    const ended = known?.ended ?? swept?.ended ?? null;
    const points = held.busy ? null : held.data!;
    const k = Math.min(view.step, ended?.lastGood ?? Infinity);
    const there = exact.busy ? undefined : exact.data;
    return {
      run,
      k,
      floors,
      losses: known?.losses ?? null,
      thin: swept?.losses ?? null,
      heldOut: points && { steps: points.steps, nats: points.nats },
      now: nowAt(k, points, there, swept, steps),
      documents: held.data?.documents ?? 0,
      ended,
      counting: counted.busy ? null : (counted.data?.heldOut ?? null),
    };
  }, [
    run,
    steps,
    view.step,
    floors,
    swept,
    curve.busy,
    curve.data,
    held.busy,
    held.data,
    exact.busy,
    exact.data,
    counted.busy,
    counted.data,
  ]);
  return {
    descent,
    rates,
    place,
    sweep,
    live: held.live,
    busy: held.busy || counted.busy,
    fault: answers.find((answer) => answer.fault)?.fault ?? sweep.fault,
  };
}

/** The held-out loss after `k` names, from whichever answer has it. */
function nowAt(
  k: number,
  points: HeldOutPoints | null,
  exact: HeldOutPoints | undefined,
  swept: SweptRun | null,
  steps: number,
): Descent['now'] {
  for (const answer of [exact, points]) {
    const at = answer ? answer.steps.lastIndexOf(k) : -1;
    if (answer && at >= 0) return { step: k, nats: answer.nats[at] };
  }
  const whole = k >= Math.min(steps, swept?.ended?.lastGood ?? steps);
  if (whole && swept && swept.heldOut !== null) return { step: k, nats: swept.heldOut };
  const before = points ? points.steps.findLastIndex((step) => step <= k) : -1;
  return points && before >= 0 ? { step: points.steps[before], nats: points.nats[before] } : null;
}
