import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apart,
  betas,
  COUNT,
  directions,
  held,
  layoutOf,
  levelsOf,
  placeAt,
  REACH,
  STEPS,
  stepsDrawn,
  trail,
  turn,
  turnBack,
} from '../../../src/figures/step5/rolling-view.ts';

const offset = fc.double({ min: -REACH, max: REACH, noNaN: true });

describe('turned axes', () => {
  it('keep every distance, and are turned back', () => {
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        const [u, v] = turn([a, b]);
        expect(Math.hypot(u, v)).toBeCloseTo(Math.hypot(a, b), 12);
        const [back, other] = turnBack([u, v]);
        expect(back).toBeCloseTo(a, 12);
        expect(other).toBeCloseTo(b, 12);
      }),
    );
  });

  it('are both weights together, and one against the other', () => {
    const first = { tensor: 'wte', row: 0, col: 0 };
    const second = { tensor: 'wpe', row: 1, col: 2 };
    const [together, against] = directions([first, second], true);
    // One along the first axis and one along the second weight alone end where `turn` says.
    const [u, v] = turn([0, 1]);
    const amounts = [together, against].map((way) =>
      'several' in way ? way.several.map(({ amount }) => amount) : [],
    );
    expect(u * amounts[0][0] + v * amounts[1][0]).toBeCloseTo(0, 12);
    expect(u * amounts[0][1] + v * amounts[1][1]).toBeCloseTo(1, 12);
    expect(directions([first, second], false)).toEqual([first, second]);
  });
});

describe('what the reader sets', () => {
  it('stays on the slice and on the grid of the arrow keys', () => {
    expect(held(9)).toBe(REACH);
    expect(held(-9)).toBe(-REACH);
    expect(held(0.34)).toBeCloseTo(0.3, 12);
  });

  it('has the run’s own share among those offered, once and in order', () => {
    expect(betas([0, 0.9], 0.85)).toEqual([0, 0.85, 0.9]);
    expect(betas([0, 0.85], 0.85)).toEqual([0, 0.85]);
  });
});

describe('the slice', () => {
  const bowl = (center: number) =>
    Array.from({ length: COUNT * COUNT }, (_, i) => {
      const [along, across] = [Math.floor(i / COUNT), i % COUNT];
      return (along - center) ** 2 + (across - 20) ** 2;
    });

  it('is cut from its least loss up, closer near the bottom', () => {
    const levels = levelsOf(bowl(20), COUNT, 200);
    const losses = levels.map(({ loss }) => loss);
    expect(losses[0]).toBe(0);
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
    expect(losses[2] - losses[1]).toBeGreaterThan(losses[1] - losses[0]);
    expect(levels.every(({ d }) => !d.includes('NaN'))).toBe(true);
  });

  it('is drawn with its first direction from left to right', () => {
    const xs = ({ d }: { d: string }) =>
      [...d.matchAll(/[ML]([-\d.]+) /g)].map(([, x]) => Number(x));
    const middle = (center: number) => {
      // Of the highest band the inner ring is a hole; its middle lies over the bowl's.
      const all = xs({ d: levelsOf(bowl(center), COUNT, 200)[4].d.split('Z').at(-2) ?? '' });
      return (Math.min(...all) + Math.max(...all)) / 2;
    };
    expect(middle(12)).toBeLessThan(100);
    expect(middle(28)).toBeGreaterThan(100);
  });

  it('has no levels where it is flat, or where a loss is not a number', () => {
    expect(levelsOf(new Float64Array(COUNT * COUNT), COUNT, 200)).toEqual([]);
    expect(levelsOf(bowl(20).with(7, NaN), COUNT, 200)).toEqual([]);
  });
});

describe('a way down', () => {
  it('is drawn from its start to the step in hand, whatever that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: STEPS }), (step) => {
        const drawn = stepsDrawn(step);
        expect(drawn[0]).toBe(0);
        expect(drawn.at(-1)).toBe(step);
        expect(drawn).toEqual([...new Set(drawn)].toSorted((a, b) => a - b));
      }),
    );
  });

  it('goes through the places of its path', () => {
    const path = Float64Array.from({ length: 2 * (STEPS + 1) }, (_, i) => i);
    expect(
      trail(
        path,
        5,
        (u) => u,
        (v) => v,
      ),
    ).toBe('M0.0 1.0L10.0 11.0');
    expect(placeAt(path, 3)).toEqual([6, 7]);
    expect(placeAt(path, STEPS + 1)).toEqual([NaN, NaN]);
  });
});

describe('words beside points', () => {
  it('keep their order and their distance, within the picture', () => {
    const heights = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(heights, (points) => {
        const placed = apart(points, 20, 200);
        const sorted = placed.toSorted((a, b) => a - b);
        sorted.forEach((y, i) => {
          expect(y).toBeLessThanOrEqual(200);
          if (i > 0) expect(y - sorted[i - 1]).toBeGreaterThanOrEqual(20 - 1e-9);
        });
      }),
    );
  });

  it('stay at their points where there is room', () => {
    expect(apart([10, 80, 150], 20, 200)).toEqual([10, 80, 150]);
  });
});

describe('the layout', () => {
  it('keeps slice, words and curve within the picture, beside or under each other', () => {
    for (const [width, height] of [
      [468, 440],
      [358, 240],
      [760, 440],
    ]) {
      for (const ways of [2, 4]) {
        const { plane, curve, legend } = layoutOf(width, height, 1, ways);
        expect(plane.left + plane.side).toBeLessThanOrEqual(width);
        expect(curve.left + curve.width).toBeLessThanOrEqual(width + 0.001);
        expect(curve.top + curve.height).toBeLessThanOrEqual(height);
        expect(legend.left + legend.width).toBeLessThanOrEqual(width + 0.001);
        expect(plane.side).toBeGreaterThan(80);
      }
    }
  });
});
