import { useMemo } from 'react';
import type { Floors } from '../../engine/floors.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import { useNear } from '../../reader/near.ts';
import { useSweep, type Sweep } from '../../reader/sweep.ts';
import type { Curve, Fault, HeldOutPoints } from '../../worker/protocol.ts';
import { measuredAt } from '../held-out.ts';
import {
  OPTIMIZERS,
  runOf,
  valleyRates,
  type Method,
  type Rates,
  type Valley,
  type View,
} from './valleys-view.ts';

/** Numbers that the losses of a swept run are thinned to. */
const THIN = 2;

export interface Valleys {
  readonly floors: Floors;
  readonly documents: number;
  /** Held-out loss of the run in view by each method; null while it is being computed. */
  readonly curves: Readonly<Record<Method, HeldOutPoints | null>>;
}

export interface ValleysData {
  /** Null before the first answers. */
  readonly known: Valleys | null;
  /** The run that is played, as far as it went. */
  readonly played: Curve | null;
  readonly rates: readonly number[];
  readonly valleys: Readonly<Record<Method, Valley>>;
  readonly sweep: Sweep;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

const NO_RECIPES: readonly Recipe[] = [];

/** Asks for both runs in view, and for all rates of both methods once they may be seen. */
export function useValleys(recipe: Recipe, page: Rates, view: View, told: boolean): ValleysData {
  const near = useNear();
  const { schedule, method } = view;
  const rates = useMemo(() => valleyRates(page), [page]);
  const recipes = useMemo(
    () => OPTIMIZERS.flatMap((one) => rates.map((rate) => runOf(recipe, one, { rate, schedule }))),
    [rates, recipe, schedule],
  );
  const place =
    OPTIMIZERS.indexOf(method) * rates.length + Math.max(0, rates.indexOf(view[method]));
  const sweep = useSweep(told && view.sweep ? recipes : NO_RECIPES, place, THIN);
  const runs = useMemo(
    () => ({
      sgd: runOf(recipe, 'sgd', { rate: view.sgd, schedule }),
      adam: runOf(recipe, 'adam', { rate: view.adam, schedule }),
    }),
    [recipe, view.sgd, view.adam, schedule],
  );
  const steps = useMemo(() => measuredAt(recipe.steps), [recipe.steps]);
  const sgd = useEngine('evaluate', { recipe: runs.sgd, steps });
  const adam = useEngine('evaluate', { recipe: runs.adam, steps });
  const curve = useEngine('curve', near ? { recipe: runs[method], points: 2 } : null);
  const first = sgd.data ?? adam.data;
  const points = (answer: typeof sgd): HeldOutPoints | null =>
    answer.busy || !answer.data ? null : answer.data;
  const known = first && {
    floors: first.floors,
    documents: first.documents,
    curves: { sgd: points(sgd), adam: points(adam) },
  };
  const valleys = useMemo(() => {
    const swept = sweep.runs.length > 0 ? sweep.runs : recipes.map(() => null);
    return { sgd: swept.slice(0, rates.length), adam: swept.slice(rates.length) };
  }, [sweep.runs, recipes, rates]);
  const answers = [sgd, adam, curve];
  return {
    known: known ?? null,
    played: curve.busy ? null : (curve.data ?? null),
    rates,
    valleys,
    sweep,
    live: sgd.live && adam.live,
    busy: sgd.busy || adam.busy,
    fault: answers.find((answer) => answer.fault)?.fault ?? sweep.fault,
  };
}
