import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisEnd,
  clearing,
  extraNats,
  landmarks,
  leader,
  mirrorLayout,
  mirrorPath,
  numberSpot,
  sameStartBeats,
  widestGap,
} from '../../../src/figures/step1/same-start-view.ts';

const shares = fc
  .array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 40 })
  .map((counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => count / total);
  });

describe('the distance of two rows', () => {
  it('is zero from itself and never negative', () => {
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        const guess = a.map((_, j) => b[j % b.length]);
        const total = guess.reduce((sum, p) => sum + p, 0);
        expect(extraNats(a, a)).toBe(0);
        expect(
          extraNats(
            a,
            guess.map((p) => p / total),
          ),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is what a wrong expectation costs: one bit when half was expected and all came', () => {
    expect(extraNats([1, 0], [0.5, 0.5])).toBeCloseTo(Math.LN2, 12);
  });

  it('is endless where what comes was held impossible', () => {
    expect(extraNats([0.5, 0.5], [1, 0])).toBe(Infinity);
  });

  it('names the column where they differ most', () => {
    expect(widestGap([0.2, 0.5, 0.3], [0.25, 0.2, 0.55])).toBe(1);
  });
});

describe('who is ahead', () => {
  it('goes by what is shown, to three decimals', () => {
    expect(leader(2.52, 2.503)).toBe('table');
    expect(leader(2.5, 2.503)).toBe('network');
    expect(leader(2.50301, 2.50299)).toBe('even');
    expect(leader(undefined, 2.5)).toBe('unknown');
  });
});

describe('the story', () => {
  it('ends at the run’s end, however long the run', () => {
    for (const steps of [1, 7, 1000, 50_000]) {
      const beats = sameStartBeats(steps);
      expect(beats[0].step).toBe(0);
      expect(beats.at(-1)?.step).toBe(steps);
      for (const { step } of beats) expect(step).toBeLessThanOrEqual(steps);
    }
  });

  it('offers no names, powers of ten, and all', () => {
    expect(landmarks(1000)).toEqual([0, 1, 10, 100, 1000]);
    expect(landmarks(1)).toEqual([0, 1]);
    expect(landmarks(500)).toEqual([0, 1, 10, 100, 500]);
    expect(landmarks(100_000)).toEqual([0, 100, 1000, 10_000, 100_000]);
  });
});

describe('the mirrored bars', () => {
  const at = mirrorLayout(468, 380, 27, 0.4);

  it('end within the picture, on both sides', () => {
    const rows = Array.from({ length: 27 }, (_, j) => (j === 0 ? 0.4 : 0.02));
    const ends = (side: 'up' | 'down') =>
      [...mirrorPath(at, side, rows).matchAll(/V([\d.]+)h/g)].map(([, y]) => Number(y));
    expect(Math.min(...ends('up'))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ends('down'))).toBeLessThanOrEqual(380);
  });

  it('have a round end of their axis, not below any bar', () => {
    expect(axisEnd([0.373], [0.36])).toBe(0.4);
    expect(axisEnd([0.4])).toBe(0.4);
    expect(axisEnd([0.001])).toBe(0.05);
  });

  it('keep a number out of the outline of a longer bar', () => {
    const beside = numberSpot(at, 'down', 3, 0.05, 0.3, '0.050');
    expect(beside.textAnchor).toBe('start');
    expect(numberSpot(at, 'down', 26, 0.05, 0.3, '0.050').textAnchor).toBe('end');
    expect(numberSpot(at, 'down', 3, 0.3, 0.05, '0.300').textAnchor).toBe('middle');
  });

  it('leave the widest stretch of low bars to a note, or nothing where none is wide enough', () => {
    const rows = Array.from({ length: 27 }, (_, j) => (j < 10 || j > 20 ? 0.1 : 0.01));
    expect(clearing(at, rows, 0.037, 80)).toBeCloseTo(at.left + 15.5 * at.pitch, 6);
    expect(clearing(at, rows, 0.037, 400)).toBeNull();
  });
});
