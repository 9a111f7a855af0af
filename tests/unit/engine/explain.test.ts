import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topological, type Value } from '../../../src/engine/autograd.ts';
import { explain } from '../../../src/engine/explain/explain.ts';
import { levels } from '../../../src/engine/explain/levels.ts';
import type { Trace } from '../../../src/engine/explain/trace.ts';
import { casesOf, graphOf, opened, traced, type Case } from './explain-cases.ts';

/** Where two rows of numbers differ in a bit: 0 is not −0. */
const differ = (a: number[], b: number[]) =>
  a.length !== b.length || a.some((x, i) => !Object.is(x, b[i]));

/**
 * Goes from the loss to all that it comes from, in the graph and by name at once: the graph's
 * own links say which `Value` a name must be.
 */
function walk(t: Trace, loss: Value): Map<string, Value> {
  const named = new Map<string, Value>();
  const names = new Map<Value, string>();
  const path: [string, Value][] = [['loss', loss]];
  for (let next = path.pop(); next; next = path.pop()) {
    const [id, value] = next;
    if ((named.get(id) ?? value) !== value || (names.get(value) ?? id) !== id)
      throw new Error(`${id} and ${names.get(value)} are mixed up`);
    if (named.has(id)) continue;
    named.set(id, value);
    names.set(value, id);
    const { inputs, value: data, grad, reached } = explain(t, id, 0);
    const inGraph = [value.a, value.b].filter((input) => input !== null);
    const got = [data, grad, ...inputs.map(({ local }) => local)];
    const want = [value.data, value.grad, ...[value.da, value.db].slice(0, inGraph.length)];
    if (differ(got, want) || !reached) expect([id, ...got, reached]).toEqual([id, ...want, true]);
    inputs.forEach((input, i) => path.push([input.id, inGraph[i]]));
  }
  return named;
}

/** A network's trace and graph, unless its numbers overflow. */
function whole(example: Case): { t: Trace; loss: Value; params: Value[] } {
  const graph = graphOf(example);
  const numbers = topological(graph.loss).flatMap(({ data, grad, da, db }) => [data, grad, da, db]);
  fc.pre(numbers.every((x) => Number.isFinite(x)));
  return { t: traced(example), ...graph };
}

describe('every number of the graph', { timeout: 60_000 }, () => {
  it('has a name, and by that name the same value, gradient, inputs and slopes, bit for bit', () => {
    fc.assert(
      fc.property(casesOf(2, 3, 4, 5), (example) => {
        const { t, loss, params } = whole(example);
        const named = walk(t, loss);
        expect(named.size).toBe(topological(loss).length);
        expect(levels(t, 'loss').reached).toBe(named.size);
        // Parameters are named by their place.
        const ids = t.layout.shapes.flatMap(({ name, rows, cols }) =>
          Array.from(
            { length: rows * cols },
            (_, i) => `${name}[${Math.floor(i / cols)}][${i % cols}]`,
          ),
        );
        expect(ids).toHaveLength(params.length);
        ids.forEach((id, i) => {
          const { grad, reached } = explain(t, id, 0);
          expect([id, reached]).toEqual([id, named.has(id)]);
          if (reached) expect(named.get(id)).toBe(params[i]);
          expect(grad).toBe(params[i].grad);
        });
      }),
      { numRuns: 60 },
    );
  });
});

it('the network of Step 5 has as many numbers as its graph', () => {
  const example: Case = {
    sizes: { model: 5, vocab: 27, embd: 16, heads: 4, layers: 1, block: 16 },
    tokens: [26, 4, 12, 12, 0, 26],
    seed: 42,
    stretch: 1,
  };
  const { loss } = graphOf(example);
  const t = traced(example);
  expect(levels(t, 'loss').reached).toBe(topological(loss).length);
  expect(walk(t, loss).size).toBe(topological(loss).length);
});

