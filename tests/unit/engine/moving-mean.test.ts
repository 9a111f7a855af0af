import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  leftOf,
  leftOfNoise,
  movingMeans,
  rootMeanSquare,
  shareAt,
  turns,
} from '../../../src/engine/moving-mean.ts';
import { Random } from '../../../src/engine/random.ts';

const numbers = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { maxLength: 60 });
const betas = fc.double({ min: 0, max: 0.99, noNaN: true });

describe('a running mean', () => {
  it('is each number times the share that it still has', () => {
    fc.assert(
      fc.property(numbers, betas, (series, beta) => {
        const means = movingMeans(series, beta);
        means.forEach((mean, t) => {
          let sum = 0;
          for (let age = 0; age <= t; age++) sum += shareAt(beta, age) * series[t - age];
          expect(mean).toBeCloseTo(sum, 9);
        });
      }),
    );
  });

  it('is the series itself without a memory, and never beyond its extremes', () => {
    fc.assert(
      fc.property(numbers, betas, (series, beta) => {
        expect(Array.from(movingMeans(series, 0), (mean) => mean + 0)).toEqual(
          series.map((one) => one + 0),
        );
        const most = Math.max(0, ...series.map(Math.abs));
        for (const mean of movingMeans(series, beta))
          expect(Math.abs(mean)).toBeLessThanOrEqual(most + 1e-9);
      }),
    );
  });

  it('of a steady series approaches it, by the share 1 − β to the t', () => {
    const means = movingMeans([2, 2, 2, 2], 0.5);
    expect([...means]).toEqual([1, 1.5, 1.75, 1.875]);
  });

  it('keeps of noise what it should', () => {
    const random = new Random(1);
    const noise = Float64Array.from({ length: 200_000 }, () => random.gauss());
    for (const beta of [0.5, 0.85, 0.99])
      expect(leftOf(noise, beta) / leftOfNoise(beta)).toBeCloseTo(1, 1);
    expect(leftOf([], 0.5)).toBe(0);
    expect(leftOf([0, 0], 0.5)).toBe(0);
  });
});

it('the root of the mean square is a size', () => {
  expect(rootMeanSquare([3, -3])).toBe(3);
  expect(rootMeanSquare([])).toBe(0);
});

it('turns are counted among the numbers that have a sign', () => {
  expect(turns([1, 0, -1, 0, 0, 2, 3])).toBeCloseTo(2 / 3, 12);
  expect(turns([0, 5])).toBe(0);
});
