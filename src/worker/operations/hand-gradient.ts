import { byHand } from '../../engine/index.ts';
import type { Input, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { part } from '../part.ts';
import { checkByHand, dialsOf, passOf, piecesOf } from './by-hand.ts';
import { goTo } from './place.ts';
import { placeOf } from './tensors.ts';

export function* handGradient(
  workspace: Workspace,
  input: Input<'handGradient'>,
): Generator<Progress, Result<'handGradient'>> {
  const { recipe, mistake } = input;
  checkByHand(recipe);
  const { step, net, reading } = yield* part(goTo(workspace, input), 0, 0.9);
  const pieces = piecesOf(recipe, mistake);
  const { loss, grad } = byHand.analyticGradient(dialsOf(net), reading.tokens, pieces);
  return { ...reading, step, gradient: Float64Array.from(byHand.flatDials(grad)), loss };
}

export function* slopes(
  workspace: Workspace,
  input: Input<'slopes'>,
): Generator<Progress, Result<'slopes'>> {
  const { recipe, along, offset, eps, mistake } = input;
  checkByHand(recipe);
  if (!eps.every((amount) => amount > 0 && amount < Infinity))
    throw new RangeError(`Nudges of ${eps.join(', ')} are none`);
  const { step, net, reading } = yield* part(goTo(workspace, input), 0, 0.5);
  const { tokens } = reading;
  const i = placeOf(net.shapes, along);
  const value = net.p[i];
  const turned = value + offset;
  net.p[i] = turned;
  net.g.fill(0);
  const loss = net.gradient(tokens);
  const right = net.g[i];
  const measure = (at: number): number => {
    net.p[i] = at;
    return net.measure(tokens);
  };
  const up: number[] = [];
  const down: number[] = [];
  for (const amount of eps) {
    up.push(measure(turned + amount));
    down.push(measure(turned - amount));
    yield { done: 0.5 + (0.4 * up.length) / eps.length, total: 1 };
  }
  net.p[i] = turned;
  const numerical = eps.map((amount, k) => (up[k] - down[k]) / (2 * amount));
  const errors = Float64Array.from(numerical, (slope) => Math.abs(slope - right));
  const hand = mistake === null ? right : broken();
  return { ...reading, step, value, loss, hand, up, down, numerical, errors };

  function broken(): number {
    const pieces = piecesOf(recipe, mistake);
    const { grad } = byHand.analyticGradient(dialsOf(net), tokens, pieces);
    return byHand.flatDials(grad)[i];
  }
}

export function* pair(
  workspace: Workspace,
  input: Input<'pair'>,
): Generator<Progress, Result<'pair'>> {
  const { recipe } = input;
  checkByHand(recipe);
  const { step, net, reading } = yield* goTo(workspace, input);
  const last = reading.tokens.length - 2;
  const at = Math.max(0, Math.min(last, Math.floor(input.pair)));
  return { ...reading, step, ...passOf(dialsOf(net), reading.tokens, at, piecesOf(recipe, null)) };
}
