import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemes } from '../../../src/engine/graphemes.ts';
import {
  BEATS,
  COLD,
  HOT,
  lotOf,
  placeOf,
  readBefore,
  REFERENCE,
  TEMPERATURES,
  temperatureLayout,
  TWENTY,
} from '../../../src/figures/step1/temperature-view.ts';
import type { GeneratedName } from '../../../src/worker/protocol.ts';

const BOS = 99;
const named = (text: string, known = false, ended = true): GeneratedName => ({
  text,
  known,
  ended,
  draws: [...graphemes(text).map((_, i) => i), ...(ended ? [BOS] : [])].map((next) => ({
    prev: 0,
    next,
    u: 0,
    p: 0,
    distribution: null,
  })),
});

describe('the temperatures of the slider', () => {
  it('rise from cold to hot, with the reference’s and 1 among them', () => {
    expect([TEMPERATURES[0], TEMPERATURES.at(-1)]).toEqual([COLD, HOT]);
    expect(TEMPERATURES).toEqual(TEMPERATURES.toSorted((a, b) => a - b));
    expect(TEMPERATURES).toContain(REFERENCE);
    expect(TEMPERATURES).toContain(1);
  });

  it('have a place each, and every view of the story is one of them', () => {
    for (const [place, temperature] of TEMPERATURES.entries())
      expect(placeOf(temperature)).toBe(place);
    for (const { temperature } of BEATS) expect(TEMPERATURES).toContain(temperature);
  });

  it('end the story where the reference draws', () => {
    expect(BEATS.at(-1)?.temperature).toBe(0.5);
  });
});

describe('what a draw was made after', () => {
  it('is nothing at the start, then the symbol before', () => {
    const name = named('ada');
    expect([0, 1, 2, 3].map((draw) => readBefore(name, draw))).toEqual(['', 'a', 'd', 'a']);
  });

  it('is a whole symbol in any script', () => {
    expect(readBefore(named('ñe\u0301o'), 2)).toBe('e\u0301');
  });

  it('is nothing without a name', () => {
    expect(readBefore(undefined, 3)).toBe('');
  });
});

describe('a lot of names', () => {
  it('says how many are on the list, how many differ, and how long they are', () => {
    const lot = lotOf([named('ada', true), named('ada', true), named('x'), named('', false)]);
    expect(lot).toEqual({ count: 4, real: 2, distinct: 3, length: 7 / 4 });
  });

  it('counts all letters of a name that was cut off', () => {
    expect(lotOf([named('abcd', false, false)]).length).toBe(4);
  });

  it('of none has no length', () => {
    expect(lotOf([])).toEqual({ count: 0, real: 0, distinct: 0, length: 0 });
  });
});

describe('the picture', () => {
  it('has a place for every name, and what it offers to press is large enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 900 }),
        fc.integer({ min: 170, max: 900 }),
        fc.constantFrom(1, 1.25, 1.5),
        (width, height, scale) => {
          const at = temperatureLayout({ width, height }, scale);
          expect(at.rows * at.columns).toBeGreaterThanOrEqual(TWENTY);
          if (at.tokens > 0) expect(at.row).toBeGreaterThanOrEqual(24);
          expect(at.bars).toBeGreaterThanOrEqual(64);
        },
      ),
    );
  });

  it('leaves out what has no room where it is low', () => {
    expect(temperatureLayout({ width: 358, height: 200 }, 1)).toMatchObject({
      tokens: 0,
      barHeight: 0,
      counting: false,
    });
    expect(temperatureLayout({ width: 468, height: 440 }, 1).counting).toBe(true);
  });
});
