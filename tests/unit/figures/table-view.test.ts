import { describe, expect, it } from 'vitest';
import { fullest, namesThatFit, sameCell, tie } from '../../../src/figures/step0/table-view.ts';

describe('the fullest box', () => {
  it('is named by row and column', () => {
    expect(fullest([0, 2, 0, 7, 1, 0, 0, 0, 3], 3)).toEqual([1, 0]);
  });

  it('is the first of several equals', () => {
    expect(fullest([0, 4, 4, 0], 2)).toEqual([0, 1]);
  });

  it('is none while nothing is counted', () => {
    expect(fullest([0, 0, 0, 0], 2)).toBeNull();
  });
});

describe('a box', () => {
  it('is the same by its place, and never the same as none', () => {
    expect(sameCell([1, 2], [1, 2])).toBe(true);
    expect(sameCell([1, 2], [2, 1])).toBe(false);
    expect(sameCell(null, null)).toBe(false);
  });
});

describe('names in rows', () => {
  const room = { width: 100, rows: 2, size: 10, gap: 10, tail: 40 };

  it('all fit when they do', () => {
    expect(namesThatFit(['anna', 'otto', 'ida'], room)).toBe(3);
  });

  it('leave room at the end for how many more there are', () => {
    // Rows of 100: "aaaaaaaa" (48) twice is 106, so one a row; the second has no room for the tail.
    const names = ['aaaaaaaaaa', 'bbbbbbbbbbb', 'c'];
    expect(namesThatFit(names, room)).toBe(1);
    expect(namesThatFit(names.slice(0, 2), room)).toBe(2);
  });

  it('stand one a row where the room is narrow', () => {
    expect(namesThatFit(['anna', 'otto', 'ida', 'eva'], { ...room, width: 1, rows: 3 })).toBe(2);
  });
});

describe('the tie between guess and truth', () => {
  it('runs from rim to rim', () => {
    expect(tie([0, 0], [100, 0], [10, 5])).toBe('M10 0L95 0');
  });

  it('is left out when the marks touch', () => {
    expect(tie([0, 0], [10, 0], [6, 5])).toBeNull();
  });
});
