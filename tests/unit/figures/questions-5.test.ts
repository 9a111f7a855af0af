import { describe, expect, it } from 'vitest';
import {
  daysOffered,
  leastSurprised,
  lengthOfStep,
  quietest,
} from '../../../src/figures/step5/questions-5-view.ts';
import type { DiaryBrief } from '../../../src/worker/protocol.ts';

const brief = (heard: number, moved: number): DiaryBrief => ({
  next: null,
  heard,
  moved,
  movedUnheard: moved - heard,
  turned: 0,
  left: [],
  longest: null,
});

describe('the questions about steps', () => {
  it('ask of the letter that has the fewest gradients, the first of equals', () => {
    expect(quietest([brief(9, 9), brief(2, 8), brief(2, 7)])).toBe(1);
    expect(quietest([])).toBeNull();
  });

  it('offer the right number once, among others by size', () => {
    expect(daysOffered(brief(100, 940), 1000)).toEqual([100, 550, 940, 1000]);
    expect(daysOffered(brief(1000, 1000), 1000)).toEqual([500, 1000]);
  });

  it('tell a step from its rate as far as two decimals do', () => {
    expect([0.994, 0.996, 1.004, 1.006, 1.5].map(lengthOfStep)).toEqual([
      'shorter',
      'rate',
      'rate',
      'longer',
      'longer',
    ]);
  });

  it('know the program that is least surprised once all have read', () => {
    expect(leastSurprised([2.5, 2.4, 2.6])).toBe(1);
    expect(leastSurprised([2.5, null, 2.6])).toBeNull();
  });
});
