import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NAMES,
  axisOf,
  bothWays,
  corners,
  crossings,
  endsOf,
  glyph,
  otherSeeds,
  product,
  walk,
} from '../../../src/figures/step1/bend-view.ts';
import { pairsOf } from '../../../src/figures/step1/bend-words.ts';

const weight = fc.double({ min: -2, max: 2, noNaN: true });
const matrix = (rows: number, cols: number) =>
  fc.array(fc.array(weight, { minLength: cols, maxLength: cols }), {
    minLength: rows,
    maxLength: rows,
  });

describe('two matrices with nothing between them', () => {
  it('are one: it has the shape of the ends', () => {
    expect(product([[1, 2]], [[3, 4, 5], [6, 7, 8]])).toEqual([[15, 18, 21]]); // prettier-ignore
  });

  it('give the same logits as their product, but for rounding', () => {
    fc.assert(
      fc.property(matrix(8, 2), matrix(3, 8), matrix(1, 2), (fc1, fc2, [x]) => {
        expect(bothWays(x, fc1, fc2).apart).toBeLessThan(1e-12);
      }),
    );
  });
});

describe('the walk from one letter to another', () => {
  const from = [1, -1, 2, -3, 0];
  const to = [3, 1, -2, -1, 4];
  const row = [1, 1, 1, 1, 1];

  it('bends where a hidden unit passes zero, and nowhere else', () => {
    const found = walk(from, to, row, 'relu');
    expect(found.zeros).toEqual([0.5, 0.5]);
    expect(corners(found, 'relu')).toBe(2);
    expect(found.points).toEqual([
      [0, 3],
      [0.5, 4],
      [0.5, 4],
      [1, 8],
    ]);
  });

  it('is straight without gates', () => {
    const found = walk(from, to, row, 'none');
    for (const [t, y] of found.points) {
      const [[, start], [, end]] = found.straight;
      expect(y).toBeCloseTo(start + t * (end - start), 12);
    }
    expect(corners(found, 'none')).toBe(0);
  });

  it('ends where the letters are, whatever the activation', () => {
    for (const name of NAMES) {
      const { points } = walk(from, to, row, name);
      expect(points[0][0]).toBe(0);
      expect(points.at(-1)?.[0]).toBe(1);
    }
  });

  it('passes no zero from a letter to itself', () => {
    expect(crossings(from, from)).toEqual([]);
  });

  it('goes between two different letters of the name, or to the boundary', () => {
    expect(endsOf([26, 0, 0, 11, 26], 26)).toEqual({ from: 0, to: 11 });
    expect(endsOf([26, 4, 26], 26)).toEqual({ from: 4, to: 26 });
    expect(endsOf([26, 26], 26)).toEqual({ from: 26, to: 26 });
  });
});

describe('the runs side by side', () => {
  const rows = [
    { name: 'none', nats: 2.5, others: [2.6, 2.4, null] },
    { name: 'relu', nats: 2.4, others: [2.5, 2.45, 2.3] },
  ] as const;

  it('are compared seed by seed, where both are known', () => {
    expect(pairsOf(rows)).toEqual({ count: 3, lower: 2 });
  });

  it('stand on an axis that holds them, with the floor no further right than a third', () => {
    const [low, high] = axisOf(rows, 2.45);
    expect(low).toBeLessThanOrEqual(2.3);
    expect(high).toBeGreaterThan(2.6);
    const [from, to] = axisOf(rows.map((row) => ({ ...row, others: [] })), 2.35); // prettier-ignore
    expect((2.35 - from) / (to - from)).toBeCloseTo(1 / 3, 12);
  });

  it('take four seeds that are not the page’s', () => {
    for (const seed of [1, 3, 42]) {
      expect(otherSeeds(seed)).toHaveLength(4);
      expect(otherSeeds(seed)).not.toContain(seed);
    }
  });
});

describe('the small pictures of the activations', () => {
  it('are as straight as the functions are', () => {
    expect(glyph('none', 24, 24)).toBe('M0.0 24.0L24.0 0.0');
    expect(glyph('relu', 24, 24)).toBe('M0.0 12.0L12.0 12.0L24.0 0.0');
  });
});
