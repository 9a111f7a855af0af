import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixed } from '../../../src/charts/format.ts';
import { Value } from '../../../src/engine/autograd.ts';
import { gradientsAfter, valueGraph } from '../../../src/figures/step2/value-graph.ts';

const two = fixed(2);

/** (a + c) · (a − c), in which a and c are used twice each. */
function shared() {
  const a = new Value(3);
  const c = new Value(2);
  const sum = a.add(c);
  const minus = c.neg();
  const difference = a.add(minus);
  return { a, c, sum, minus, difference, end: sum.mul(difference) };
}

describe('the graph of a number', () => {
  it('has one node a number, however often it is used, and an edge for every use', () => {
    const { a, end } = shared();
    const graph = valueGraph(end, { look: () => ({ label: '' }), format: two });
    expect(graph.nodes).toHaveLength(6);
    expect(graph.edges).toHaveLength(7);
    expect(graph.edges.filter(({ from }) => from === graph.idOf(a))).toHaveLength(2);
  });
  it('draws two edges where a number is multiplied by itself', () => {
    const a = new Value(3);
    const graph = valueGraph(a.mul(a), { look: () => ({ label: '' }), format: two, locals: 'all' });
    expect(graph.edges.map(({ from, to, label }) => [from, to, label])).toEqual([
      ['n0', 'n1', '3.00'],
      ['n0', 'n1', '3.00'],
    ]);
  });
  it('keeps its ids when numbers change, and takes names that are given', () => {
    const ids = (x: number) => {
      const a = new Value(x);
      const look = (value: Value) => ({ label: '', id: value === a ? 'a' : undefined });
      return valueGraph(a.exp().mul(a), { look, format: two }).nodes.map(({ id }) => id);
    };
    expect(ids(1)).toEqual(['a', 'n1', 'n2']);
    expect(ids(-2)).toEqual(ids(1));
  });
  it('finds numbers by their ids', () => {
    const { c, end } = shared();
    const graph = valueGraph(end, { look: () => ({ label: '' }), format: two });
    expect(graph.order[graph.placeOf(graph.idOf(c))]).toBe(c);
    expect(graph.placeOf('elsewhere')).toBe(-1);
  });
  it('says what is given by its shape', () => {
    const { end } = shared();
    const graph = valueGraph(end, { look: () => ({ label: '' }), format: two });
    const round = graph.nodes.filter(({ shape }) => shape === 'round').map(({ id }) => id);
    expect(round).toEqual(graph.order.flatMap((value, k) => (value.a ? [] : [`n${k}`])));
  });
});

describe('the walk back', () => {
  it('is nowhere to be seen until somebody walks', () => {
    const graph = valueGraph(shared().end, { look: () => ({ label: '' }), format: two });
    expect(
      graph.nodes.every(({ state, numbers }) => state === 'idle' && numbers?.length === 1),
    ).toBe(true);
  });
  it('may have its room before it begins', () => {
    const options = { look: () => ({ label: '' }), format: two, roomForGrads: true };
    const texts = valueGraph(shared().end, options).nodes.map(({ numbers }) => numbers?.[1].text);
    expect(texts).toEqual(Array.from({ length: 6 }, () => ''));
  });
  it('stands at the end with 1 before anything was handed on', () => {
    const graph = valueGraph(shared().end, { look: () => ({ label: '' }), format: two, walked: 0 });
    expect(graph.nodes.map(({ numbers }) => numbers?.[1].text)).toEqual([
      ...Array.from({ length: 5 }, () => ''),
      '1.00',
    ]);
  });
  it('shows what has come to a shared number so far', () => {
    const { a, end } = shared();
    const looked = (walked: number) => {
      const graph = valueGraph(end, { look: () => ({ label: '' }), format: two, walked });
      return graph.grads[graph.order.indexOf(a)];
    };
    expect([0, 1, 2, 6].map(looked)).toEqual([null, null, 5, 6]);
  });
  it('marks who has handed on, who does so now, and who is still to', () => {
    const states = (walked: number) =>
      valueGraph(shared().end, { look: () => ({ label: '' }), format: two, walked }).nodes.map(
        ({ state }) => state,
      );
    expect(states(2)).toEqual(['idle', 'idle', 'idle', 'idle', 'active', 'done']);
    expect(states(6)).toEqual(Array.from({ length: 6 }, () => 'done'));
  });
  it('has the ink of gradients where it has been, and leaves each number its colour', () => {
    const look = (value: Value) => ({ label: '', tone: value.a ? undefined : ('loss' as const) });
    const { nodes } = valueGraph(shared().end, { look, format: two, walked: 2 });
    expect(nodes.map(({ tone }) => tone === 'gradient')).toEqual(
      nodes.map(({ state }) => state !== 'idle'),
    );
    expect(nodes.map(({ numbers }) => numbers?.[0].quantity)).toEqual(
      nodes.map(({ shape }) => (shape === 'round' ? 'loss' : 'activation')),
    );
  });
  it('keeps every box as wide before the walk as on it', () => {
    const marks = (walked: number | null) =>
      valueGraph(shared().end, {
        look: () => ({ label: '' }),
        format: two,
        walked,
        roomForGrads: true,
      }).nodes.map(({ numbers }) => numbers?.map(({ mark }) => mark?.length ?? 0));
    expect(marks(null)).toEqual(marks(3));
  });
  it('ends with the gradients that backward finds, to the bit', () => {
    const small = fc.double({ min: -3, max: 3, noNaN: true });
    const amount = fc.oneof(small, fc.constantFrom(0, 1e200, -1e200, 800));
    fc.assert(
      fc.property(amount, amount, (x, y) => {
        const a = new Value(x);
        const b = new Value(y);
        const end = a.mul(b).add(a.relu()).mul(b.exp()).add(a.mul(a)).add(a.log());
        const { order } = valueGraph(end, { look: () => ({ label: '' }), format: two });
        const walked = gradientsAfter(order, order.length);
        end.backward();
        expect(walked.map((g) => g! + 0)).toEqual(order.map(({ grad }) => grad + 0));
      }),
    );
  });
});
