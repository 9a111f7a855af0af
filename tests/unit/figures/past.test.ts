import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMessages } from '../../../src/reader/messages.tsx';
import type { Past, Row } from '../../../src/figures/step3/past-data.ts';
import { pastFacts, pastTable, percent, spread } from '../../../src/figures/step3/past-said.ts';
import * as see from '../../../src/figures/step3/past-view.ts';
import words from '../../../content/en/figures/past.json' with { type: 'json' };

const LABELS = ['a', 'b', 'c', '•'];
const BOS = 3;
const row = (before: number[], after: number[], moved: number): Row => ({
  before: Float64Array.from(before),
  after: Float64Array.from(after),
  moved,
});
const still = row([0.5, 0.25, 0.25, 0], [0.5, 0.25, 0.25, 0], 0);
const past: Past = {
  labels: LABELS,
  bos: BOS,
  letters: ['c', 'a', 'b'],
  tokens: [2, 0, 1],
  later: ['a'],
  exchange: { position: 1, token: 0 },
  now: ['a', 'a', 'b'],
  rows: { counting: still, mlp: still, head: row([1, 0, 0, 0], [0.5, 0, 0.5, 0], 0.5), adam: null },
  weights: Float64Array.of(0.25, 0.3, 0.25, 0.2),
  head: {
    moved: Float64Array.of(0.5, 0.25, 0, 0, 0, 0.125, 0.0625, 0),
    most: { position: 1, token: 0, moved: 0.5 },
  },
  adam: null,
};

describe('an exchange', () => {
  it('puts one symbol in the place of an earlier letter', () => {
    expect(see.exchangedIn(past.letters, past.exchange, LABELS)).toEqual(['a', 'a', 'b']);
    expect(see.exchangedIn(past.letters, null, LABELS)).toEqual(['c', 'a', 'b']);
  });

  it('goes through all symbols by pressing, and comes back to the letter itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), fc.nat(), (tokens, a, b) => {
        const bos = a % tokens;
        const own = (bos + 1 + (b % (tokens - 1))) % tokens;
        let now: see.Exchange | null = null;
        const seen = new Set<number>();
        for (let i = 1; i < tokens; i++) {
          now = see.nextAt(2, now, own, bos, tokens);
          seen.add(now.token);
        }
        expect(now).toEqual({ position: 2, token: own });
        expect(seen.size).toBe(tokens - 1);
        expect(seen.has(bos)).toBe(false);
      }),
    );
  });

  it('begins at another letter from that letter on', () => {
    expect(see.nextAt(2, { position: 1, token: 2 }, 0, BOS, 4)).toEqual({ position: 2, token: 1 });
  });

  it('is made before the last letter but one, so that what comes is known', () => {
    expect([0, 1, 2, 3, 6].map(see.standOf)).toEqual([0, 1, 2, 2, 5]);
  });
});

describe('what an exchange moves', () => {
  it('goes from what lost the most to what won the most', () => {
    expect(see.shiftOf([0.5, 0.3, 0.2], [0.3, 0.3, 0.4])).toEqual({ lost: 0, won: 2 });
    expect(see.shiftOf([0.5, 0.5], [0.5, 0.5])).toBeNull();
  });

  it('has a largest for each letter', () => {
    expect(see.mostByLetter(past.head!.moved, 4)).toEqual([0.5, 0.125]);
    expect(see.mostByLetter([], 4)).toEqual([]);
  });

  it('is quoted in the text', () => {
    expect(pastFacts(past)).toMatchObject({
      'past.last': 'b',
      'past.was': 'c',
      'past.is': 'a',
      'past.most': '50.0 %',
      'past.least': '12.5 %',
      'past.least.letter': 'a',
      'past.edits': '4',
      'past.adam.most': '–',
    });
    expect(spread(past.weights)).toEqual({ low: '0.20', high: '0.30' });
    expect(percent(null)).toBe('–');
  });

  it('is not told by the table while it is asked', () => {
    const say = makeMessages(words, 'en');
    const head = (asking: boolean) =>
      pastTable(say, past, see.BEATS[see.ASKS], asking).rows.map((cells) => cells[3]);
    expect(head(false)).toEqual(['50.0 %', '100.0 → 50.0', '0.0 → 0.0', '0.0 → 50.0', '0.0 → 0.0']);
    expect(head(true)[0]).toBe('?');
    expect(head(true)[1]).toBe('100.0 → ?');
    expect(pastTable(say, past, see.BEATS[0], false).columns).toHaveLength(3);
  });
});

describe('the layout', () => {
  const sizes = fc.record({
    width: fc.integer({ min: 280, max: 900 }),
    height: fc.integer({ min: 220, max: 900 }),
  });
  const of = fc.record({
    letters: fc.integer({ min: 1, max: 20 }),
    tokens: fc.integer({ min: 2, max: 150 }),
    maps: fc.integer({ min: 0, max: 2 }),
    shown: fc.constantFrom(...see.SHOWN),
  });

  it('keeps everything within the picture, row under row', () => {
    fc.assert(
      fc.property(sizes, of, (size, { letters, tokens, maps, shown }) => {
        const at = see.pastLayout(size, 1, letters, tokens, maps, shown);
        expect(at.rows.toSorted((a, b) => a - b)).toEqual(at.rows);
        expect(at.bar).toBeGreaterThan(0);
        expect(at.right).toBeLessThanOrEqual(size.width);
        expect(at.maps + at.count * at.map).toBeLessThanOrEqual(size.height + 1e-6);
        expect(at.count).toBeLessThanOrEqual(letters > 1 ? maps : 0);
        const places = see.lettersAcross(letters + 1, at, 1);
        expect(places[0]).toBeGreaterThanOrEqual(at.left);
        expect(places.at(-1)).toBeLessThanOrEqual(at.right);
      }),
    );
  });

  it('gives the rows shown the room of those that are not', () => {
    const bar = (shown: see.Shown) =>
      see.pastLayout({ width: 468, height: 440 }, 1, 5, 27, 0, shown).bar;
    expect(bar('old')).toBeGreaterThan(bar('head'));
    expect(bar('head')).toBeGreaterThan(bar('adam'));
  });

  it('lets far arcs go over near ones', () => {
    expect(see.riseOf(100, 100, 40)).toBeGreaterThan(see.riseOf(20, 100, 40));
    expect(see.arcPath(100, 20, 40, 30)).toMatch(/^M100\.0 40\.0C/);
    expect(see.arcPath(100, 100, 40, 30)).not.toContain('NaN');
  });
});
