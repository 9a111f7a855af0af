import { describe, expect, it } from 'vitest';
import {
  drawsOf,
  DRAWS,
  levelsLayout,
  pairOf,
  placeIn,
  rungsOf,
  sharesAt,
  SHIFTS,
  TEMPERATURES,
  ticksOf,
} from '../../../src/figures/ideas/softmax/levels-view.ts';
import {
  pullCurve,
  pullOf,
  sharesWith,
} from '../../../src/figures/ideas/softmax/two-scores-view.ts';

const z = [0.5, 2, -1, 1.2];

describe('shares on a ladder of logits', () => {
  it('are those of a softmax, whatever is added to every logit', () => {
    const plain = sharesAt(z, 0.5);
    expect(plain.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    sharesAt(z, 0.5, 100).forEach((p, i) => expect(p).toBeCloseTo(plain[i], 12));
  });

  it('have their ratios squared at half the temperature', () => {
    const [whole, half] = [sharesAt(z, 1), sharesAt(z, 0.5)];
    expect(half[1] / half[3]).toBeCloseTo((whole[1] / whole[3]) ** 2, 10);
  });

  it('are drawn from the likeliest down, all draws each time', () => {
    const rungs = rungsOf(z);
    expect(rungs).toEqual([1, 3, 0, 2]);
    const draws = drawsOf(sharesAt(z, 1), rungs, 7);
    expect(draws.reduce((a, b) => a + b)).toBe(DRAWS);
    expect(drawsOf(sharesAt(z, 0.01), rungs, 7)).toEqual([0, DRAWS, 0, 0]);
  });

  it('never lose a draw of the likeliest as it grows colder', () => {
    const rungs = rungsOf(z);
    const won = TEMPERATURES.map((t) => drawsOf(sharesAt(z, t), rungs, 7)[rungs[0]]);
    expect(won).toEqual(won.toSorted((a, b) => b - a));
  });

  it('ask about one that is well behind, or about the last', () => {
    expect(pairOf([0.6, 0.3, 0.1], [0, 1, 2])).toEqual([0, 2]);
    expect(pairOf([0.5, 0.5], [0, 1])).toEqual([0, 1]);
  });

  it('stand inside the picture, the largest highest, and lowest as energies', () => {
    for (const up of ['logit', 'energy'] as const) {
      const at = levelsLayout(400, 300, z, sharesAt(z, 1), up);
      for (const value of z) {
        expect(at.y(value)).toBeGreaterThanOrEqual(at.top);
        expect(at.y(value)).toBeLessThanOrEqual(at.bottom);
      }
      expect(at.y(2) < at.y(-1)).toBe(up === 'logit');
    }
  });

  it('have round ticks within their reach, moved by what is added', () => {
    const ticks = ticksOf(z, 100);
    expect(Math.min(...ticks)).toBeGreaterThanOrEqual(99);
    expect(Math.max(...ticks)).toBeLessThanOrEqual(102);
  });

  it('have sliders that stop at the nearest place', () => {
    expect(TEMPERATURES[placeIn(TEMPERATURES, 0.52)]).toBe(0.5);
    expect(SHIFTS[placeIn(SHIFTS, 90)]).toBe(100);
  });
});

describe('the pull of a score', () => {
  it('is what is still missing, for the logarithm, whoever has the rest', () => {
    for (const rest of ['even', 'rival'] as const)
      expect(pullOf('log', 0.25, 27, rest)).toBeCloseTo(0.75, 12);
  });

  it('vanishes at both ends for the squared error', () => {
    expect(pullOf('squared', 0, 27, 'rival')).toBeCloseTo(0, 12);
    expect(pullOf('squared', 1, 27, 'even')).toBeCloseTo(0, 12);
    expect(pullOf('squared', 0.3, 27, 'rival')).toBeGreaterThan(0.5);
  });

  it('is taken of shares that add up to one', () => {
    for (const rest of ['even', 'rival'] as const)
      expect(sharesWith(0.2, 5, rest).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  it('is drawn in order, through the share that is looked at', () => {
    const shares = pullCurve('log', 27, 'even', 1 / 27).map(([share]) => share);
    expect(shares).toContain(1 / 27);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});
