import { describe, expect, it } from 'vitest';
import {
  binsOf,
  fieldOf,
  partsOf,
  regionPath,
  spotsOf,
  tonesOf,
} from '../../../src/figures/step0/data-set-layout.ts';

describe('what a run does with a list', () => {
  it('counts, holds out, and leaves the rest', () => {
    expect(partsOf(32178, 1000, 3000)).toEqual([
      { kind: 'count', from: 0, to: 1000 },
      { kind: 'heldOut', from: 1000, to: 4000 },
      { kind: 'rest', from: 4000, to: 32178 },
    ]);
  });

  it('has fewer parts when the list is short', () => {
    expect(partsOf(1200, 1000, 3000).map(({ kind }) => kind)).toEqual(['count', 'heldOut']);
    expect(partsOf(12, 1000, 3000)).toEqual([{ kind: 'count', from: 0, to: 12 }]);
  });
});

describe('the field of dots', () => {
  it('has a dot for each document where there is room', () => {
    const { per, count, at } = fieldOf(32178, 356, 362);
    expect({ per, count }).toEqual({ per: 1, count: 32178 });
    expect(at.width).toBeLessThanOrEqual(356);
    expect(at.height).toBeLessThanOrEqual(362);
  });

  it('lets a dot stand for several documents where there is none', () => {
    const { per, count, at } = fieldOf(1_000_000, 300, 100);
    expect(per).toBe(34);
    expect(count * per).toBeGreaterThanOrEqual(1_000_000);
    expect(at.height).toBeLessThanOrEqual(100);
  });

  it('keeps a place for each document when the order changes', () => {
    const { at } = fieldOf(3, 24, 12);
    const file = spotsOf(at, null);
    const turned = spotsOf(at, new Uint32Array([2, 1, 0]));
    expect(turned.slice(0, 2)).toEqual(file.slice(4, 6));
    expect(turned.slice(2, 4)).toEqual(file.slice(2, 4));
  });

  it('outlines a run of dots that begins and ends within rows', () => {
    const at = { columns: 4, rows: 3, dotWidth: 2, dotHeight: 2, width: 8, height: 6, count: 12 };
    expect(regionPath(at, 1, 3)).toBe('M2 0H6V2H2z');
    expect(regionPath(at, 1, 10)).toBe('M2 0H8V4H4V6H0V2H2z');
    expect(regionPath(at, 5, 5)).toBe('');
  });
});

describe('the tones of the dots', () => {
  const one = { count: 3, per: 1 };
  const overview = {
    lengths: new Uint8Array([3, 3, 4]),
    last: new Uint16Array([0, 5, 0]),
    order: new Uint32Array([0, 1, 2]),
    found: -1,
  };

  it('mark the documents that end alike', () => {
    expect([...tonesOf(one, 'ending', overview, 0, [])!]).toEqual([2, 0, 2]);
  });

  it('wait for the engine rather than guess', () => {
    expect(tonesOf(one, 'ending', undefined, 0, [])).toBeUndefined();
  });

  it('show the parts of a run', () => {
    const four = { count: 4, per: 1 };
    expect([...tonesOf(four, 'split', undefined, 0, partsOf(4, 1, 2))!]).toEqual([2, 1, 1, 0]);
  });

  it('are all alike in the plain picture', () => {
    expect([...tonesOf(one, 'plain', undefined, 0, [])!]).toEqual([1, 1, 1]);
  });
});

describe('the histogram of lengths', () => {
  it('begins with the shortest document', () => {
    expect(binsOf([0, 0, 3, 1], 20)).toEqual([
      { from: 2, to: 2, count: 3 },
      { from: 3, to: 3, count: 1 },
    ]);
  });

  it('joins lengths when there are too many for the room', () => {
    const bins = binsOf(
      Array.from({ length: 101 }, () => 1),
      25,
    );
    expect(bins).toHaveLength(21);
    expect(bins[0]).toEqual({ from: 0, to: 4, count: 5 });
    expect(bins.at(-1)).toEqual({ from: 100, to: 100, count: 1 });
  });
});
