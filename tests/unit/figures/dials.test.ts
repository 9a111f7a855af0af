import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASKS,
  BEATS,
  dialsLayout,
  leaves,
  MISTAKES,
  sameGuess,
  squareAlone,
  squaresOf,
  toleranceOf,
} from '../../../src/figures/step1/dials-view.ts';
import { cellName, inkOf, matricesLayout } from '../../../src/figures/step1/matrices.ts';
import {
  cellOfPlace,
  loupePatch,
  placeInMatrix,
  startsOf,
  threadPath,
  turnedWeights,
  unitsOf,
} from '../../../src/figures/step1/weights-view.ts';

const reference = { vocab: 27, width: 16, hidden: 64 };
const sizes = fc.record({
  vocab: fc.integer({ min: 2, max: 90 }),
  width: fc.integer({ min: 1, max: 40 }),
  hidden: fc.integer({ min: 1, max: 160 }),
});

describe('the dials in their order', () => {
  it('are all the parameters, matrix after matrix', () => {
    expect(startsOf(reference)).toEqual([0, 432, 1456, 3184]);
  });

  it('are found again by the place that they have', () => {
    fc.assert(
      fc.property(sizes, fc.nat({ max: 2 }), fc.nat(), (size, k, at) => {
        const starts = startsOf(size);
        const place = at % (starts[k + 1] - starts[k]);
        expect(placeInMatrix(size, cellOfPlace(size, k, place))).toBe(place);
      }),
    );
    expect(cellName(cellOfPlace(reference, 1, 24 * 16 + 6))).toBe('mlp_fc1[24][6]');
  });
});

describe('the check', () => {
  const small = { vocab: 2, width: 1, hidden: 1 };
  const right = Float64Array.of(1, 2, 3, 4, 5);

  it('cuts both gradients into a square a matrix', () => {
    const squares = squaresOf(small, right, right, 1e-7);
    expect(squares.map(({ xs }) => [...xs])).toEqual([[1, 2], [3], [4, 5]]);
    expect(leaves(squares)).toEqual([false, false, false]);
  });

  it('counts what is off in each, and not what no one has nudged yet', () => {
    const nudged = Float64Array.of(NaN, 2, 3, 4, 5);
    const hand = Float64Array.of(9, 2 + 1e-6, 3 + 1e-9, 4, -5);
    const squares = squaresOf(small, nudged, hand, toleranceOf(1));
    expect(squares.map(({ off }) => off)).toEqual([1, 0, 1]);
    expect(leaves(squares)).toEqual([true, false, true]);
    expect(sameGuess([true, false, true], leaves(squares))).toBe(true);
    expect(sameGuess([true, true, true], leaves(squares))).toBe(false);
  });

  it('takes a slope that is not finite for one that is off', () => {
    const hand = Float64Array.of(1, NaN, 3, Infinity, 5);
    expect(squaresOf(small, right, hand, 1).map(({ off }) => off)).toEqual([1, 0, 1]);
  });

  it('is asked about once the whole rule has been seen, and then is broken', () => {
    expect(BEATS.slice(0, ASKS).every(({ mistake }) => mistake === null)).toBe(true);
    expect(BEATS[ASKS].mistake).toBe('ungated');
    for (const { mistake } of BEATS) expect(MISTAKES).toContain(mistake);
  });
});

describe('the picture of all dials', () => {
  it('shares the height, and nothing reaches over its edges', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 900 }),
        fc.integer({ min: 330, max: 900 }),
        fc.boolean(),
        (width, height, bare) => {
          const { map, top, foot, square } = dialsLayout(
            { width, height },
            reference,
            1,
            true,
            bare,
          );
          const at = matricesLayout({ width, height: map - foot }, reference, top);
          expect(at.width).toBeLessThanOrEqual(width + 1e-9);
          expect(at.height + foot).toBeLessThanOrEqual(map + 1e-9);
          // names over a square, its axis under it
          expect(map + 10 + 18 + square + 20).toBeLessThanOrEqual(height + 1);
          expect(3 * square).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('has the whole height for the matrices where they stand alone', () => {
    const size = { width: 358, height: 240 };
    expect(dialsLayout(size, reference, 1, false).map).toBeGreaterThan(
      dialsLayout(size, reference, 1, true).map,
    );
  });

  it('has squares that fit where the check stands alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 800 }),
        fc.integer({ min: 140, max: 500 }),
        fc.boolean(),
        (width, height, bare) => {
          const square = squareAlone({ width, height }, 1, bare);
          expect(3 * square).toBeLessThan(width);
          // The names over a square, its axis under it, and a line of switches.
          expect(square + 38 + (bare ? 0 : 30)).toBeLessThanOrEqual(height);
        },
      ),
    );
  });

  it('joins matrices that share an axis', () => {
    const { plates, x, h, cell } = matricesLayout({ width: 468, height: 300 }, reference, 33);
    const { wte, mlp_fc1: fc1, mlp_fc2: fc2 } = plates;
    expect([wte.y, wte.height]).toEqual([fc1.y, fc1.height]);
    expect([fc1.x, fc1.width]).toEqual([fc2.x, fc2.width]);
    expect([x.height, h.width]).toEqual([16 * cell, 64 * cell]);
  });

  it('leads the thread from the letter to the loss', () => {
    const at = matricesLayout({ width: 468, height: 300 }, reference, 33);
    const way = { pair: 0, token: 7, input: 6, unit: 24, next: 26 };
    const path = threadPath(at, way, [50, 200]);
    expect(path).toMatch(/^M[\d.]+ 31/);
    expect(path).toMatch(/50 200$/);
  });

  it('puts full ink at one, or where only the largest few are clipped', () => {
    expect([0.3, 1.4, 1.6, 5].map(inkOf)).toEqual([1, 1, 2, 4]);
    expect(inkOf(Infinity)).toBe(1);
  });
});

describe('a dial that is turned', () => {
  const size = { vocab: 2, width: 2, hidden: 2 };
  const weights = { wte: [1, 2, 3, 4], mlp_fc1: [1, 0, 0, -1], mlp_fc2: [1, 1, 1, 1] };

  it('changes alone, and what follows from it changes with it', () => {
    const dial = { tensor: 'wte', row: 1, col: 0 } as const;
    const turned = turnedWeights(weights, size, dial, 0.5);
    expect(Array.from(turned.wte)).toEqual([1, 2, 3.5, 4]);
    expect(turned.mlp_fc1).toBe(weights.mlp_fc1);
    expect(unitsOf(turned, size, 1, 'relu')).toEqual({ x: [3.5, 4], a: [3.5, 0] });
    expect(turnedWeights(weights, size, dial, 0)).toBe(weights);
  });
});

describe('the loupe', () => {
  it('shows cells around the finger, all of them within the matrix', () => {
    expect(loupePatch(16, 27, [0, 26], 5)).toEqual({ row: 0, column: 22, rows: 5, columns: 5 });
    expect(loupePatch(16, 27, [8, 13], 5)).toEqual({ row: 6, column: 11, rows: 5, columns: 5 });
    expect(loupePatch(3, 27, [1, 13], 5)).toMatchObject({ row: 0, rows: 3 });
  });
});
