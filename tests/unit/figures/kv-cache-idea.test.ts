import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEATS,
  barsPath,
  BLOCK,
  LENGTHS,
  totalOf,
  typingLayout,
  typingRecipe,
} from '../../../src/figures/ideas/kv-cache/typing-view.ts';
import { asker, byDefault, defaults } from '../worker/asking.ts';

const ask = asker(defaults());
const recipe = byDefault(5);

describe('what typed text costs', () => {
  it.each([1, 3])(
    'is what the engine counts when it reads again for each token, %i layers',
    (layers) => {
      const run = { ...typingRecipe(recipe, layers), block: 8 };
      const { cached, again, kept } = ask('typed', { recipe: run, text: 'kirsten' });
      const work = ask('work', { recipe: run, text: 'kirsten' });
      expect(cached).toEqual(work.cached.map(({ multiplications }) => multiplications));
      expect(again).toEqual(work.uncached.map(({ multiplications }) => multiplications));
      expect(kept).toEqual(work.cached.map((token) => token.kept));
    },
  );

  it('grows with the square of the length without a cache, and little more than evenly with one', () => {
    const [short, long] = LENGTHS.slice(0, 2).map((tokens) =>
      ask('typed', { recipe: typingRecipe(recipe, 1), text: 'a'.repeat(tokens - 1) }),
    );
    const times = (of: 'again' | 'cached') => totalOf(long[of]) / totalOf(short[of]);
    expect(times('again')).toBeGreaterThan(3.9);
    expect(times('cached')).toBeLessThan(2.2);
    expect(totalOf(short.again)).toBe(450_816);
    expect(totalOf(short.cached)).toBe(60_416);
  });

  it('is told of as much as a block takes, and of what is in the list', () => {
    const long = ask('typed', { recipe: typingRecipe(recipe, 1), text: 'ab'.repeat(200) });
    expect(long.labels).toHaveLength(BLOCK);
    expect(long.tokens.length).toBeGreaterThan(BLOCK);
    const odd = ask('typed', { recipe: typingRecipe(recipe, 1), text: 'a1漢b' });
    expect(odd.labels.slice(1)).toEqual(['a', 'b']);
    expect(odd.unknown).toEqual(['1', '漢']);
    expect(ask('typed', { recipe: typingRecipe(recipe, 1), text: '' }).labels).toHaveLength(1);
  });
});

describe('the picture', () => {
  it('has its rows, letters and meter one under the other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 1000 }),
        fc.integer({ min: 200, max: 700 }),
        fc.integer({ min: 1, max: BLOCK }),
        (width, height, tokens) => {
          const at = typingLayout({ width, height }, 1, tokens);
          expect(at.left + at.pitch * tokens).toBeLessThanOrEqual(width);
          expect(at.again).toBeLessThan(at.cached);
          expect(at.cached).toBeLessThan(at.letters);
          expect(at.meter + 31).toBeLessThanOrEqual(height + 1);
        },
      ),
    );
  });

  it('draws a bar for each token', () => {
    const path = barsPath({ left: 2, pitch: 10 }, 100, [5, 0, 7]);
    expect(path.match(/M/g)).toHaveLength(3);
    expect(path).toContain('M22.0 100.0v-7.0');
  });

  it('tells of lengths that a block has room for', () => {
    for (const { tokens } of BEATS) expect(LENGTHS).toContain(tokens);
    expect(Math.max(...LENGTHS)).toBe(BLOCK);
  });
});
