import { describe, expect, it } from 'vitest';
import {
  asDots,
  axisSteps,
  axisTicks,
  curveTo,
  dotPaths,
  dotStyle,
  feedBeats,
  feedLayout,
  fromAxis,
  pathOf,
  spaced,
  toAxis,
  walkAt,
} from '../../../src/figures/step0/feed-view.ts';

describe('the beats', () => {
  it('count nothing, ten, the run twice, and everything', () => {
    expect(feedBeats(1000, 32_178).map(({ k }) => k)).toEqual([0, 10, 1000, 1000, 32_178]);
  });
  it('count no more than there is', () => {
    expect(feedBeats(4, 4).map(({ k }) => k)).toEqual([0, 4, 4, 4, 4]);
  });
  it('switch smoothing off for the name with an unseen pair alone', () => {
    expect(feedBeats(1000, 32_178).map(({ alpha }) => alpha)).toEqual([1, 1, 1, 0, 1]);
  });
});

describe('the layout', () => {
  const half = (box: { height: number }) => box.height * 0.9;
  it('gives the curve what the square leaves', () => {
    const { square, bars, curve } = feedLayout({ width: 468, height: 440 }, 'table', half);
    expect(square.height).toBe(bars.height);
    expect(square.width + bars.width).toBeLessThan(468);
    expect(24 + square.height + 12 + curve.height).toBe(440);
  });
  it('draws one of the two where it is low', () => {
    const low = { width: 358, height: 230 };
    expect(feedLayout(low, 'table', half).curve.height).toBe(0);
    expect(feedLayout(low, 'curve', half)).toMatchObject({
      square: { width: 0 },
      curve: { width: 358, height: 206 },
    });
  });
});

describe('the axis', () => {
  it('has a place for zero, and finds every whole number again', () => {
    expect(toAxis(0)).toBe(0);
    for (const k of [0, 1, 2, 9, 10, 999, 1000, 32_178]) expect(fromAxis(toAxis(k))).toBe(k);
  });

  it('ticks powers of ten that leave room for each other’s labels', () => {
    const room = (k: number) => (k === 0 ? 48 : 7 * String(k).length + 7 * Number(k > 999));
    expect(axisTicks(1000, 230, room)).toEqual([0, 10, 100, 1000]);
    expect(axisTicks(32_178, 230, room)).toEqual([0, 100, 1000, 32_178]);
    expect(axisTicks(32_178, 900, room)).toEqual([0, 1, 10, 100, 1000, 10_000, 32_178]);
    expect(axisTicks(0, 230, room)).toEqual([0]);
  });

  it('is measured at steps evenly spaced on it, both ends among them', () => {
    const steps = axisSteps(1000, 32_178, 4);
    expect(steps[0]).toBe(1000);
    expect(steps.at(-1)).toBe(32_178);
    const gaps = steps.slice(1).map((step, i) => toAxis(step) - toAxis(steps[i]));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.01);
    expect(axisSteps(5, 5, 4)).toEqual([5]);
  });
});

describe('the curve', () => {
  it('stops at the names counted, with the value there', () => {
    expect(curveTo([0, 10, 20], [3, 2, 1], 15, 1.5)).toEqual([
      [toAxis(0), 3],
      [toAxis(10), 2],
      [toAxis(15), 1.5],
    ]);
  });
  it('keeps the last measured value while the present one is unknown', () => {
    expect(curveTo([0, 10], [3, 2], 10, undefined)).toEqual([
      [toAxis(0), 3],
      [toAxis(10), 2],
    ]);
  });
  it('has dots that are not nearer than asked', () => {
    const points = [0, 0.1, 0.3, 0.35, 0.7].map((x) => [x, 1] as const);
    expect(spaced(points, 0.25).map(([x]) => x)).toEqual([0, 0.3, 0.7]);
  });
  it('is drawn as dots by gaps after every point', () => {
    expect(asDots([[1, 2]])).toEqual([
      [1, 2],
      [1, NaN],
    ]);
  });
  it('has a dot for each name, and none for one off the plot', () => {
    const frame = { left: 0, right: 100, top: 0, bottom: 10, last: 1, low: 2, high: 3 };
    expect(dotPaths([2.5, 9, NaN], 0, 3, frame)).toEqual(['M100.0 5.0h0', '', '']);
    expect(dotPaths([2.5, 2], 1, 1, frame)).toEqual([]);
  });
});

describe('the dots of single names', () => {
  it('are larger and darker while they are few, and never as large as the curve’s', () => {
    const [few, many, more] = [10, 300, 1000].map(dotStyle);
    expect(few.dot).toBeGreaterThan(many.dot);
    expect(few.tone).toBeGreaterThan(many.tone);
    expect(few.dot).toBeLessThan(5);
    expect(more).toEqual(many);
  });
});

describe('the path of a name', () => {
  const labels = ['a', 'b', 'ë', '•'];
  it('goes from boundary to boundary', () => {
    expect(pathOf('abë', labels, 3)).toEqual([
      [3, 0],
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });
  it('leaves out what the table has no row for', () => {
    expect(pathOf('axb', labels, 3)).toEqual([
      [3, 0],
      [0, 1],
      [1, 3],
    ]);
  });
});

describe('a walk', () => {
  it('drops a few names one by one', () => {
    const seen = Array.from({ length: 101 }, (_, i) => walkAt(10, i / 100));
    expect(new Set(seen).size).toBe(11);
    expect(seen.at(-1)).toBe(10);
  });
  it('runs along the axis to many, never back, and arrives', () => {
    const seen = Array.from({ length: 101 }, (_, i) => walkAt(1000, i / 100));
    expect(seen[0]).toBe(0);
    expect(seen.every((k, i) => i === 0 || k >= seen[i - 1])).toBe(true);
    expect(walkAt(1000, 1.5)).toBe(1000);
  });
});
