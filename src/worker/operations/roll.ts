import {
  decay,
  DEFAULT_RECIPE,
  optimizerOf,
  startOptimizer,
  Value,
  type FastNetwork,
} from '../../engine/index.ts';
import { checkNetwork } from '../network-run.ts';
import { part } from '../part.ts';
import type { Input, Progress, Result, Roll } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { move, slopeAlong, wayOf, type Way } from './landscape.ts';
import { reach } from './place.ts';

type OptimizerSettings = Input<'roll'>['optimizers'][number];

/** The loss as a function of two numbers. */
interface Hill {
  readonly net: FastNetwork;
  readonly tokens: readonly number[];
  /** The parameters at offsets 0. */
  readonly base: Float64Array;
  readonly ways: readonly Way[];
}

export function* roll(
  workspace: Workspace,
  input: Input<'roll'>,
): Generator<Progress, Result<'roll'>> {
  const { along, start, optimizers, steps } = input;
  if (!Number.isInteger(steps) || steps < 0)
    throw new RangeError(`There is no way of ${steps} steps`);
  // An optimizer by itself has the limits that it has in a recipe.
  for (const settings of optimizers) checkNetwork({ ...DEFAULT_RECIPE, model: 5, ...settings });
  const { step, net, reading } = yield* part(reach(workspace, input), 0, 0.5);
  const base = net.p.slice();
  const ways = along.map((direction) => wayOf(net.shapes, base.length, direction));
  const hill: Hill = { net, tokens: reading.tokens, base, ways };
  const rolls: Roll[] = [];
  const share = (n: number) => 0.5 + (0.5 * n) / optimizers.length;
  for (const [i, settings] of optimizers.entries())
    rolls.push(yield* part(rollDown(hill, start, settings, steps), share(i), share(i + 1)));
  return { ...reading, step, rolls };
}

/** One optimizer's way: to it, the two offsets are all the parameters there are. */
function* rollDown(
  hill: Hill,
  start: readonly [number, number],
  settings: OptimizerSettings,
  steps: number,
): Generator<Progress, Roll> {
  const offsets = start.map((offset) => new Value(offset));
  const update = startOptimizer(optimizerOf(settings), offsets.length);
  const path = new Float64Array(2 * (steps + 1));
  const losses = new Float64Array(steps + 1);
  for (let s = 0; s <= steps; s++) {
    const at = offsets.map(({ data }) => data);
    path.set(at, 2 * s);
    const { loss, slopes } = slopesAt(hill, at);
    losses[s] = loss;
    offsets.forEach((offset, k) => (offset.grad = slopes[k]));
    if (s < steps) update(offsets, settings.rate * decay(settings.schedule, s, steps), s + 1);
    yield { done: s + 1, total: steps + 1 };
  }
  return { path, losses };
}

/** The loss at two offsets, and how fast it rises with each of them. */
function slopesAt({ net, tokens, base, ways }: Hill, offsets: readonly number[]) {
  net.p.set(base);
  ways.forEach((way, k) => move(net.p, way, offsets[k]));
  net.g.fill(0);
  const loss = net.gradient(tokens);
  return { loss, slopes: ways.map((way) => slopeAlong(net.g, way)) };
}
