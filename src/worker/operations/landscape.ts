import { Random, type Shape } from '../../engine/index.ts';
import { lengthOf } from '../../engine/vector.ts';
import type { Direction, Input, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { part } from '../part.ts';
import { goTo } from './place.ts';
import { placeOf } from './tensors.ts';

/** `count` numbers evenly apart, both ends included. */
function evenly(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) =>
    count === 1 ? from : from + ((to - from) * i) / (count - 1),
  );
}

export function* slice(
  workspace: Workspace,
  input: Input<'slice'>,
): Generator<Progress, Result<'slice'>> {
  const { step, net, reading, loss, gradient } = yield* part(goTo(workspace, input), 0, 0.5);
  const i = placeOf(net.shapes, input.along);
  const value = net.p[i];
  const offsets = evenly(input.from, input.to, input.count);
  const losses = new Float64Array(input.count);
  for (const [k, offset] of offsets.entries()) {
    net.p[i] = value + offset;
    losses[k] = net.measure(reading.tokens);
    yield { done: 0.5 + (0.5 * (k + 1)) / input.count, total: 1 };
  }
  return { ...reading, step, value, loss, slope: gradient[i], offsets, losses };
}

/** A direction by the parameters that it moves, and how far for each unit of its length. */
export interface Way {
  readonly places: ArrayLike<number>;
  readonly amounts: ArrayLike<number>;
}

/** @throws RangeError for a parameter that the network does not have */
export function wayOf(shapes: readonly Shape[], parameters: number, direction: Direction): Way {
  if ('tensor' in direction) return { places: [placeOf(shapes, direction)], amounts: [1] };
  if ('several' in direction) {
    const { several } = direction;
    return {
      places: several.map((one) => placeOf(shapes, one)),
      amounts: several.map(({ amount }) => amount),
    };
  }
  const random = new Random(direction.seed);
  const amounts = Float64Array.from({ length: parameters }, () => random.gauss());
  const length = lengthOf(amounts);
  return { places: amounts.map((_, i) => i), amounts: amounts.map((x) => x / length) };
}

/** Moves parameters `p` along a way. */
export function move(p: Float64Array, { places, amounts }: Way, offset: number): void {
  for (let k = 0; k < places.length; k++) p[places[k]] += offset * amounts[k];
}

/** How fast the loss rises along a way, from its gradient for all parameters. */
export function slopeAlong(gradient: Float64Array, { places, amounts }: Way): number {
  let slope = 0;
  for (let k = 0; k < places.length; k++) slope += gradient[places[k]] * amounts[k];
  return slope;
}

export function* plane(
  workspace: Workspace,
  input: Input<'plane'>,
): Generator<Progress, Result<'plane'>> {
  const { step, net, reading, loss, gradient } = yield* part(goTo(workspace, input), 0, 0.3);
  const { count } = input;
  const base = net.p.slice();
  const [first, second] = input.along.map((along) => wayOf(net.shapes, base.length, along));
  const offsets = evenly(input.from, input.to, count);
  const losses = new Float64Array(count * count);
  for (let k = 0; k < losses.length; k++) {
    net.p.set(base);
    move(net.p, first, offsets[Math.floor(k / count)]);
    move(net.p, second, offsets[k % count]);
    losses[k] = net.measure(reading.tokens);
    yield { done: 0.3 + (0.7 * (k + 1)) / losses.length, total: 1 };
  }
  const slopes: [number, number] = [slopeAlong(gradient, first), slopeAlong(gradient, second)];
  return { ...reading, step, loss, slopes, offsets, losses };
}
