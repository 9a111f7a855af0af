import { ROOT } from '../../engine/explain/address.ts';
import { Layout } from '../../engine/explain/layout.ts';
import { childrenOf, countOf } from '../../engine/explain/tree.ts';
import {
  exampleOf,
  handedAt,
  recordSize,
  unroll as unrolled,
} from '../../engine/explain/unroll.ts';
import { EngineFault } from '../faults.ts';
import { part } from '../part.ts';
import type { Input, Progress, Result, UnrolledExample } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { goTo, type Place } from './place.ts';

/** Records longer than this are not made to find an example in them. */
const LONGEST = 600_000;

function* placeOf(workspace: Workspace, input: Input<'outline'>): Generator<Progress, Place> {
  if (input.recipe.model !== 2)
    throw new EngineFault('recipe-unusable', `model ${input.recipe.model} is not unrolled`);
  return yield* part(goTo(workspace, input), 0, 0.9);
}

export function* outline(
  workspace: Workspace,
  input: Input<'outline'>,
): Generator<Progress, Result<'outline'>> {
  const { step, net, reading, loss } = yield* placeOf(workspace, input);
  const { tokenizer } = workspace.dataSet(input.recipe.data);
  const layout = new Layout(net.sizes, reading.tokens);
  const [weights, ...rest] = childrenOf(layout, ROOT).map((box) => countOf(layout, box).reached);
  const each = rest[0];
  const nodes = recordSize(net, reading.tokens);
  return {
    ...reading,
    step,
    loss,
    labels: reading.tokens.map((token) => tokenizer.label(token)),
    pairs: layout.n,
    width: net.sizes.embd,
    vocabulary: net.sizes.vocab,
    nodes,
    weights,
    each,
    mean: nodes - weights - layout.n * each,
    example: nodes > LONGEST ? null : exampleIn({ net, reading }, layout.n),
  };
}

function exampleIn({ net, reading }: Pick<Place, 'net' | 'reading'>, n: number): UnrolledExample {
  const record = unrolled(net, reading.tokens);
  const node = exampleOf(record);
  const { a, b, data, grad, position, row, term } = record;
  const [w, x] = [a[node], b[node]];
  return {
    node,
    position: position[node],
    row: row[node],
    // A width of one leaves a single product, which is not counted.
    term: Math.max(0, term[node]),
    w: data[w],
    x: data[x],
    y: data[node],
    gradient: { w: grad[w], x: grad[x], y: grad[node] },
    amounts: handedAt(record, w, n).map((amount) => amount ?? 0),
  };
}

export function* unroll(
  workspace: Workspace,
  input: Input<'unroll'>,
): Generator<Progress, Result<'unroll'>> {
  const { step, net, reading } = yield* placeOf(workspace, input);
  const { tokenizer } = workspace.dataSet(input.recipe.data);
  const long = recordSize(net, reading.tokens) > input.limit;
  return {
    ...reading,
    step,
    labels: reading.tokens.map((token) => tokenizer.label(token)),
    width: net.sizes.embd,
    record: long ? null : unrolled(net, reading.tokens),
  };
}
