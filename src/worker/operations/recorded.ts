import {
  contextOf,
  drawGpt,
  drawMlp,
  lossOf,
  Random,
  topological,
  type FastNetwork,
  type Trainable,
  type Value,
} from '../../engine/index.ts';
import { EngineFault } from '../faults.ts';
import { part } from '../part.ts';
import type { Input, Kind, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { goTo } from './place.ts';
import { placeOf } from './tensors.ts';

/** The same network over `Value`s, with the same weights. */
function overValues({ sizes, p }: FastNetwork): Trainable {
  const net = (sizes.model === 2 ? drawMlp : drawGpt)(sizes, new Random(0));
  net.params.forEach((value, i) => (value.data = p[i]));
  return net;
}

interface Met {
  of: Kind;
  value: Value;
  token: number;
  position: number;
}

/** The forward pass again, with what comes in and out of the prices kept. */
function watched(net: Trainable, tokens: number[], n: number): { end: Value; met: Met[] } {
  const met: Met[] = [];
  const kept: Trainable = {
    params: net.params,
    start() {
      const forward = net.start();
      return (token, position) => {
        const logits = forward(token, position);
        logits.forEach((value, k) => met.push({ of: 'logit', value, token: k, position }));
        return logits;
      };
    },
  };
  const end = lossOf(kept, tokens, n);
  met.push({ of: 'loss', value: end, token: tokens[n], position: n });
  return { end, met };
}

/**
 * The probabilities that were priced, from the end of the record back: the loss is made of a sum,
 * each of its terms is −ln p, which is made of ln p, and that of p.
 */
function priced(end: Value, tokens: readonly number[], n: number): Met[] {
  const met: Met[] = [];
  let sum = end.a!;
  for (let position = n - 1; position >= 0; position--) {
    const price = position > 0 ? sum.b! : sum;
    met.push({ of: 'probability', value: price.a!.a!, token: tokens[position + 1], position });
    if (position > 0) sum = sum.a!;
  }
  return met;
}

export function* recorded(
  workspace: Workspace,
  input: Input<'recorded'>,
): Generator<Progress, Result<'recorded'>> {
  const { recipe, parameters } = input;
  if (recipe.model < 2)
    throw new EngineFault('recipe-unusable', `model ${recipe.model} records nothing`);
  const { step, net, reading } = yield* part(goTo(workspace, input), 0, 0.9);
  const { tokens } = reading;
  const n = contextOf(net.sizes, tokens);
  const values = overValues(net);
  const { end, met } = watched(values, tokens, n);
  end.backward();
  const order = topological(end);
  const amounts = new Map<Value, number>();
  for (const { a, b } of order)
    for (const maker of [a, b]) if (maker) amounts.set(maker, (amounts.get(maker) ?? 0) + 1);
  const all: Met[] = [
    ...met,
    ...priced(end, tokens, n),
    ...values.params.map((value): Met => ({ of: 'weight', value, token: 0, position: 0 })),
  ];
  const named = new Set(all.map(({ value }) => value));
  for (const value of order)
    if (!named.has(value)) all.push({ of: 'between', value, token: 0, position: 0 });
  const kinds: readonly Kind[] = ['loss', 'probability', 'logit', 'weight', 'between'];
  const largest = kinds.map((of) => {
    const { value, token, position } = all
      .filter((one) => one.of === of)
      .reduce((most, one) => (Math.abs(one.value.grad) > Math.abs(most.value.grad) ? one : most));
    return { of, gradient: value.grad, token, position };
  });
  return {
    ...reading,
    step,
    loss: end.data,
    nodes: order.length,
    made: order.filter(({ a }) => a !== null).length,
    handed: parameters.map((at) => {
      const value = values.params[placeOf(net.shapes, at)];
      return { amounts: amounts.get(value) ?? 0, gradient: value.grad };
    }),
    largest,
  };
}
