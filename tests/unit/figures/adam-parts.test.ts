import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_NETWORKS } from '../../../src/engine/settings.ts';
import {
  BEATS,
  DAYS,
  WIDTH,
  firstStepsLayout,
  heightOf,
  longestStretch,
  stretch,
  strokes,
  truthOf,
} from '../../../src/figures/step5/first-steps-view.ts';
import {
  beatsOf,
  betasWith,
  memoryOf,
  momentumLayout,
  nearestBeta,
  sharesOf,
} from '../../../src/figures/step5/momentum-view.ts';
import { allBut, stepsOf } from '../../../src/figures/step5/one-rate-view.ts';
import { domainOf, stepOf } from '../../../src/figures/step5/own-rates-view.ts';
import {
  extremes,
  placeOf,
  ridge,
  ridgesLayout,
  timesAt,
} from '../../../src/figures/step5/ridges-layout.ts';

const settings = DEFAULT_NETWORKS[5];

describe('the first steps', () => {
  it('are 1.5 rates without the correction, longer at the eighth name, and the rate in the end', () => {
    expect(stretch(settings, 1)).toBeCloseTo(1.5, 12);
    const { day, times } = longestStretch(settings, 1000);
    expect(day).toBe(8);
    expect(times).toBeGreaterThan(stretch(settings, 7));
    expect(times).toBeGreaterThan(stretch(settings, 9));
    expect(stretch(settings, 1000)).toBeCloseTo(1, 4);
  });

  it('are judged by their length', () => {
    expect([1.5, 0.9999, 0.4].map(truthOf)).toEqual(['longer', 'same', 'shorter']);
  });

  it('stand in two panels that do not overlap, and within their height', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 1200 }),
        fc.integer({ min: 170, max: 800 }),
        (width, height) => {
          const at = firstStepsLayout({ width, height }, 1);
          const [one, other] = at.panels;
          expect(one.x + one.width).toBeLessThan(other.x);
          expect(other.x + other.width).toBeLessThanOrEqual(width + 1e-9);
          expect(at.top).toBeLessThan(at.bottom);
          expect(heightOf(at, 99)).toBe(at.top);
          expect(heightOf(at, -99)).toBe(at.bottom);
        },
      ),
    );
  });

  it('draw a stroke for each bin that has any', () => {
    const at = firstStepsLayout({ width: 468, height: 440 }, 1);
    const day = { day: 1, first: -4, counts: [5, 0, 0, 0, 0, 0, 0, 0, 5], still: 2 };
    const d = strokes({ ...day, least: 1, most: 1 }, 12, at.panels[0], at);
    expect(d.match(/M/g)).toHaveLength(2);
    expect(WIDTH * 4).toBe(1);
    expect(BEATS.every((view) => view.day <= DAYS)).toBe(true);
  });
});

describe('a memory', () => {
  it('has the program’s own β among the positions of the slider', () => {
    const betas = betasWith(0.87);
    expect(betas[nearestBeta(betas, 0.87)]).toBe(0.87);
    expect(betas).toEqual(betas.toSorted((a, b) => a - b));
    expect(beatsOf(0.87).some(({ beta }) => beta === 0.87)).toBe(true);
    expect(memoryOf(0.99)).toBeCloseTo(100, 9);
  });

  it('gives every name less than the one after it, and all of them at most one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        (beta, day) => {
          const shares = sharesOf(beta, day);
          expect(shares.length).toBeGreaterThan(0);
          expect(shares.length).toBeLessThanOrEqual(day);
          for (let i = 1; i < shares.length; i++)
            expect(shares[i]).toBeLessThanOrEqual(shares[i - 1]);
          expect(shares.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    );
  });

  it('is drawn under its gradients', () => {
    const at = momentumLayout(400, 1);
    expect(at.bottom).toBeLessThan(at.shares.top);
    expect(at.shares.bottom).toBeLessThanOrEqual(at.axis + 1e-9);
  });
});

describe('sizes on one axis', () => {
  const of = (tensor: string, median: number | null) => ({
    tensor,
    first: -10,
    counts: [1, 0, 3],
    none: 0,
    median,
  });

  it('stand by their power of ten, and are held at the ends', () => {
    const at = { left: 0, right: 100 };
    expect(placeOf(at, [0.01, 100], 1)).toBeCloseTo(50, 9);
    expect(placeOf(at, [0.01, 100], 1e9)).toBe(100);
    expect(placeOf(at, [0.01, 100], 1e-9)).toBe(0);
  });

  it('have a bar for each bin that is not empty', () => {
    const room = { names: 80, values: 60 };
    const at = ridgesLayout({ width: 468, height: 400 }, 9, room, 1);
    expect(ridge(of('a', 1), at, [1e-5, 1], 50, 20).match(/M/g)).toHaveLength(2);
    expect(at.pitch * 9 + at.top).toBeCloseTo(at.axis, 9);
  });

  it('differ by the ratio of the largest median and the least; those without one do not count', () => {
    const found = extremes([of('a', 0.5), of('b', null), of('c', 0.002)])!;
    expect([found.most.tensor, found.least.tensor]).toEqual(['a', 'c']);
    expect(found.times).toBeCloseTo(250, 9);
    expect(extremes([of('b', null)])).toBeNull();
  });

  it('are guessed on an axis of their own kind', () => {
    expect(timesAt(0, 60, 3)).toBe(1);
    expect(timesAt(60, 60, 3)).toBeCloseTo(1000, 9);
  });

  it('come from the whole run, or from an end of it, however short', () => {
    expect(stepsOf('whole', 1000)).toEqual({ from: 0, to: 1000 });
    expect(stepsOf('last', 1000)).toEqual({ from: 900, to: 1000 });
    expect(stepsOf('first', 30)).toEqual({ from: 0, to: 30 });
    expect(allBut([of('a', 1), of('b', 1)], 'b')).toEqual(['a']);
  });

  it('begin at the full rate', () => {
    expect(domainOf(0.01)).toEqual([0.01, 1000]);
    expect(stepOf({ step: 'end' }, 40)).toBe(40);
    expect(stepOf({ step: 90 }, 40)).toBe(40);
  });
});
