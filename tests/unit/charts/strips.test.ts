import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsLayout } from '../../../src/charts/bars/layout.ts';
import { boundary, dotAt, dotLayout, dotUnder } from '../../../src/charts/strips/dotLayout.ts';
import { dotTravel } from '../../../src/charts/strips/DotSlider.tsx';
import { dotPixels } from '../../../src/charts/strips/drawDots.ts';
import { tokenLayout, tokenSlots } from '../../../src/charts/strips/tokenLayout.ts';
import type { Rgb } from '../../../src/charts/color.ts';

const count = fc.integer({ min: 1, max: 40_000 });

describe('a field of dots', () => {
  it('holds every document within its size', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 240, max: 900 }), (n, width) => {
        const at = dotLayout(n, width, 200);
        return at.columns * at.rows >= n && at.width <= width && at.height <= 200;
      }),
    );
  });

  it('finds the dot that was pointed at', () => {
    const at = dotLayout(32178, 468, 290);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 32177 }), (index) => {
        const { x, y } = dotAt(at, index);
        return dotUnder(at, x + at.dotWidth / 2, y + at.dotHeight / 2) === index;
      }),
    );
    expect(dotUnder(at, -1, 5)).toBeNull();
    expect(dotUnder(at, at.width - 1, at.height - 1)).toBeNull();
  });

  it('rules a range off with one step in the middle of a row', () => {
    const at = { columns: 10, rows: 3, dotWidth: 2, dotHeight: 2, width: 20, height: 6, count: 25 };
    expect(boundary(at, 13)).toBe('M0 4H6V2H20');
    expect(boundary(at, 10)).toBe('M0 2H20');
    expect(boundary(at, 25)).toBe('');
  });

  it('moves by dots and by rows', () => {
    const at = { columns: 10, rows: 3, dotWidth: 2, dotHeight: 2, width: 20, height: 6, count: 25 };
    expect(dotTravel(13, 'ArrowDown', at)).toBe(23);
    expect(dotTravel(18, 'ArrowDown', at)).toBe(18);
    expect(dotTravel(0, 'ArrowLeft', at)).toBe(0);
    expect(dotTravel(3, 'End', at)).toBe(24);
  });

  it('paints every dot and nothing after the last', () => {
    const at = { columns: 2, rows: 2, dotWidth: 1, dotHeight: 1, width: 2, height: 2, count: 3 };
    const table: Rgb[] = Array.from({ length: 33 }, (_, i) => [i, i, i]);
    const { data } = dotPixels(at, 1, [1, 0, 0.5], table);
    expect([data[0], data[4], data[12], data[15]]).toEqual([32, 0, 0, 0]);
  });
});

describe('a strip of tokens', () => {
  const tokens = [...'•annabellachristina•'].map((symbol, id) => ({ symbol, id }));
  const strip = { label: 'tokens', tokens };

  it('wraps where it is narrow', () => {
    const wide = tokenLayout({ ...strip, width: 900 });
    const narrow = tokenLayout({ ...strip, width: 300 });
    expect(wide.spots.at(-1)?.row).toBe(0);
    expect(narrow.spots.at(-1)?.row).toBeGreaterThan(0);
    expect(narrow.height).toBeGreaterThan(wide.height);
  });

  it('runs from the right for scripts that do', () => {
    const { spots } = tokenLayout({ ...strip, width: 900, dir: 'rtl' });
    expect(spots[0].x).toBeGreaterThan(spots[1].x);
  });

  it('has one step fewer than tokens, all within the picture', () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const at = tokenLayout({ ...strip, width: 300, dir });
      const slots = tokenSlots(at, 'step');
      expect(slots).toHaveLength(tokens.length - 1);
      expect(slots.every((slot) => slot.x >= 0 && slot.x + slot.width <= 300 + 8)).toBe(true);
    }
  });
});

describe('bars', () => {
  const bars = [3, -1, Infinity].map((value, i) => ({ id: `b${i}`, label: 'abc'[i], value }));
  const at = barsLayout({ label: 'bars', width: 400, bars });

  it('grow from zero to both sides', () => {
    const zero = at.along(0);
    expect(at.places[0].box.x).toBeCloseTo(zero);
    expect(at.places[1].box.x + at.places[1].box.width).toBeCloseTo(zero);
  });

  it('run to the end of the frame when they are infinite', () => {
    expect(at.places[2].endless).toBe(true);
    expect(at.places[2].end).toBeGreaterThanOrEqual(at.places[0].end);
  });

  it('leave room for what lies over them', () => {
    const [over] = barsLayout({
      label: 'bars',
      width: 400,
      bars: [{ id: 'a', label: 'a', value: 1, overlay: 2, guess: 3 }],
    }).places;
    expect(over.end).toBeGreaterThan(over.box.x + over.box.width);
  });
});
