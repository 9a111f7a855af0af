import { useMemo } from 'react';
import type { Floors } from '../../engine/floors.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine, type Answer } from '../../reader/engine.ts';
import { useSweep, type Sweep } from '../../reader/sweep.ts';
import type { Fault, HeldOutPoints, SweptRun } from '../../worker/protocol.ts';
import { measuredAt, programOf } from '../held-out.ts';
import {
  ownValue,
  planOf,
  rowRun,
  rowsOf,
  type Ending,
  type Endings,
  type Vary,
  type View,
} from './comparison-view.ts';
import { useEnds } from './stream-data.ts';

/** Numbers that the losses of a swept run are thinned to: each the mean of some names. */
const THIN = 50;

type Curve = HeldOutPoints | null;

/** All that is known of the run in view and of those it is held against. */
export interface Comparison {
  readonly floors: Floors;
  /** Held-out names; with none of them nothing can be compared. */
  readonly documents: number;
  readonly counting: Curve;
  readonly mlp: Curve;
  /** The program of Step 3. */
  readonly one: Curve;
  /** The network as this page trains it. */
  readonly page: Curve;
  readonly shown: Curve;
  /** Heads or layers, few first, and the row in view and the page's own among them. */
  readonly rows: readonly number[];
  readonly at: number;
  readonly own: number;
  readonly endings: Endings;
  /** The run in view and the page's own, once they are trained. */
  readonly run: SweptRun | null;
  readonly against: SweptRun | null;
}

export interface ComparisonData {
  /** Null before the first answers. */
  readonly known: Comparison | null;
  readonly sweep: Sweep;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

const curveOf = ({ data, busy }: Answer<'evaluate'>): Curve => (busy ? null : (data ?? null));

/** Where a run ends, from its curve. */
function endingOf(answer: Answer<'evaluate'> | undefined): Ending | null {
  const heldOut = answer && !answer.busy ? answer.data?.nats.at(-1) : undefined;
  return heldOut === undefined ? null : { heldOut, ended: null };
}

/** Where every number of heads ends, trained alike; asks nothing for null. */
export function useHeadEnds(recipe: Recipe | null, adam: boolean): readonly Answer<'evaluate'>[] {
  const rows = recipe ? rowsOf(recipe, 'heads') : [];
  const at = (row: number) =>
    recipe && row < rows.length
      ? { recipe: rowRun(recipe, 'heads', rows[row], adam), steps: [recipe.steps] }
      : null;
  return [
    useEngine('evaluate', at(0)),
    useEngine('evaluate', at(1)),
    useEngine('evaluate', at(2)),
    useEngine('evaluate', at(3)),
    useEngine('evaluate', at(4)),
  ];
}

/** Where the rows of a comparison end with the reader's own seed. */
function useRowEnds(recipe: Recipe, vary: Vary, adam: boolean, asked: boolean) {
  const heads = useHeadEnds(asked && vary === 'heads' ? recipe : null, adam);
  const layers = useEnds(recipe, adam, asked && vary === 'layers');
  return vary === 'heads' ? heads : layers;
}

/** Asks for the curves in view, then trains what the rows need, nearest first. */
export function useComparison(recipe: Recipe, view: View, told: boolean): ComparisonData {
  const { adam, vary } = view;
  const { steps } = recipe;
  const wanted = useMemo(() => measuredAt(steps), [steps]);
  const plan = useMemo(() => planOf(recipe, view), [recipe, view]);
  const counting = useEngine('evaluate', { recipe: programOf(recipe, 0), steps: wanted });
  const mlp = useEngine('evaluate', { recipe: programOf(recipe, 2), steps: wanted });
  const one = useEngine('evaluate', { recipe: programOf(recipe, 3), steps: wanted });
  const page = useEngine('evaluate', { recipe, steps: wanted });
  const shown = useEngine('evaluate', { recipe: plan.recipes[plan.view], steps: wanted });
  // Before the guess only what is drawn then, which begins the plan.
  const asked = useMemo(() => (told ? plan.recipes : plan.recipes.slice(0, 2)), [told, plan]);
  const sweep = useSweep(asked, plan.view, THIN);
  const ends = useRowEnds(recipe, vary, adam, told);

  const floors = page.data?.floors;
  const at = (place: number): SweptRun | null => sweep.runs[place] ?? null;
  const known = ((): Comparison | null => {
    if (!floors) return null;
    const rows = rowsOf(recipe, vary);
    const own = rows.indexOf(ownValue(recipe, vary));
    return {
      floors,
      documents: page.data?.documents ?? 0,
      counting: curveOf(counting),
      mlp: curveOf(mlp),
      one: curveOf(one),
      page: curveOf(page),
      shown: curveOf(shown),
      rows,
      at: view.value === null ? own : rows.indexOf(view.value),
      own,
      endings: plan.places.map((places, seed) =>
        places.map((place, row) => at(place) ?? (seed === 0 ? endingOf(ends[row]) : null)),
      ),
      run: at(plan.view),
      against: at(plan.page),
    };
  })();
  const answers = [counting, mlp, one, page, shown];
  return {
    known,
    sweep,
    live: page.live,
    busy: answers.some(({ busy }) => busy),
    fault: answers.find(({ fault }) => fault)?.fault ?? sweep.fault,
  };
}
