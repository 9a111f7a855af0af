import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topological, total, Value } from '../../../src/engine/autograd.ts';

const number = fc.double({ min: 0.25, max: 4, noNaN: true });

/** How far apart a gradient and a central difference are, relative to their size. */
function gap(f: (x: Value) => Value, at: number): number {
  const x = new Value(at);
  f(x).backward();
  const eps = 1e-5;
  const slope = (f(new Value(at + eps)).data - f(new Value(at - eps)).data) / (2 * eps);
  return Math.abs(x.grad - slope) / (1 + Math.abs(slope));
}

describe('a value', () => {
  const c = new Value(0.75);
  it.each<[string, (x: Value) => Value]>([
    ['add', (x) => x.add(c)],
    ['add a number', (x) => x.add(2)],
    ['mul', (x) => c.mul(x)],
    ['mul by a number', (x) => x.mul(-3)],
    ['pow', (x) => x.pow(3.5)],
    ['square', (x) => x.pow(2)],
    ['root', (x) => x.pow(0.5)],
    ['one over the root', (x) => x.pow(-0.5)],
    ['log', (x) => x.log()],
    ['exp', (x) => x.exp()],
    ['relu', (x) => x.relu()],
    ['neg', (x) => x.neg()],
    ['sub', (x) => c.sub(x)],
    ['div', (x) => c.div(x)],
    ['a mixture', (x) => x.mul(x).add(x.log()).div(x.exp().sub(x)).pow(2)],
  ])('knows the slope of %s', (_, f) => {
    fc.assert(
      fc.property(number, (at) => {
        expect(gap(f, at)).toBeLessThan(1e-6);
      }),
      { numRuns: 30 },
    );
  });
  it('has a closed gate where it is not positive', () => {
    for (const at of [-1, 0]) {
      const x = new Value(at);
      const y = x.relu();
      y.backward();
      expect([y.data, x.grad]).toEqual([0, 0]);
    }
  });
  it('adds up what comes back on several ways', () => {
    const x = new Value(3);
    x.mul(x).add(x).backward();
    expect(x.grad).toBe(7);
  });
  it('keeps adding until someone clears it', () => {
    const x = new Value(3);
    const y = x.mul(2);
    y.backward();
    y.backward();
    expect(x.grad).toBe(4);
  });
  it('goes back through a very long chain', () => {
    const x = new Value(1);
    let y = x;
    for (let i = 0; i < 200_000; i++) y = y.add(x);
    y.backward();
    expect(x.grad).toBe(200_001);
  });
});

describe('the order of a graph', () => {
  it('has every number once, after its inputs', () => {
    const a = new Value(1);
    const b = new Value(2);
    const ab = a.mul(b);
    const end = ab.add(a).add(ab);
    expect(topological(end)).toEqual([a, b, ab, end.a, end]);
  });
});

describe('a sum', () => {
  it('goes from left to right', () => {
    const sum = total([1e16, 1, 1].map((x) => new Value(x)));
    expect(sum.data).toBe(1e16);
  });
});
