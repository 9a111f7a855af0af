import { describe, expect, it } from 'vitest';
import { Random, weightedIndex } from '../../../src/engine/random.ts';
import golden from '../../golden/random.json' with { type: 'json' };

const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);

// One generator all the way through: each line goes on where the one before stopped.
it.each(golden.traces)('with seed $seed gives what CPython gives', (trace) => {
  const random = new Random(trace.seed);
  expect(times(5, () => random.random())).toEqual(trace.random);

  // Its 624 words are renewed on the way.
  times(700, () => random.random());
  expect(times(3, () => random.random())).toEqual(trace.later);

  for (const [k, bits] of trace.getrandbits) expect(random.getrandbits(k)).toBe(bits);
  for (const [n, value] of trace.randbelow) expect(random.randbelow(n)).toBe(value);

  const items = Array.from({ length: 20 }, (_, i) => i);
  expect(random.shuffle(items)).toEqual(trace.shuffle);

  // To the last place: logarithm, sine and cosine are our own.
  for (const z of trace.gauss) {
    expect(Math.abs(random.gauss(0, 0.08) / z - 1)).toBeLessThan(5e-16);
  }
  // The second of the last pair is kept over a shuffle.
  random.shuffle(items);
  expect(random.gauss(1, 2)).toBeCloseTo(trace.gauss_after[0], 14);
  expect(random.gauss()).toBeCloseTo(trace.gauss_after[1], 14);

  const population = golden.weights.map((_, i) => i);
  expect(random.choices(population, golden.weights, 12)).toEqual(trace.choices);
  expect(random.random()).toBe(trace.last);
});

describe('a generator', () => {
  it('continues from a stored state, the kept Gaussian number included', () => {
    const random = new Random(5);
    random.gauss();
    const state = structuredClone(random.getState());
    const other = new Random(0);
    other.setState(state);
    for (let i = 0; i < 1000; i++) expect(other.gauss()).toBe(random.gauss());
  });
  it('is not moved by what is done to a copy of its state', () => {
    const random = new Random(5);
    const { words } = random.getState();
    words.fill(0);
    expect(random.random()).toBe(new Random(5).random());
  });
  it('refuses a state that is none', () => {
    const state = new Random(1).getState();
    const refused = [
      { ...state, words: new Uint32Array(3) },
      { ...state, index: 625 },
      { ...state, index: -1 },
      { ...state, index: 1.5 },
    ];
    for (const bad of refused) expect(() => new Random(1).setState(bad)).toThrow(RangeError);
  });
  it.each([NaN, Infinity, 0.5, 2 ** 53])('refuses %d as a seed', (seed) => {
    expect(() => new Random(seed)).toThrow(RangeError);
  });
  it('refuses bounds and bit counts it cannot honour', () => {
    const random = new Random(1);
    for (const n of [0, -1, 1.5, 2 ** 32, NaN]) {
      expect(() => random.randbelow(n)).toThrow(RangeError);
    }
    for (const k of [-1, 33, 0.5]) expect(() => random.getrandbits(k)).toThrow(RangeError);
  });
  it('draws nothing for a shuffle of one or none', () => {
    const random = new Random(3);
    expect(random.shuffle([])).toEqual([]);
    expect(random.shuffle(['a'])).toEqual(['a']);
    expect(random.random()).toBe(new Random(3).random());
  });
});

describe('a weighted choice', () => {
  it('takes the first whose cumulative weight exceeds the number', () => {
    expect(weightedIndex([1, 1, 2], 0)).toBe(0);
    expect(weightedIndex([1, 1, 2], 0.25)).toBe(1);
    expect(weightedIndex([1, 1, 2], 0.5)).toBe(2);
    expect(weightedIndex([1, 1, 2], 0.9999999999999999)).toBe(2);
  });
  it('never takes what has no weight', () => {
    expect(weightedIndex([0, 1, 0], 0)).toBe(1);
    const random = new Random(9);
    const drawn = new Set(random.choices(['a', 'b', 'c', 'd'], [0, 3, 0, 1], 500));
    expect([...drawn].sort()).toEqual(['b', 'd']);
  });
  it.each([
    ['empty', []],
    ['all zero', [0, 0]],
    ['infinite', [1, Infinity]],
    ['not numbers', [NaN, 1]],
  ])('refuses weights that are %s', (_, weights) => {
    expect(() => weightedIndex(weights, 0.5)).toThrow(RangeError);
  });
  it('refuses weights that do not match the items', () => {
    expect(() => new Random(1).choices(['a', 'b'], [1])).toThrow(RangeError);
  });
});
