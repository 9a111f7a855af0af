import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEATS,
  curveOf,
  edgeOf,
  EXPONENTS,
  PLAIN,
  pointAt,
  result,
  slopeOf,
  SUGAR,
  trials,
  unfolded,
  windowOf,
  type View,
} from '../../../src/figures/step2/operations-view.ts';

const START = BEATS[0];
const ALL: View[] = [
  ...EXPONENTS.map((k): View => ({ ...START, op: 'pow', k })),
  ...[...PLAIN, ...SUGAR].map((op): View => ({ ...START, op })),
];

describe('an operation', () => {
  it.each(ALL)('has a curve inside its window: $op $k', (view) => {
    const { x, y } = windowOf(view);
    const pieces = curveOf(view);
    expect(pieces.length).toBeGreaterThan(0);
    for (const [at, height] of pieces.flat()) {
      expect(at).toBeGreaterThanOrEqual(x[0]);
      expect(at).toBeLessThanOrEqual(x[1]);
      expect(height).toBeGreaterThanOrEqual(y[0]);
      expect(height).toBeLessThanOrEqual(y[1]);
    }
  });
  it.each(ALL)('is drawn to the very edge of its window: $op $k', (view) => {
    const { x, y } = windowOf(view);
    const near = (value: number, edges: readonly number[]) =>
      edges.some((edge) => Math.abs(value - edge) < 1e-3);
    for (const piece of curveOf(view)) {
      for (const [at, height] of [piece[0], piece[piece.length - 1]]) {
        // A root begins inside: it has no numbers on its left.
        const begins = view.k === 0.5 && view.op === 'pow' && near(at, [0]);
        expect(begins || near(at, x) || near(height, y)).toBe(true);
      }
    }
  });
  it('has no point in the picture where it has no number, or one out of sight', () => {
    expect(pointAt({ ...START, op: 'log' }, -1)).toBeNull();
    expect(pointAt({ ...START, op: 'log' }, 0)).toBeNull();
    expect(pointAt({ ...START, k: 3 }, 1.99)).toBeNull();
    expect(pointAt({ ...START, op: 'exp' }, 0)).toEqual([0, 1]);
  });
  it('has two pieces where it has a pole', () => {
    expect(curveOf({ ...START, k: -1 })).toHaveLength(2);
  });
  it('has the slope that trying finds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.double({ min: 0.2, max: 2.5, noNaN: true }),
        (v, a) => {
          const at = (x: number) => result({ ...v, a: x }).end.data;
          const tried = (at(a + 1e-6) - at(a - 1e-6)) / 2e-6;
          expect(slopeOf({ ...v, a }) / tried).toBeCloseTo(1, 4);
        },
      ),
    );
  });
  it('unfolds, if it is sugar, into what the program does', () => {
    for (const op of SUGAR) {
      const view: View = { ...START, op, a: 3, b: 2 };
      expect(unfolded(view).end.data).toBe(result(view).end.data);
      expect(unfolded(view).entries).toHaveLength(op === 'neg' ? 1 : 2);
    }
  });
});

describe('the ends of arithmetic', () => {
  const at = (part: Partial<View>) => {
    const view = { ...START, ...part };
    return [edgeOf(view), result(view).end.data, slopeOf(view)];
  };
  it('are told one by one', () => {
    expect(at({ op: 'log', a: 0 })).toEqual(['log-zero', -Infinity, Infinity]);
    expect(at({ op: 'log', a: -1 })).toEqual(['log-negative', NaN, -1]);
    expect(at({ op: 'exp', a: 710 })).toEqual(['exp-over', Infinity, Infinity]);
    expect(at({ op: 'exp', a: -750 })).toEqual(['exp-under', 0, 0]);
    expect(at({ op: 'pow', k: -1, a: 0 })).toEqual(['pow-zero', Infinity, -Infinity]);
    expect(at({ op: 'pow', k: 0.5, a: 0 })).toEqual(['root-zero', 0, Infinity]);
    expect(at({ op: 'pow', k: 0.5, a: -1 })[0]).toBe('root-negative');
    expect(at({ op: 'relu', a: 0 })).toEqual(['corner', 0, 0]);
    expect(at({ op: 'div', a: 3, b: 0 }).slice(0, 2)).toEqual(['div-zero', Infinity]);
  });
  it('are told wherever a number is not finite, and can be tried', () => {
    for (const view of ALL) {
      for (const trial of trials(view)) {
        const tried = { ...view, ...trial };
        const { data } = result(tried).end;
        expect(Number.isFinite(data) || edgeOf(tried) !== null).toBe(true);
      }
    }
  });
});
