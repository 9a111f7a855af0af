import { floors as floorsOf, log, Random } from '../../engine/index.ts';
import type { ComparedRun, Curve, HeldOutPoints, Input, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { modelRun, namesFrom, type ModelRun } from './models.ts';
import { part } from '../part.ts';

/** `points` steps of a run, both ends included: close together early, where the loss falls fast. */
export function curveSteps(steps: number, points: number): number[] {
  const most = Math.max(2, points) - 1;
  const chosen = Array.from({ length: most + 1 }, (_, i) => {
    const share = i / most;
    return Math.round(steps * share * share);
  });
  return [...new Set(chosen)];
}

/** Held-out nats at steps in any order, trained as far as need be. */
function* heldOutPoints(
  model: ModelRun,
  wanted: readonly number[],
): Generator<Progress, HeldOutPoints> {
  const steps: number[] = [];
  const nats: number[] = [];
  if (model.heldOutDocuments === 0) return { steps, nats };
  const each = 1 / (wanted.length + 1);
  // The first share is the training, as far as the last of them.
  yield* part(model.reach(Math.max(0, ...wanted)), 0, each);
  for (const [i, step] of wanted.entries()) {
    const held = yield* part(model.reach(step), (i + 1) * each, (i + 1) * each);
    steps.push(held);
    nats.push(yield* part(model.heldOutAt(held), (i + 1) * each, (i + 2) * each));
  }
  return { steps, nats };
}

function* curveOf(model: ModelRun, points: number): Generator<Progress, Curve> {
  const each = 1 / (points + 1);
  const last = yield* part(model.reach(model.recipe.steps), 0, each);
  const heldOut = yield* part(heldOutPoints(model, curveSteps(last, points)), each, 1);
  return {
    losses: model.losses(),
    heldOut,
    heldOutDocuments: model.heldOutDocuments,
    ended: model.ended(),
  };
}

export function* curve(
  workspace: Workspace,
  { recipe, points }: Input<'curve'>,
): Generator<Progress, Curve> {
  return yield* curveOf(modelRun(workspace, recipe), points);
}

export function* evaluate(
  workspace: Workspace,
  { recipe, steps }: Input<'evaluate'>,
): Generator<Progress, Result<'evaluate'>> {
  const model = modelRun(workspace, recipe);
  const points = yield* heldOutPoints(model, steps);
  return {
    ...points,
    bits: points.nats.map((nats) => nats / log(2)),
    documents: model.heldOutDocuments,
    floors: floorsOf(model.data.corpus),
  };
}

export function* compare(
  workspace: Workspace,
  input: Input<'compare'>,
): Generator<Progress, Result<'compare'>> {
  const recipe = yield* part(side(workspace, input.recipe, input), 0, 0.5);
  const against = yield* part(side(workspace, input.against, input), 0.5, 1);
  const both = recipe.final !== null && against.final !== null;
  return { recipe, against, difference: both ? recipe.final! - against.final! : null };
}

function* side(
  workspace: Workspace,
  recipe: Input<'compare'>['recipe'],
  { points, count, temperature, seed }: Input<'compare'>,
): Generator<Progress, ComparedRun> {
  const model = modelRun(workspace, recipe);
  const whole = yield* part(curveOf(model, points), 0, 0.95);
  const last = yield* part(model.reach(recipe.steps), 0.95, 0.95);
  const reader = yield* part(model.reader(last), 0.95, 1);
  return {
    ...whole,
    final: whole.heldOut.nats.at(-1) ?? null,
    names: namesFrom(model, reader, new Random(seed), count, temperature),
  };
}
