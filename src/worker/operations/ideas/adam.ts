import { heldOutSpan, networkOf, shuffledOrder, type Optimizer } from '../../../engine/index.ts';
import { periodSum, WALKERS, walkAlong, type Walker } from '../../../engine/ideas/amsgrad.ts';
import {
  bestRate,
  heightAt,
  LEVEL,
  MOST_STEPS,
  toAxes,
  wayDown,
  type Ravine,
} from '../../../engine/ideas/ravine.ts';
import { turnedRun as trainTurned } from '../../../engine/ideas/turned-run.ts';
import { checkNetwork } from '../../network-run.ts';
import type { Input, Progress, Race, Racer, RaceWay, Result } from '../../protocol.ts';
import type { Workspace } from '../../workspace.ts';

const EPS = 1e-8;
const RACERS = ['sgd', 'momentum', 'rmsprop', 'adam'] as const satisfies readonly Racer[];

function optimizerFor(racer: Racer, { beta1, beta2 }: Pick<Race, 'beta1' | 'beta2'>): Optimizer {
  switch (racer) {
    case 'sgd':
      return { kind: racer };
    case 'momentum':
      return { kind: racer, beta1 };
    case 'rmsprop':
      return { kind: racer, beta2, eps: EPS };
    case 'adam':
      return { kind: racer, beta1, beta2, eps: EPS };
  }
}

/** @throws RangeError for a ravine that is none */
function ravineOf({ stretch, angle }: Pick<Race, 'stretch' | 'angle'>): Ravine {
  if (!(stretch >= 1 && Number.isFinite(stretch) && Number.isFinite(angle)))
    throw new RangeError(`No ravine: stretch ${stretch}, angle ${angle}`);
  return { stretch, angle };
}

function* race(_: Workspace, input: Input<'race'>): Generator<Progress, Result<'race'>> {
  const ravine = ravineOf(input);
  const start = toAxes(ravine, input.start);
  const height = heightAt(ravine, start);
  const ways: Partial<Record<Racer, RaceWay>> = {};
  for (const [i, racer] of RACERS.entries()) {
    const optimizer = optimizerFor(racer, input);
    const { rate, steps } = bestRate(ravine, start, optimizer);
    const path = wayDown(ravine, start, optimizer, steps === null ? 0 : rate, input.drawn);
    ways[racer] = { rate, steps, path };
    yield { done: i + 1, total: RACERS.length };
  }
  return { ways: ways as Record<Racer, RaceWay>, height, level: LEVEL * height };
}

function* raceSteps(
  _: Workspace,
  input: Input<'raceSteps'>,
): Generator<Progress, Result<'raceSteps'>> {
  const { over, values } = input;
  const steps: Record<Racer, number[]> = { sgd: [], momentum: [], rmsprop: [], adam: [] };
  for (const [i, value] of values.entries()) {
    const ravine = ravineOf({ ...input, [over]: value });
    const start = toAxes(ravine, input.start);
    for (const racer of RACERS)
      steps[racer].push(bestRate(ravine, start, optimizerFor(racer, input)).steps ?? Infinity);
    yield { done: i + 1, total: values.length };
  }
  return { values, most: MOST_STEPS, steps };
}

/** A walk has so many steps, less what the last period would lack. */
const WALK = 100_000;
/** Places drawn to a power of ten. */
const DRAWN = 24;

function* slopeWalks(
  _: Workspace,
  { large, period, beta1, beta2 }: Input<'slopeWalks'>,
): Generator<Progress, Result<'slopeWalks'>> {
  if (!(Number.isInteger(period) && period >= 2 && Number.isFinite(large)))
    throw new RangeError(`No sequence: ${large} once in ${period}`);
  const count = WALK - (WALK % period);
  const steps = drawnSteps(count, period);
  const places: Partial<Record<Walker, number[]>> = {};
  const last: Partial<Result<'slopeWalks'>['last']> = {};
  for (const [i, walker] of WALKERS.entries()) {
    const walk = walkAlong({ large, period }, walker, { beta1, beta2, eps: EPS }, count);
    places[walker] = steps.map((step) => walk.places[step - 1]);
    const [first, ...others] = walk.moves.subarray(count - period);
    last[walker] = { first, others: others.reduce((a, b) => a + b, 0) };
    yield { done: i + 1, total: WALKERS.length };
  }
  return {
    steps,
    places: places as Record<Walker, number[]>,
    last: last as Result<'slopeWalks'>['last'],
    sum: periodSum({ large, period }),
  };
}

/** Steps evenly apart on a scale of powers; from the second period on only its ends. */
export function drawnSteps(count: number, period: number): number[] {
  const steps = new Set<number>();
  let step = 1;
  while (step < count) {
    steps.add(step <= period ? step : step - (step % period));
    step = Math.max(step + 1, Math.floor(step * (1 + 2.3 / DRAWN)));
  }
  return [...steps, count];
}

function turnedRun(
  workspace: Workspace,
  { recipe, angle }: Input<'turnedRun'>,
): Generator<Progress, Result<'turnedRun'>> {
  checkNetwork(recipe);
  const data = workspace.dataSet(recipe.data);
  const { sizes, training } = networkOf(recipe, data.tokenizer.size)!;
  const { order, random } = shuffledOrder(data.documents.length, recipe.seed);
  const heldOut = heldOutSpan(data.documents.length, recipe.steps, recipe.heldOut);
  const { corpus } = data;
  const { seed } = recipe;
  return trainTurned({ sizes, training, corpus, order, heldOut, random, angle, seed });
}

/** Adam's claim and its limits: ravines, axes that are turned, and a sequence that misleads it. */
export const adam = { race, raceSteps, slopeWalks, turnedRun };
