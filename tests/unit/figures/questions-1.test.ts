import { describe, expect, it } from 'vitest';
import {
  absentFrom,
  dearest,
  lowest,
  pairsOffered,
  signOf,
} from '../../../src/figures/step1/questions-1-view.ts';

describe('the pairs to choose from', () => {
  const labels = [...'•anan•'];

  it('are the dearest few in the order of the name', () => {
    const pairs = pairsOffered([...'•myliah•'], [2.3, 3, 2.2, 1.7, 2.1, 2.8, 1.3]);
    expect(pairs.map(({ text }) => text)).toEqual(['•m', 'my', 'yl', 'ah']);
    expect(dearest(pairs)).toEqual({ place: 1, text: 'my', nats: 3 });
  });

  it('are each offered once, though a name says them twice', () => {
    const pairs = pairsOffered(labels, [1, 2, 3, 2, 1.5]);
    expect(pairs.map(({ text }) => text)).toEqual(['•a', 'an', 'na', 'n•']);
  });

  it('are fewer for a short name', () => {
    expect(pairsOffered([...'•a•'], [2, 1]).map(({ text }) => text)).toEqual(['•a', 'a•']);
    expect(dearest([])).toBeUndefined();
  });
});

describe('a letter that the name does not have', () => {
  it('is the first of the vocabulary, never the boundary', () => {
    expect(absentFrom([4, 0, 2, 4], 5, 4)).toBe(1);
    expect(absentFrom([0, 1], 3, 0)).toBe(2);
  });

  it('may be none', () => {
    expect(absentFrom([2, 0, 1, 2], 3, 2)).toBeNull();
  });
});

describe('the sign of a row of slopes', () => {
  it('is zero only if nothing is there at all', () => {
    expect(signOf([0, -0, 0])).toBe('zero');
    expect(signOf([0, 1e-12])).toBe('positive');
    expect(signOf([0.1, -0.3])).toBe('negative');
  });
});

describe('the lowest loss', () => {
  it('waits for all of them, and no broken run wins', () => {
    expect(lowest([2.5, undefined, 3])).toBeNull();
    expect(lowest([3.1, 2.5, Infinity])).toBe(1);
    expect(lowest([NaN, 30, 20])).toBe(2);
  });
});