describe('inputs and consumers', { timeout: 60_000 }, () => {
  it('are each other backwards, and gather the gradient in the order of the graph', () => {
    fc.assert(
      fc.property(casesOf(1, 2, 3, 4, 5), (example) => {
        if (example.sizes.model > 1) whole(example);
        const t = traced(example);
        const { numbers } = opened(t);
        const read: string[] = [];
        const given: string[] = [];
        for (const id of numbers) {
          const { inputs, consumers, consumerCount, grad, reached, carried } = explain(
            t,
            id,
            Infinity,
          );
          expect(consumers).toHaveLength(consumerCount);
          for (const input of inputs) read.push(`${input.id} ${id} ${input.local}`);
          for (const consumer of consumers) given.push(`${id} ${consumer.id} ${consumer.local}`);
          if (id === 'loss') continue;
          const sum = consumers.reduce((all, { local, grad: g }) => all + local * g, carried);
          // By hand, −ln p and softmax are gone back through at once.
          if (t.layout.model === 1 && id.includes('logits')) {
            expect(Math.abs(sum - grad)).toBeLessThan(1e-14);
          } else if (!Object.is(sum, grad)) {
            expect([id, sum]).toEqual([id, grad]);
          }
          if (!reached) expect([id, grad]).toEqual([id, 0]);
        }
        expect(given.sort()).toEqual(read.sort());
      }),
      { numRuns: 50 },
    );
  });

  it('are told of up to a limit, and counted beyond it', () => {
    const example: Case = {
      sizes: { model: 5, vocab: 5, embd: 4, heads: 2, layers: 1, block: 4 },
      tokens: [4, 0, 1, 4],
      seed: 3,
      stretch: 1,
    };
    const t = traced(example);
    const few = explain(t, 'pos1.layer0.norm1.out[2]', 3);
    const all = explain(t, 'pos1.layer0.norm1.out[2]', Infinity);
    expect(all.consumers).toHaveLength(12);
    expect(few).toEqual({ ...all, consumers: all.consumers.slice(0, 3) });
  });
});

describe('levels', { timeout: 60_000 }, () => {
  it('add up, hold each number once, and know their way back to the loss', () => {
    fc.assert(
      fc.property(casesOf(1, 2, 3, 4, 5), (example) => {
        const t = traced(example);
        const { boxes, numbers } = opened(t);
        expect(new Set(numbers).size).toBe(numbers.length);
        const live = numbers.filter((id) => explain(t, id, 0).reached);
        const { size, reached } = levels(t, 'loss');
        expect([size, reached]).toEqual([numbers.length, live.length]);
        const byId = new Map(boxes.map((box) => [box.id, box]));
        const paths = new Map(boxes.map(({ id, path }) => [id, [...path, id].join()]));
        for (const { id, children } of boxes) {
          for (const child of children) {
            // Counted from without, and by what is in it.
            const { size, reached } = byId.get(child.id)!;
            expect([child.id, child.size, child.reached]).toEqual([child.id, size, reached]);
            expect(paths.get(child.id)).toBe(`${paths.get(id)},${child.id}`);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('join two boxes where a number in one is made from a number in the other', () => {
    fc.assert(
      fc.property(casesOf(1, 2, 3, 4, 5), (example) => {
        const t = traced(example);
        const { boxes, numbers } = opened(t);
        const ways = new Map(boxes.map(({ id, path }) => [id, [...path, id]]));
        const joined = new Set<string>();
        for (const id of numbers) {
          for (const input of explain(t, id, 0).inputs) {
            const [to, from] = [ways.get(id)!, ways.get(input.id)!];
            const parting = to.findIndex((box, i) => box !== from[i]);
            if (parting < 0 || from[parting] === undefined) continue;
            joined.add(`${to[parting - 1]}: ${from[parting]} → ${to[parting]}`);
          }
        }
        const edges = boxes.flatMap((box) =>
          box.edges.map((e) => `${box.id}: ${e.from} → ${e.to}`),
        );
        expect(edges.sort()).toEqual([...joined].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('sum a box up by what it hands on', () => {
    const t = traced({
      sizes: { model: 5, vocab: 5, embd: 4, heads: 2, layers: 2, block: 4 },
      tokens: [4, 0, 1, 4],
      seed: 3,
      stretch: 4,
    });
    const layer = levels(t, 'pos1').children.find(({ id }) => id === 'pos1.layer0')!;
    const out = [0, 1, 2, 3].map((i) => explain(t, `pos1.layer0.out[${i}]`));
    expect(layer.min).toBe(Math.min(...out.map(({ value }) => value)));
    expect(layer.max).toBe(Math.max(...out.map(({ value }) => value)));
    expect(layer.gradient).toBeCloseTo(Math.hypot(...out.map(({ grad }) => grad)), 14);
    const [parameters] = levels(t, 'loss').children;
    expect(parameters.gradient).toBeCloseTo(Math.hypot(...t.g), 14);
    expect(parameters.size).toBe(t.p.length);
  });
});
