import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerOf } from '../../../src/figures/ideas/layer-normalization/norm-order-view.ts';
import {
  altered,
  BEATS,
  movedRows,
  normedBy,
  normsLayout,
  SCALES,
  SHIFTS,
  spreadOf,
  type Batch,
  type Norm,
} from '../../../src/figures/ideas/layer-normalization/three-norms-view.ts';

const number = fc.double({ min: -3, max: 3, noNaN: true });
const batch = fc
  .tuple(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 4, max: 10 }))
  .chain(([rows, width]) =>
    fc.array(fc.array(number, { minLength: width, maxLength: width }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .filter((rows) => rows.every((x) => spreadOf(x).spread > 0.3))
  .filter((rows) => rows[0].every((_, i) => spreadOf(rows.map((x) => x[i])).spread > 0.3));

const view = { ...BEATS[0], scale: 4, shift: 0.5 };

describe('three norms of a batch', () => {
  it('bring rows to one level and spread, or columns, or nothing', () => {
    fc.assert(
      fc.property(batch, (x) => {
        expect(normedBy('none', x)).toBe(x);
        for (const y of normedBy('layer', x)) {
          expect(spreadOf(y).mean).toBeCloseTo(0, 6);
          expect(spreadOf(y).spread).toBeCloseTo(1, 2);
        }
        const columns = normedBy('batch', x);
        x[0].forEach((_, i) => {
          const { mean, spread } = spreadOf(columns.map((y) => y[i]));
          expect(mean).toBeCloseTo(0, 6);
          expect(spread).toBeCloseTo(1, 2);
        });
      }),
    );
  });

  it('let one vector be heard by none but itself, by all, or by nobody', () => {
    fc.assert(
      fc.property(batch, (x) => {
        const moved = (norm: Norm) => movedRows(x, { ...view, norm });
        expect(moved('none')).toEqual(x.map((_, t) => t === view.row));
        expect(moved('layer').some(Boolean)).toBe(false);
        expect(moved('batch')[view.row === 0 ? 1 : 0]).toBe(true);
      }),
    );
  });

  it('make zeros of a batch of one, whatever it was', () => {
    fc.assert(
      fc.property(batch, (x) => {
        const alone = altered(x, { ...view, alone: true });
        expect(alone).toHaveLength(1);
        for (const value of normedBy('batch', alone)[0]) expect(value).toBeCloseTo(0, 9);
        expect(spreadOf(normedBy('layer', alone)[0]).spread).toBeCloseTo(1, 2);
      }),
    );
  });

  it('are shown with changes that the sliders have', () => {
    for (const beat of BEATS) {
      expect(SCALES).toContain(beat.scale);
      expect(SHIFTS).toContain(beat.shift);
    }
    expect(normedBy('batch', [] as Batch)).toEqual([]);
  });
});

describe('the picture', () => {
  it('has both grids one under the other, within its height', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 1000 }),
        fc.integer({ min: 240, max: 700 }),
        fc.integer({ min: 1, max: 16 }),
        (width, height, rows) => {
          const at = normsLayout({ width, height }, 1, rows);
          expect(at.before + rows * at.row).toBeLessThan(at.after);
          if (at.row > 5) expect(at.after + rows * at.row).toBeLessThanOrEqual(height + 1);
          expect(at.left + at.cells).toBeLessThan(width);
        },
      ),
    );
  });
});

describe('which order ends lower', () => {
  it('is said only if there is a difference', () => {
    expect(lowerOf(2.366, 2.398)).toBe('before');
    expect(lowerOf(2.4, 2.3)).toBe('after');
    expect(lowerOf(2.3661, 2.3662)).toBe('same');
  });
});
