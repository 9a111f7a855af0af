import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOklab, mix, rampTable, toOklab } from '../../../src/charts/color.ts';
import type { Rgb } from '../../../src/charts/color.ts';
import {
  DIVERGING_LEVELS,
  SEQUENTIAL_LEVELS,
  divergingLevel,
  ink,
  largest,
  levelClass,
  sequentialLevel,
} from '../../../src/charts/ramp.ts';

const magnitude = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
const byte = fc.integer({ min: 0, max: 255 });

describe('the sequential ramp', () => {
  it('draws zero as exactly paper', () => {
    expect(sequentialLevel(0, 100)).toBe(0);
    expect(ink(0, 100, 'sqrt')).toBe(0);
  });

  it('draws one so that it is not nothing, however large the largest', () => {
    expect(sequentialLevel(1, 1e6)).toBeGreaterThanOrEqual(1);
    fc.assert(fc.property(magnitude, magnitude, (value, max) => sequentialLevel(value, max) >= 1));
  });

  it('draws the largest at full ink, and what is larger no darker', () => {
    expect(sequentialLevel(7, 7)).toBe(SEQUENTIAL_LEVELS);
    expect(sequentialLevel(9, 7)).toBe(SEQUENTIAL_LEVELS);
  });

  it('never gets paler as values grow', () => {
    fc.assert(
      fc.property(magnitude, magnitude, magnitude, (a, b, max) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        return sequentialLevel(low, max) <= sequentialLevel(high, max);
      }),
    );
  });

  it('shows rare things better by square roots than by proportion', () => {
    expect(sequentialLevel(1, 100, 'sqrt')).toBeGreaterThan(sequentialLevel(1, 100, 'linear'));
  });

  it('draws nothing for an empty table or for what is not a number', () => {
    expect(sequentialLevel(0, 0)).toBe(0);
    expect(sequentialLevel(NaN, 5)).toBe(0);
    expect(largest([])).toBe(0);
    expect(largest([1, Infinity, -3])).toBe(3);
  });
});

describe('the diverging ramp', () => {
  it('is as dark for minus as for plus', () => {
    fc.assert(
      fc.property(magnitude, magnitude, (value, max) => {
        return divergingLevel(-value, max) === -divergingLevel(value, max);
      }),
    );
  });

  it('names its classes by side', () => {
    expect(levelClass('diverging', divergingLevel(-1, 1))).toBe(`c-div-n${DIVERGING_LEVELS}`);
    expect(levelClass('diverging', divergingLevel(1, 1))).toBe(`c-div-p${DIVERGING_LEVELS}`);
    expect(levelClass('sequential', 3)).toBe('c-seq-3');
  });
});

describe('colours of a canvas', () => {
  it('come back from OKLab as they went in', () => {
    fc.assert(
      fc.property(byte, byte, byte, (...rgb: [number, number, number]) => {
        expect(fromOklab(toOklab(rgb))).toEqual(rgb);
      }),
    );
  });

  it('mix to the ends at the ends', () => {
    const [paper, inked]: Rgb[] = [
      [250, 248, 240],
      [20, 30, 90],
    ];
    expect(mix(paper, inked, 0)).toEqual(paper);
    expect(mix(paper, inked, 1)).toEqual(inked);
  });

  it('make one colour per level, the stops at their places', () => {
    const stops: Rgb[] = Array.from({ length: 9 }, (_, i) => [255 - 28 * i, 200, 10 * i]);
    const table = rampTable('sequential', stops);
    expect(table).toHaveLength(SEQUENTIAL_LEVELS + 1);
    expect(table[0]).toEqual(stops[0]);
    expect(table[4]).toEqual(stops[1]);
    expect(table[SEQUENTIAL_LEVELS]).toEqual(stops[8]);
    expect(rampTable('diverging', stops)).toHaveLength(2 * DIVERGING_LEVELS + 1);
  });
});
