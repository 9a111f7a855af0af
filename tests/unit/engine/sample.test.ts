import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random, weightedIndex } from '../../../src/engine/random.ts';
import { tempered, topK } from '../../../src/engine/reshape.ts';
import { continued, sample } from '../../../src/engine/sample.ts';

/** A made-up model of two letters; 2 is the boundary. */
const p = [
  [0.2, 0.5, 0.3],
  [0.1, 0.2, 0.7],
  [0.6, 0.4, 0],
];
const predict = (prev: number) => p[prev];

describe('a sample', () => {
  it('goes from the boundary to the next boundary, each draw from the row before', () => {
    const random = new Random(4);
    for (let i = 0; i < 200; i++) {
      const { tokens, draws, ended } = sample(random, predict, 2);
      expect(draws[0].prev).toBe(2);
      draws.forEach(({ prev, p: row }, k) => {
        expect(row).toBe(p[prev]);
        if (k > 0) expect(prev).toBe(draws[k - 1].next);
      });
      expect(draws.map(({ next }) => next)).toEqual(ended ? [...tokens, 2] : tokens);
      expect(tokens).not.toContain(2);
    }
  });
  it('keeps what is needed to draw it again', () => {
    const { draws } = sample(new Random(11), predict, 2);
    const again = new Random(11);
    for (const { u, p: row, next } of draws) {
      expect(again.random()).toBe(u);
      expect(weightedIndex(row, u)).toBe(next);
    }
  });
  it('stops at its limit, and says that it did', () => {
    const endless = () => [0.5, 0.5, 0];
    const { tokens, draws, ended } = sample(new Random(1), endless, 2);
    expect([tokens.length, draws.length, ended]).toEqual([16, 16, false]);
    expect(sample(new Random(1), endless, 2, 3).tokens).toHaveLength(3);
  });
  it('may be empty', () => {
    expect(sample(new Random(1), () => [0, 0, 1], 2)).toMatchObject({ tokens: [], ended: true });
  });
  it('tells the model the place as well as the token', () => {
    const places: number[] = [];
    sample(new Random(1), (_, place) => (places.push(place), [1, 0, 0]), 2, 4);
    expect(places).toEqual([0, 1, 2, 3]);
  });
  it('needs a distribution', () => {
    expect(() => sample(new Random(1), () => [0, 0], 1)).toThrow(RangeError);
  });
  it('draws in proportion', () => {
    const random = new Random(8);
    let first = 0;
    for (let i = 0; i < 20_000; i++) if (sample(random, predict, 2, 1).tokens[0] === 0) first += 1;
    expect(first / 20_000).toBeCloseTo(0.6, 2);
  });
});

describe('a temperature', () => {
  it('of one changes nothing', () => {
    expect(tempered([0.1, 0.2, 0.7], 1)).toEqual([0.1, 0.2, 0.7]);
  });
  it('of a half squares, of two takes the root, and both make a whole again', () => {
    const cold = tempered([0.1, 0.2, 0.7], 0.5);
    [0.01, 0.04, 0.49].forEach((x, i) => expect(cold[i]).toBeCloseTo(x / 0.54, 14));
    const hot = tempered([0.25, 0, 0.75], 2);
    expect(hot[1]).toBe(0);
    expect(hot[2] / hot[0]).toBeCloseTo(Math.sqrt(3), 14);
    expect(hot[0] + hot[2]).toBeCloseTo(1, 14);
  });
  it('near zero leaves only the likeliest, and a huge one makes all alike', () => {
    expect(tempered([0.3, 0.4, 0.3], 1e-4)).toEqual([0, 1, 0]);
    expect(tempered([0.3, 0.7], 1e9)[0]).toBeCloseTo(0.5, 6);
  });
  it.each([0, -1, NaN])('of %d is refused', (temperature) => {
    expect(() => tempered([1], temperature)).toThrow(RangeError);
  });
});

describe('a sample that goes on from what is given', () => {
  it('reads it place by place, then draws what follows', () => {
    const read: [number, number][] = [];
    const watch = (prev: number, place: number) => (read.push([prev, place]), p[prev]);
    const { tokens, draws } = continued(new Random(4), watch, [0, 1], 2);
    expect(read.slice(0, 3)).toEqual([
      [2, 0],
      [0, 1],
      [1, 2],
    ]);
    expect(read.map(([, place]) => place)).toEqual([...read.keys()]);
    expect(draws).toHaveLength(read.length - 2);
    expect(draws[0]).toMatchObject({ prev: 1, p: p[1] });
    expect(draws.slice(1).map(({ prev }) => prev)).toEqual(tokens.slice(0, draws.length - 1));
  });
  it('is a sample like any other when nothing is given', () => {
    const [one, other] = [new Random(7), new Random(7)];
    expect(continued(one, predict, [], 2)).toEqual(sample(other, predict, 2));
  });
  it('counts what is given towards the limit, and may find no room left', () => {
    const endless = () => [0.5, 0.5, 0];
    expect(continued(new Random(1), endless, [0, 1], 2, 5).tokens).toHaveLength(3);
    const random = new Random(1);
    expect(continued(random, endless, [0, 1], 2, 2)).toEqual({
      tokens: [],
      draws: [],
      ended: false,
    });
    expect(random.random()).toBe(new Random(1).random());
  });
});

describe('the likeliest tokens', () => {
  const distributions = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 })
    .filter((weights) => weights.some((x) => x > 0))
    .map((weights) => weights.map((x) => x / weights.reduce((a, b) => a + b, 0)));

  it('are kept in proportion, and are never less likely than one left out', () => {
    fc.assert(
      fc.property(distributions, fc.integer({ min: 1, max: 8 }), (all, k) => {
        const chosen = topK(all, k);
        const kept = [...all.keys()].filter((token) => chosen[token] > 0);
        const out = [...all.keys()].filter((token) => chosen[token] === 0);
        expect(kept.length).toBeLessThanOrEqual(k);
        const least = Math.min(...kept.map((token) => all[token]));
        for (const token of out)
          expect(all[token] === 0 || (all[token] <= least && kept.length === k)).toBe(true);
        expect(chosen.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
        for (const token of kept)
          expect(chosen[token] * all[kept[0]]).toBeCloseTo(all[token] * chosen[kept[0]], 14);
      }),
    );
  });
  it('are all of them, to the last bit, if as many are asked for', () => {
    const all = [0.1, 0.2, 0.7 + 1e-16, 1e-300];
    expect(topK(all, 4)).toEqual(all);
    expect(topK(Float64Array.from(all), 99)).toEqual(all);
  });
  it('take the lower token where two are equal', () => {
    expect(topK([0.2, 0.3, 0.3, 0.2], 1)).toEqual([0, 1, 0, 0]);
    expect(topK([0.25, 0.25, 0.25, 0.25], 2)).toEqual([0.5, 0.5, 0, 0]);
  });
  it.each([0, -1, 1.5, NaN])('cannot be %d', (k) => {
    expect(() => topK([0.5, 0.5], k)).toThrow(RangeError);
  });
});
