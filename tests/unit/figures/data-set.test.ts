import { describe, expect, it } from 'vitest';
import { binsOf, levelsOf, partsOf } from '../../../src/figures/step0/data-set-layout.ts';

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

describe('the ink of the dots', () => {
  const overview = {
    lengths: new Uint8Array([3, 3, 4]),
    last: new Uint16Array([0, 5, 0]),
    found: -1,
  };

  it('marks the documents that end alike', () => {
    expect(levelsOf('ending', overview, 0, [])).toEqual(new Float32Array([1, 0, 1]));
  });

  it('waits for the engine rather than guess', () => {
    expect(levelsOf('ending', undefined, 0, [])).toBeUndefined();
  });

  it('shows the parts of a run', () => {
    expect(levelsOf('split', undefined, 0, partsOf(4, 1, 2))).toEqual(
      new Float32Array([1, 0.5, 0.5, 0]),
    );
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
    const bins = binsOf(Array.from({ length: 101 }, () => 1), 25);
    expect(bins).toHaveLength(21);
    expect(bins[0]).toEqual({ from: 0, to: 4, count: 5 });
    expect(bins.at(-1)).toEqual({ from: 100, to: 100, count: 1 });
  });
});
