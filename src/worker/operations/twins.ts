import { byHand } from '../../engine/index.ts';
import { heldOutAt, trainTo, type NetworkRun } from '../network-run.ts';
import { part } from '../part.ts';
import type { Apart, Input, ParameterAt, Progress, Result, Stretch, Twice } from '../protocol.ts';
import { networksOf } from '../networks.ts';
import type { Workspace } from '../workspace.ts';
import { checkByHand, dialsOf, piecesOf } from './by-hand.ts';
import { twice, unitsApart } from './digits.ts';
import { modelRun, namesFrom } from './models.ts';
import { goTo } from './place.ts';
import { placed } from './tensors.ts';

/** Where the classes of differences begin, in numbers of float64. */
const CLASSES = [0, 1, 2, 3, 5, 9, 17, 65];

export function* lastDigits(
  workspace: Workspace,
  input: Input<'lastDigits'>,
): Generator<Progress, Result<'lastDigits'>> {
  const { recipe } = input;
  checkByHand(recipe);
  const at = yield* goTo(workspace, { ...input, recipe: { ...recipe, model: 2 } });
  const { step, net, reading, gradient: recorded } = at;
  const pieces = piecesOf(recipe, null);
  const { loss, grad } = byHand.analyticGradient(dialsOf(net), reading.tokens, pieces);
  const hand = byHand.flatDials(grad);
  const shapes = placed(net.shapes);
  const parameter = (i: number): ParameterAt & Twice => {
    const { name, from, cols } = shapes.findLast((tensor) => tensor.from <= i)!;
    const [row, col] = [Math.floor((i - from) / cols), (i - from) % cols];
    return { tensor: name, row, col, ...twice(hand[i], recorded[i]) };
  };

  const examples: (number | null)[] = CLASSES.map(() => null);
  const counts = CLASSES.map(() => 0);
  let zeros = 0;
  let most = -1;
  let relative = 0;
  hand.forEach((x, i) => {
    const y = recorded[i];
    const units = unitsApart(x, y);
    const k = CLASSES.findLastIndex((from) => from <= units);
    counts[k] += 1;
    if (x === 0 && y === 0) zeros += 1;
    const example = examples[k];
    if (example === null || Math.abs(x) > Math.abs(hand[example])) examples[k] = i;
    const apart = Math.abs(x - y);
    if (apart === 0) return;
    if (most < 0 || apart > Math.abs(hand[most] - recorded[most])) most = i;
    relative = Math.max(relative, apart / Math.max(Math.abs(x), Math.abs(y)));
  });
  const apart = CLASSES.map((from, k): Apart => {
    const example = examples[k];
    return {
      from,
      to: k + 1 < CLASSES.length ? CLASSES[k + 1] - 1 : null,
      count: counts[k],
      example: example === null ? null : parameter(example),
    };
  });
  return {
    ...reading,
    step,
    loss: twice(loss, at.loss),
    parameters: hand.length,
    same: counts[0],
    zeros,
    apart,
    farthest:
      most < 0 ? null : { ...parameter(most), apart: Math.abs(hand[most] - recorded[most]) },
    relative,
  };
}

/** Two runs' losses in stretches of equal length. */
export function stretchesOf(
  byHandLosses: ArrayLike<number>,
  recordedLosses: ArrayLike<number>,
  steps: number,
  stretches: number,
): Stretch[] {
  const count = Math.max(1, Math.min(stretches, steps));
  return Array.from({ length: steps > 0 ? count : 0 }, (_, k) => {
    const [from, to] = [k, k + 1].map((i) => Math.round((i * steps) / count));
    const sums = { byHand: 0, recorded: 0, apart: 0, same: 0 };
    for (let s = from; s < to; s++) {
      sums.byHand += byHandLosses[s];
      sums.recorded += recordedLosses[s];
      sums.apart = Math.max(sums.apart, Math.abs(byHandLosses[s] - recordedLosses[s]));
      if (byHandLosses[s] === recordedLosses[s]) sums.same += 1;
    }
    const mean = (sum: number) => sum / (to - from);
    return { ...sums, from, to, byHand: mean(sums.byHand), recorded: mean(sums.recorded) };
  });
}

export function* twins(
  workspace: Workspace,
  { recipe, stretches, count, temperature }: Input<'twins'>,
): Generator<Progress, Result<'twins'>> {
  // By hand there is only the plain step, so both take it.
  const alike = { ...recipe, optimizer: 'sgd', zeroing: true } as const;
  const run = (model: 1 | 2): NetworkRun => networksOf(workspace).run({ ...alike, model });
  const [one, two] = [run(1), run(2)];
  yield* part(trainTo(one, recipe.steps), 0, 0.3);
  yield* part(trainTo(two, recipe.steps), 0.3, 0.6);
  const steps = Math.min(one.history.trained, two.history.trained);
  const last = Math.min(one.history.last, two.history.last);
  const [p1, p2] = [one, two].map(({ history }) => history.at(last).p);
  const weights = most(p1.map((x, i) => Math.abs(x - p2[i])));
  const all = stretchesOf(one.history.losses, two.history.losses, steps, stretches);
  const ended = two.history.ended ?? one.history.ended;
  const measured = ended === null && one.heldOut.to > one.heldOut.from;
  const heldOut: [number, number] | null = measured
    ? [yield* part(heldOutAt(one, last), 0.6, 0.8), yield* part(heldOutAt(two, last), 0.8, 1)]
    : null;
  const invented = function* (model: 1 | 2): Generator<Progress, string[]> {
    const reader = modelRun(workspace, { ...alike, model });
    const random = reader.random();
    const predict = yield* reader.reader(last);
    return namesFrom(reader, predict, random, count, temperature).map(({ text }) => text);
  };
  const names =
    ended === null ? { byHand: yield* invented(1), recorded: yield* invented(2) } : NONE;
  return {
    stretches: all,
    steps,
    same: all.reduce((sum, { same }) => sum + same, 0),
    apart: most(all.map(({ apart }) => apart)),
    weights,
    heldOut,
    names,
    ended,
  };
}

const most = (values: Iterable<number>): number =>
  [...values].reduce((largest, value) => Math.max(largest, value), 0);

/** A run that broke down invents nothing. */
const NONE = { byHand: [], recorded: [] };
