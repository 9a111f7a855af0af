import { describe, expect, it } from 'vitest';
import {
  contextOf,
  largestGap,
  lastLength,
  pastOf,
  stairs,
  tallest,
} from '../../../src/figures/step0/memory-view.ts';

describe('the two pasts', () => {
  it('takes a name without its last letter, and keeps a single letter', () => {
    expect(contextOf([12, 24, 11, 8, 0, 7])).toEqual([12, 24, 11, 8, 0]);
    expect(contextOf([3])).toEqual([3]);
    expect(contextOf([])).toEqual([]);
  });

  it('keeps only the end of a long name', () => {
    const long = Array.from({ length: 30 }, (_, i) => i);
    expect(contextOf(long)).toHaveLength(12);
    expect(contextOf(long).at(-1)).toBe(28);
  });

  it('sets the last letter alone beside it', () => {
    expect(pastOf('last', [12, 24, 0], 26)).toEqual([0]);
  });

  it('changes the first letter to the last of the alphabet, or to the one before', () => {
    expect(pastOf('changed', [12, 24, 0], 26)).toEqual([25, 24, 0]);
    expect(pastOf('changed', [25, 24, 0], 26)).toEqual([24, 24, 0]);
  });

  it('puts a letter in front when there is only one', () => {
    expect(pastOf('changed', [4], 26)).toEqual([25, 4]);
  });

  it('leaves out letters that another list does not have', () => {
    expect(pastOf([30, 2, 1], [0], 10)).toEqual([2, 1]);
    expect(pastOf([30], [0, 5], 10)).toEqual([5]);
    expect(pastOf([1], [], 10)).toEqual([]);
  });
});

describe('the sums behind the picture', () => {
  it('finds the largest difference of two distributions', () => {
    expect(largestGap([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(largestGap([0.5, 0.5, 0], [0.25, 0.5, 0.25])).toBe(0.25);
    expect(largestGap([], [])).toBe(0);
  });

  it('finds the tallest bar, the first of equals', () => {
    expect(tallest([0.1, 0.4, 0.4])).toBe(1);
    expect(tallest([])).toBe(0);
  });

  it('draws all lengths of the list and nearly all of the table, at most forty', () => {
    expect(lastLength([0, 0, 0.5, 0.5], [0, 0.5, 0.48, 0.02])).toBe(3);
    expect(lastLength([0, 0, 0.5, 0, 0, 0.5], [0, 0.5, 0.5])).toBe(5);
    expect(lastLength([0, 1], [0, 0.01, 0.01])).toBe(40);
  });

  it('outlines bars side by side', () => {
    const path = stairs(
      [1, 3],
      (bin) => 10 * bin,
      (value) => 30 - 10 * value,
    );
    expect(path).toBe('M0 30V20H10V0H20V30');
  });
});
