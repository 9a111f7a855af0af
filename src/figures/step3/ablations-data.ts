import { useMemo } from 'react';
import type { Floors } from '../../engine/floors.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine, type Answer } from '../../reader/engine.ts';
import { useSweep, type Sweep } from '../../reader/sweep.ts';
import type { Fault, HeldOutPoints, SweptRun } from '../../worker/protocol.ts';
import { measuredAt, programOf } from '../held-out.ts';
import { priceOf, type Outcome } from '../prices.ts';
import { PARTS, planOf, runOf, type Part, type View } from './ablations-view.ts';

/** Numbers that the losses of a swept run are thinned to: each the mean of some names. */
const THIN = 50;

type Curve = HeldOutPoints | null;

/** All that is known of the run in view and of those it is held against. */
export interface Ablations {
  readonly floors: Floors;
  /** Held-out names; with none of them nothing can be compared. */
  readonly documents: number;
  readonly counting: Curve;
  readonly mlp: Curve;
  /** One head as this page trains it. */
  readonly page: Curve;
  /** The whole network, trained as the run in view is. */
  readonly whole: Curve;
  /** The curve of the run in view. */
  readonly changed: Curve;
  /** The run in view once it is trained, and the whole. */
  readonly run: SweptRun | null;
  readonly against: SweptRun | null;
  /** By part, for the reader's seed and then for the others; null while not known. */
  readonly prices: Readonly<Record<Part, readonly (number | null)[]>>;
  /** Held-out nats that the run in view ends at, less those of the whole. */
  readonly price: number | null;
}

export interface AblationsData {
  /** Null before the first answers. */
  readonly known: Ablations | null;
  readonly sweep: Sweep;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

const curveOf = ({ data, busy }: Answer<'evaluate'>): Curve => (busy ? null : (data ?? null));

/** Where a run ends, from its curve. */
const endOf = (curve: Curve): Outcome | null => {
  const heldOut = curve?.nats.at(-1);
  return heldOut === undefined ? null : { heldOut, ended: null };
};

/** Where each run that lacks one part ends; asks nothing for null. */
export function useSingles(
  recipe: Recipe | null,
  adam: boolean,
): Readonly<Record<Part, Answer<'evaluate'>>> {
  const ask = (part: Part) =>
    recipe && { recipe: runOf(recipe, [part], adam), steps: [recipe.steps] };
  return {
    position: useEngine('evaluate', ask('position')),
    norm: useEngine('evaluate', ask('norm')),
    scaled: useEngine('evaluate', ask('scaled')),
    residual: useEngine('evaluate', ask('residual')),
  };
}

/** Asks for the curves in view, then trains what the prices need, nearest first. */
export function useAblations(recipe: Recipe, view: View, told: boolean): AblationsData {
  const { adam } = view;
  const { steps } = recipe;
  const wanted = useMemo(() => measuredAt(steps), [steps]);
  const changedRun = useMemo(() => runOf(recipe, view.off, adam), [recipe, view.off, adam]);
  const wholeRun = useMemo(() => runOf(recipe, [], adam), [recipe, adam]);
  const page = useEngine('evaluate', { recipe, steps: wanted });
  const changed = useEngine('evaluate', { recipe: changedRun, steps: wanted });
  const whole = useEngine('evaluate', { recipe: wholeRun, steps: wanted });
  const mlp = useEngine('evaluate', { recipe: programOf(recipe, 2), steps: wanted });
  const counting = useEngine('evaluate', { recipe: programOf(recipe, 0), steps: wanted });
  const plan = useMemo(() => planOf(recipe, view), [recipe, view]);
  // Before the guess only the run in view and the whole one, which begin the plan.
  const asked = useMemo(() => (told ? plan.recipes : plan.recipes.slice(0, 2)), [told, plan]);
  const sweep = useSweep(asked, plan.view, THIN);
  const singles = useSingles(told ? recipe : null, adam);

  const floors = page.data?.floors;
  const { runs } = sweep;
  const at = (place: number): SweptRun | null => runs[place] ?? null;
  const known = ((): Ablations | null => {
    if (!floors) return null;
    const run = at(plan.view);
    const against = at(plan.seeds[0].whole);
    const wholeEnd = against ?? endOf(curveOf(whole));
    const pricesOf = (part: Part) =>
      plan.seeds.map(({ whole: one, parts }, i) =>
        i > 0
          ? priceOf(at(parts[part]), at(one))
          : priceOf(at(parts[part]) ?? endOf(curveOf(singles[part])), wholeEnd),
      );
    return {
      floors,
      documents: page.data?.documents ?? 0,
      counting: curveOf(counting),
      mlp: curveOf(mlp),
      page: curveOf(page),
      whole: curveOf(whole),
      changed: curveOf(changed),
      run,
      against,
      prices: Object.fromEntries(PARTS.map((part) => [part, pricesOf(part)])) as Record<
        Part,
        (number | null)[]
      >,
      price: priceOf(run ?? endOf(curveOf(changed)), wholeEnd),
    };
  })();
  const answers = [page, changed, whole, mlp, counting];
  return {
    known,
    sweep,
    live: page.live,
    busy: answers.some(({ busy }) => busy),
    fault: answers.find(({ fault }) => fault)?.fault ?? sweep.fault,
  };
}
