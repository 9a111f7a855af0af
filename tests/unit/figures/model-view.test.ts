import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  ends,
  modelLayout,
  numberSpots,
  ranking,
  stripShape,
} from '../../../src/figures/step0/model-view.ts';

describe('the rows of the story', () => {
  it('are those of the letters met most and least often, never the boundary', () => {
    expect(ends([40, 0, 3, 90], 3)).toEqual({ common: 0, rare: 2 });
  });
  it('are one and the same where only one letter was met', () => {
    expect(ends([0, 7, 7], 2)).toEqual({ common: 1, rare: 1 });
  });
  it('rank their columns, the earlier of two equals first', () => {
    expect(ranking([1, 5, 5, 9])).toEqual([3, 1, 2, 0]);
  });
});

describe('the columns', () => {
  it('are the counts', () => {
    expect(columnsOf('counts', 1, [3, 0], [0.8, 0.2])).toEqual([
      { value: 3, added: 0 },
      { value: 0, added: 0 },
    ]);
  });
  it('carry what was added on top', () => {
    expect(columnsOf('plus', 2, [3, 0], [])).toEqual([
      { value: 5, added: 2 },
      { value: 2, added: 2 },
    ]);
  });
  it('share out what was added as the counts are', () => {
    expect(columnsOf('shares', 1, [3, 0], [0.8, 0.2])).toEqual([
      { value: 0.8, added: 0.2 },
      { value: 0.2, added: 0.2 },
    ]);
  });
  it('are nothing where there is no total to divide by', () => {
    expect(columnsOf('shares', 0, [0], [NaN])).toEqual([{ value: 0, added: 0 }]);
  });
});

describe('the numbers above the bars', () => {
  const at = modelLayout(430, 200, 4, 10, 30);
  const wide = { j: 0, text: '0.123456789012345' };

  it('keep the first asked for and leave out one that would touch it', () => {
    const spots = numberSpots(at, [100, 100, 10, 10], [wide, { ...wide, j: 1 }]);
    expect(spots.map(({ j }) => j)).toEqual([0]);
  });
  it('leave out one that a taller bar beside it would cover', () => {
    const spots = numberSpots(
      at,
      [100, 20, 10, 10],
      [
        { j: 2, text: '1' },
        { ...wide, j: 1 },
      ],
    );
    expect(spots.map(({ j }) => j)).toEqual([2]);
  });
  it('stay within the picture', () => {
    const [spot] = numberSpots(at, [0, 0, 0, 100], [{ ...wide, j: 3 }]);
    expect(spot.x + (17 * 0.6 * 11.5) / 2).toBeLessThanOrEqual(430);
  });
});

describe('the alphabet strip', () => {
  it('gives each letter 24 px, in as many rows as that takes', () => {
    expect(stripShape(27, 422, 120)).toEqual({ perRow: 14, rows: 2 });
  });
  it('narrows the letters where the rows would be too many', () => {
    expect(stripShape(80, 310, 75)).toEqual({ perRow: 40, rows: 2 });
  });
});
