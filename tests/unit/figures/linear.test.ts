import { lengthOf } from '../../../src/engine/vector.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monoWidth } from '../../../src/charts/text.ts';
import {
  along,
  barsBetween,
  best,
  endsOf,
  evenEnds,
  heightOf,
  linearLayout,
  termsOf,
  turned,
  valueAt,
} from '../../../src/figures/step1/linear-view.ts';

const numbers = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
  minLength: 2,
  maxLength: 16,
});
const pair = fc
  .tuple(numbers, numbers)
  .map(([a, b]) => [a, a.map((_, i) => b[i % b.length])] as const)
  .filter(([a, b]) => lengthOf(a) > 1e-3 && lengthOf(b) > 1e-3);

describe('a dot product', () => {
  it('is the last of the running sums', () => {
    fc.assert(
      fc.property(pair, ([x, w]) => {
        const { sums, output } = termsOf(x, w);
        expect(sums.at(-1)).toBeCloseTo(output, 12);
      }),
    );
  });

  it('is never larger at the same length than along the row', () => {
    fc.assert(
      fc.property(pair, ([x, w]) => {
        const most = along(w, x);
        expect(lengthOf(most)).toBeCloseTo(lengthOf(x), 10);
        expect(termsOf(most, w).output).toBeCloseTo(lengthOf(x) * lengthOf(w), 10);
        expect(termsOf(x, w).output).toBeLessThanOrEqual(termsOf(most, w).output + 1e-9);
      }),
    );
  });
});

describe('turning without stretching', () => {
  it('sets one number and keeps the length', () => {
    fc.assert(
      fc.property(pair, fc.nat(), fc.double({ min: -3, max: 3, noNaN: true }), ([x], at, value) => {
        const i = at % x.length;
        const next = turned(x, i, value);
        const long = lengthOf(x);
        expect(lengthOf(next)).toBeCloseTo(long, 9);
        expect(next[i]).toBe(Math.max(-long, Math.min(long, value)));
      }),
    );
  });

  it('finds its way back from a single number, and from one beside next to nothing', () => {
    expect(lengthOf(turned([2, 0, 0, 0], 0, 1))).toBeCloseTo(2, 12);
    expect(lengthOf(turned([0.001, -1.5717e-162], 0, 0))).toBeCloseTo(0.001, 12);
  });
});

describe('the bands', () => {
  const ends = { x: [-1, 1], w: [-1, 1], product: [-1, 1], sum: [0, 2], outputs: [-1, 1] } as const;
  const at = linearLayout(468, 440, ends, 16, [{ name: 'x · w', note: 'fc1[63]' }]);

  it('stand under one another within the picture', () => {
    const order = ['x', 'w', 'product', 'sum', 'outputs'] as const;
    order.slice(1).forEach((name, k) => {
      expect(at.bands[name].top).toBeGreaterThan(at.bands[order[k]].bottom);
    });
    expect(at.bands.outputs.bottom).toBeLessThanOrEqual(440);
  });

  it('begin beside the longest name, and leave room for what comes out, at any size of text', () => {
    for (const scale of [0.9, 1, 1.2, 2]) {
      const words = [{ name: 'sum', note: 'wte, m' }];
      const { left, right, foot, bands } = linearLayout(358, 260, ends, 16, words, scale);
      expect(left).toBeGreaterThan(monoWidth('sum', 12.5 * scale));
      expect(358 - right).toBeGreaterThan(monoWidth('−0.724', 14 * scale));
      expect(foot - bands.sum.bottom).toBeGreaterThan(11 * scale);
    }
  });

  it('turn a height back into its value', () => {
    for (const value of [-0.8, 0, 0.31]) {
      expect(valueAt(at.bands.w, heightOf(at.bands.w, value))).toBeCloseTo(value, 10);
    }
  });

  it('draw a bar from where the one before it ended', () => {
    const d = barsBetween(
      at,
      at.bands.sum,
      () => 0.5,
      () => 1.5,
      [2],
    );
    const [, from, to] = /M[\d.]+ ([\d.]+)V([\d.]+)/.exec(d)!;
    expect(Number(from)).toBeGreaterThan(Number(to));
    expect(Number(from)).toBeCloseTo(heightOf(at.bands.sum, 0.5), 1);
  });

  it('have axes that hold zero and every value', () => {
    expect(endsOf([0.5, 2])).toEqual([0, 2]);
    expect(endsOf([0, 0])).toEqual([-1, 1]);
    expect(evenEnds([-3, 1], 2)).toEqual([-6, 6]);
  });

  it('know the first of the largest', () => {
    expect(best([1, 3, 3])).toBe(1);
    expect(best([-5, 3], Math.abs)).toBe(0);
  });
});
