import { faultsOf, type Recipe } from '../../engine/index.ts';
import { startNetwork } from '../network-run.ts';
import type { Progress, Streams, SweepFrame, SweptRun } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { modelRun, namesFrom, networkModel, type ModelRun } from './models.ts';
import { networksOf } from '../networks.ts';
import { part } from '../part.ts';
import type { Framed } from './streams.ts';

/** After so many milliseconds a frame goes with what is finished, after more in any case. */
const PER_FRAME = { some: 8, none: 48 };
/** Runs begun and put aside for nearer ones; those beyond are begun again when their turn comes. */
const ASIDE = 2;
/** Samples of each run. */
const NAMES = 5;

/** The temperature at which the reference program of a model samples. */
const referenceTemperature = ({ model }: Recipe): number => (model === 0 ? 1 : 0.5);

interface Sweep {
  advance(until: number, spent?: () => number): Generator<Progress, Framed<'sweep'>>;
  refocus(focus: number): void;
}

/** Many complete runs, one frame whenever some are finished. */
export function sweep(workspace: Workspace, input: Streams['sweep']['input']): Sweep {
  const { recipes, points } = input;
  let { focus } = input;
  const left = new Set(recipes.keys());
  const begun = new Map<number, Generator<Progress, SweptRun>>();
  const distance = (index: number) => Math.abs(index - focus);

  /** The one to go on with. */
  function nearest(): number {
    return [...left].reduce((a, b) => (distance(b) < distance(a) ? b : a));
  }

  /** Its computation, as far as it has come. */
  function workOn(index: number): Generator<Progress, SweptRun> {
    const work = begun.get(index) ?? sweptRun(workspace, recipes[index], index, points);
    begun.delete(index);
    begun.set(index, work);
    for (const oldest of begun.keys()) {
      if (begun.size <= ASIDE + 1) break;
      begun.delete(oldest);
    }
    return work;
  }

  function takeKnown(): SweptRun[] {
    const known: SweptRun[] = [];
    for (const index of left) {
      const run = networksOf(workspace).swept(recipes[index], points);
      if (run) known.push({ ...run, index, losses: run.losses.slice() });
    }
    for (const { index } of known) left.delete(index);
    return known.toSorted((a, b) => distance(a.index) - distance(b.index));
  }

  return {
    refocus: (to) => void (focus = to),
    *advance(_until, spent = () => 0) {
      const finished = takeKnown();
      const enough = () => spent() >= (finished.length > 0 ? PER_FRAME.some : PER_FRAME.none);
      while (left.size > 0 && !enough()) {
        const index = nearest();
        const { value, done } = workOn(index).next();
        if (!done) {
          yield value;
          continue;
        }
        networksOf(workspace).rememberSwept(recipes[index], points, {
          ...value,
          losses: value.losses.slice(),
        });
        finished.push(value);
        left.delete(index);
        begun.delete(index);
      }
      const frame: SweepFrame = { finished, left: left.size };
      return {
        frame,
        last: left.size === 0,
        transfer: finished.map(({ losses }) => losses.buffer),
      };
    },
  };
}

function* sweptRun(
  workspace: Workspace,
  recipe: Recipe,
  index: number,
  points: number,
): Generator<Progress, SweptRun> {
  const faults = faultsOf(recipe);
  if (faults.length > 0) {
    const losses = new Float64Array();
    return { index, losses, heldOut: null, ended: null, names: [], faults };
  }
  const model = modelFor(workspace, recipe);
  const last = yield* part(model.reach(recipe.steps), 0, 0.5);
  const measured = model.heldOutDocuments > 0;
  const heldOut = measured ? yield* part(model.heldOutAt(last), 0.5, 1) : null;
  const reader = yield* model.reader(last);
  const ended = model.ended();
  const temperature = referenceTemperature(recipe);
  const names = ended ? [] : namesFrom(model, reader, model.random(), NAMES, temperature);
  return {
    index,
    losses: thinned(model.losses(), points),
    heldOut,
    ended,
    names: names.map(({ text }) => text),
    faults,
  };
}

/** A run that is kept already, or one that keeps no states on its way. */
function modelFor(workspace: Workspace, recipe: Recipe): ModelRun {
  if (recipe.model === 0) return modelRun(workspace, recipe);
  const kept = networksOf(workspace).finished(recipe);
  return networkModel(kept ?? startNetwork(recipe, workspace.dataSet(recipe.data), 0));
}

/** Means over `points` stretches of equal length; all numbers if there are no more than that. */
export function thinned(losses: Float64Array, points: number): Float64Array {
  const n = losses.length;
  if (n <= points) return losses;
  return Float64Array.from({ length: points }, (_, i) => {
    const stretch = losses.subarray(
      Math.floor((i * n) / points),
      Math.floor(((i + 1) * n) / points),
    );
    return stretch.reduce((a, b) => a + b, 0) / stretch.length;
  });
}
