import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveLadder } from '../../../src/charts/lines/ladder.ts';
import type { Rung } from '../../../src/charts/lines/ladder.ts';

const rung = fc.record({
  target: fc.double({ min: -200, max: 700, noNaN: true }),
  height: fc.double({ min: 1, max: 40, noNaN: true }),
});
const rungs = fc.array(rung, { maxLength: 20 });
const roomy = (all: readonly Rung[]) => all.reduce((sum, one) => sum + one.height, 0) <= 500;

/** Rungs with their middles, top to bottom. */
function laid(all: readonly Rung[], middles: readonly number[]) {
  return all.map((one, i) => ({ ...one, middle: middles[i] })).sort((a, b) => a.middle - b.middle);
}

describe('a ladder of labels', () => {
  it('never lets two labels overlap', () => {
    fc.assert(
      fc.property(rungs.filter(roomy), (all) => {
        const down = laid(all, solveLadder(all, 0, 500));
        return down.every((one, i) => {
          if (i === 0) return true;
          const above = down[i - 1];
          return one.middle - above.middle >= (one.height + above.height) / 2 - 1e-6;
        });
      }),
    );
  });

  it('keeps labels in the order of their values', () => {
    fc.assert(
      fc.property(rungs, (all) => {
        const middles = solveLadder(all, 0, 500);
        return all.every((a, i) =>
          all.every((b, j) => a.target >= b.target || middles[i] <= middles[j] + 1e-6),
        );
      }),
    );
  });

  it('stays within its room', () => {
    fc.assert(
      fc.property(rungs.filter(roomy), (all) =>
        solveLadder(all, 0, 500).every((middle, i) => {
          const half = all[i].height / 2;
          return middle - half >= -1e-6 && middle + half <= 500 + 1e-6;
        }),
      ),
    );
  });

  it('leaves labels alone where there is room', () => {
    const all = [100, 50, 200].map((target) => ({ target, height: 20 }));
    expect(solveLadder(all, 0, 300)).toEqual([100, 50, 200]);
  });

  it('moves two that collide equally far', () => {
    const all = [100, 100].map((target) => ({ target, height: 20 }));
    expect(solveLadder(all, 0, 300)).toEqual([90, 110]);
  });

  it('shrinks what cannot fit, still in order', () => {
    const all = Array.from({ length: 10 }, (_, i) => ({ target: i, height: 20 }));
    const middles = solveLadder(all, 0, 100);
    expect(middles).toEqual([...middles].sort((a, b) => a - b));
    expect(middles[0]).toBeCloseTo(5);
    expect(middles[9]).toBeCloseTo(95);
  });

  it('has nothing to say without labels', () => {
    expect(solveLadder([], 0, 100)).toEqual([]);
  });
});
