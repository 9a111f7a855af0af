import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreements,
  askerOf,
  BANDS,
  BEATS,
  firstOf,
  keyOf,
  qkvLayout,
  type View,
} from '../../../src/figures/step3/qkv-view.ts';

const told = BEATS[BEATS.length - 2];

describe('the pair that is looked at', () => {
  it('is the last letter and the first until all keys are compared', () => {
    for (const view of BEATS.slice(0, 3)) {
      const t = askerOf(view, 7);
      expect([t, keyOf(view, t, 3)]).toEqual([6, 1]);
    }
  });

  it('is then the key that agrees most, and last the asker’s own', () => {
    expect(keyOf(told, 6, 3)).toBe(3);
    expect(keyOf(BEATS[BEATS.length - 1], 6, 3)).toBe(6);
  });

  it('never has a key that comes after the query', () => {
    const places = fc.option(fc.nat(20), { nil: null });
    fc.assert(
      fc.property(places, places, fc.integer({ min: 1, max: 16 }), fc.boolean(), (t, s, n, own) => {
        const view: View = { ...told, t, s, own };
        const asker = askerOf(view, n);
        expect(asker).toBeLessThan(n);
        expect(keyOf(view, asker, 0)).toBeLessThanOrEqual(asker);
      }),
    );
  });

  it('is one position with itself where there is only one', () => {
    expect(askerOf(BEATS[0], 1)).toBe(0);
    expect(firstOf(0)).toBe(0);
  });
});

describe('a query with every key', () => {
  it('is one dot product a key, and the order of the two does not matter', () => {
    const q = [1, -2, 0.5];
    const k = [3, 1, 4];
    expect(agreements(q, [k, q])).toEqual([3, 5.25]);
    expect(agreements(k, [q])).toEqual([3]);
  });
});

describe('where rows and bars stand', () => {
  const ends = { q: [-1, 1], k: [-1, 1], product: [-1, 1], sum: [0, 2] } as const;
  const rooms = fc.record({
    width: fc.integer({ min: 300, max: 900 }),
    height: fc.integer({ min: 180, max: 700 }),
  });

  it('keeps rows above bars, and both within the picture', () => {
    fc.assert(
      fc.property(
        rooms,
        fc.integer({ min: 1, max: 16 }),
        fc.integer({ min: 1, max: 64 }),
        (room, n, d) => {
          const at = qkvLayout(room, n, d, ends);
          expect(at.panels[2] + at.panel).toBeCloseTo(room.width, 9);
          const bands = BANDS.map((name) => at.bands[name]);
          let y = at.top + n * at.row;
          for (const { top, bottom } of bands) {
            expect(top).toBeGreaterThan(y);
            expect(bottom).toBeGreaterThan(top);
            y = bottom;
          }
          expect(y).toBeLessThanOrEqual(at.foot + 1e-9);
          expect(at.left + d * at.pitch).toBeLessThanOrEqual(room.width);
        },
      ),
    );
  });
});
