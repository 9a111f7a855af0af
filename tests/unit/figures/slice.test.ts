import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSpots, type Named } from '../../../src/figures/step1/slice-names.ts';
import { sliceShape, slopeLine } from '../../../src/figures/step1/slice-shape.ts';

const box = { x: 2, y: 20, width: 113, height: 113 };
const xs = Array.from({ length: 81 }, (_, i) => i / 20 - 2);
const curveOf = (loss: (x: number) => number) => ({ xs, losses: xs.map(loss) });
const bowl = sliceShape(
  box,
  curveOf((x) => x ** 2),
  0.03,
);

describe('a slice of the loss', () => {
  it('fills its box from the lowest loss to the highest', () => {
    expect([bowl.x(-2), bowl.x(2)]).toEqual([box.x, box.x + box.width]);
    expect([bowl.y(4), bowl.y(0)]).toEqual([box.y, box.y + box.height]);
  });

  it('that is nearly flat looks flat', () => {
    const flat = sliceShape(
      box,
      curveOf((x) => 2 + x / 1e6),
      0.03,
    );
    expect(flat.high - flat.low).toBeCloseTo(0.03, 12);
    for (const [, y] of flat.points) expect(Math.abs(y - (box.y + box.height / 2))).toBeLessThan(1);
  });

  it('is broken where the loss is not finite', () => {
    const torn = sliceShape(
      box,
      curveOf((x) => (Math.abs(x) < 0.5 ? Infinity : x)),
      0.03,
    );
    expect(torn.path.match(/M/g)).toHaveLength(2);
    expect([torn.low, torn.high]).toEqual([-2, 2]);
  });
});

describe('a slope through the point', () => {
  it('stays in the box, and is as steep as it says', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (w, slope) => {
          const ends = slopeLine(bowl, [w, w ** 2], slope)!;
          for (const [x, y] of ends) {
            expect(x).toBeGreaterThanOrEqual(box.x - 1e-9);
            expect(x).toBeLessThanOrEqual(box.x + box.width + 1e-9);
            expect(y).toBeGreaterThanOrEqual(box.y - 1e-6);
            expect(y).toBeLessThanOrEqual(box.y + box.height + 1e-6);
          }
          const [[ax, ay], [bx, by]] = ends;
          const rise = bowl.y(slope) - bowl.y(0);
          const run = bowl.x(1) - bowl.x(0);
          expect((by - ay) * run).toBeCloseTo(rise * (bx - ax), 5);
        },
      ),
    );
  });

  it('that is not finite has no line', () => {
    expect(slopeLine(bowl, [0, 0], NaN)).toBeNull();
  });
});

describe('the names of slopes', () => {
  const named = (w: number, slopes: readonly number[]): Named[] =>
    slopes.map((slope) => ({ ends: slopeLine(bowl, [w, w ** 2], slope)!, wide: 42 }));

  /** Whether a name that begins there covers a point. */
  const covers = ([x, y]: readonly [number, number], [px, py]: readonly [number, number]) =>
    px > x && px < x + 42 && py > y - 10 && py < y + 3;

  it('stand in the box, whatever the slopes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { maxLength: 3 }),
        (w, slopes) => {
          const grip = [bowl.x(w), bowl.y(w ** 2)] as const;
          for (const spot of nameSpots(bowl, grip, named(w, slopes))) {
            if (!spot) continue;
            const [x, y] = spot;
            expect(x).toBeGreaterThanOrEqual(box.x);
            expect(x + 42).toBeLessThanOrEqual(box.x + box.width + 1e-9);
            expect(y - 10).toBeGreaterThanOrEqual(box.y);
            expect(y + 3).toBeLessThanOrEqual(box.y + box.height + 1e-9);
          }
        },
      ),
    );
  });

  it('touch neither the curve, nor the grip, nor each other', () => {
    for (const [w, slopes] of [
      [-0.4, [-0.8, 1]],
      [1, [2, -0.3]],
      [-1.5, [-3, 0]],
    ] as const) {
      const grip = [bowl.x(w), bowl.y(w ** 2)] as const;
      const spots = nameSpots(bowl, grip, named(w, slopes)).map((spot) => spot!);
      for (const spot of spots)
        for (const point of [...bowl.points, grip]) expect(covers(spot, point)).toBe(false);
      const [[ax, ay], [bx, by]] = spots;
      expect(Math.abs(ax - bx) >= 42 || Math.abs(ay - by) >= 13).toBe(true);
    }
  });

  it('are left out where each would lie on something', () => {
    const low = sliceShape(
      { ...box, width: 44, height: 16 },
      curveOf((x) => x),
      0.03,
    );
    const ends = slopeLine(low, [0, 0], 1)!;
    expect(nameSpots(low, [low.x(0), low.y(0)], [{ ends, wide: 42 }])).toEqual([null]);
  });
});
