import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filled, totalOf } from '../../../src/figures/cache-work.ts';
import { cacheLayout, halfRow, keysAndValuesAgain } from '../../../src/figures/step3/cache-view.ts';
import { asker, byDefault, defaults } from '../worker/asking.ts';

describe('the text that fills a block', () => {
  it('is the name again and again, the boundary before it', () => {
    expect(filled(['a', 'b'], 6)).toBe('ababa');
    expect(filled(['a'], 1)).toBe('');
    expect(filled([], 16)).toBe('');
  });

  it('takes exactly the block', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 64 }),
        (letters, block) => {
          expect(filled(letters, block)).toHaveLength(block - 1);
        },
      ),
    );
  });
});

describe('what tokens cost together', () => {
  const { cached, uncached, parts } = asker(defaults())('work', {
    recipe: byDefault(3),
    text: filled([...'mylia'], 16),
  });

  it('is what the engine has counted, for the tokens read', () => {
    expect(totalOf(cached, 0)).toEqual({ projections: 0, multiplications: 0, kept: 0 });
    expect(totalOf(cached, 16)).toEqual({ projections: 16, multiplications: 60_416, kept: 512 });
    expect(totalOf(uncached, 16)).toMatchObject({ projections: 136, multiplications: 450_816 });
    for (let n = 1; n <= 16; n++) {
      expect(totalOf(uncached, n).projections).toBe((n * (n + 1)) / 2);
      expect(totalOf(cached, n).projections).toBe(n);
    }
  });

  it('is less if only keys and values are computed again', () => {
    const [kept, again] = [totalOf(cached, 16), totalOf(uncached, 16)];
    expect(keysAndValuesAgain(kept, again, parts)).toBe(121_856);
  });
});

describe('the layout', () => {
  it('keeps panels, bars and sums within the picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 280, max: 900 }),
        fc.integer({ min: 180, max: 900 }),
        fc.integer({ min: 1, max: 64 }),
        (width, height, tokens) => {
          const at = cacheLayout({ width, height }, 1, tokens, 52);
          expect(at.height).toBeLessThanOrEqual(height - 52 + 1e-6);
          expect(at.left[0]).toBeGreaterThanOrEqual(0);
          expect(at.left[0] + at.cell * tokens).toBeLessThanOrEqual(at.left[1]);
          expect(at.left[1] + at.cell * tokens).toBeLessThanOrEqual(width + 1e-6);
          expect(at.foot - at.bar).toBeGreaterThanOrEqual(at.bottom);
        },
      ),
    );
  });

  it('draws a box for each cell of a row, keys over values', () => {
    const at = { cell: 10, top: 20 };
    expect(halfRow(at, 5, 2, [0, 2], 'key')).toBe('M5 40h9v4.5h-9zM15 40h9v4.5h-9z');
    expect(halfRow(at, 5, 2, [2, 3], 'value')).toBe('M25 44.5h9v4.5h-9z');
    expect(halfRow(at, 5, 0, [0, 0], 'key')).toBe('');
  });
});
