import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../src/engine/recipe.ts';
import { rowsAt } from '../../../src/figures/step3/attention-data.ts';
import { runOf } from '../../../src/figures/step4/runs.ts';
import { severalOf } from '../../../src/figures/step4/split-data.ts';
import { plain } from '../../../src/figures/step4/split-facts.ts';
import {
  ASKS,
  BANDS,
  barsPath,
  BEATS,
  factorOf,
  headsAt,
  pairOf,
  spanOf,
  splitLayout,
  weightBars,
} from '../../../src/figures/step4/split-view.ts';
import { asker, small, twelve } from '../worker/asking.ts';

const ask = asker(twelve());
const recipe = small(4, { embd: 8, heads: 4, block: 6 });
const total = (row: readonly number[]): number => row.reduce((sum, x) => sum + x, 0);

/** What the engine itself says of a text’s way through the first layer. */
const wayOf = (own: Recipe, step: number) =>
  ask('passage', { recipe: own, step, text: 'dora', tensors: null, design: null });

function vectorsOf(way: ReturnType<typeof wayOf>) {
  const [q, k, v] = ['q', 'k', 'v'].map((name) => rowsAt(way, `layer0.${name}`));
  return { q, k, v };
}

describe('a width cut into heads', () => {
  it.each([1, 2, 4, 8])('finds with %i heads what the engine finds', (heads) => {
    const own = runOf(recipe, { heads });
    const way = wayOf(own, 4);
    const t = way.positions - 1;
    const cut = headsAt(vectorsOf(way), t, heads, true);
    const close = (got: readonly number[], want: readonly number[]) =>
      got.forEach((x, i) => expect(x).toBeCloseTo(want[i], 12));
    cut.forEach((head, n) => {
      close(head.scores, rowsAt(way, `layer0.head${n}.score`)[t]);
      close(head.weights, rowsAt(way, `layer0.head${n}.weight`)[t]);
    });
    close(
      cut.flatMap(({ found }) => [...found]),
      rowsAt(way, 'layer0.found')[t],
    );
  });

  it('is given the same vectors before training, however it is cut', () => {
    const [one, four] = [1, 4].map((heads) => vectorsOf(wayOf(runOf(recipe, { heads }), 0)));
    expect(four).toEqual(one);
  });

  it('adds up to the one dot product, and takes every channel once', () => {
    const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom(1, 2, 3, 4, 6, 12), (x, y, heads) => {
        const vectors = { q: [y, x], k: [y, x], v: [x, y] };
        const cut = headsAt(vectors, 1, heads, true);
        const [one] = headsAt(vectors, 1, 1, true);
        one.dots.forEach((dot, s) => {
          expect(total(cut.map(({ dots }) => dots[s]))).toBeCloseTo(dot, 9);
        });
        cut.forEach(({ weights }) => expect(total(weights)).toBeCloseTo(1, 12));
        expect(cut.flatMap(({ from, to }) => [from, to])).toEqual(
          cut.flatMap((_, n) => [(12 / heads) * n, (12 / heads) * (n + 1)]),
        );
      }),
    );
  });

  it('divides by the root of a head’s size, unless scores are left as they are', () => {
    expect(factorOf(4, true)).toBe(0.5);
    expect(factorOf(16, true)).toBe(0.25);
    expect(factorOf(16, false)).toBe(1);
    expect(plain(Math.sqrt(8))).toBe('2.83');
    expect(plain(2)).toBe('2');
  });

  it('takes as many multiplications and parameters with any number of heads', () => {
    const works = [1, 2, 4, 8].map((heads) => {
      const own = runOf(recipe, { heads });
      const { cached } = ask('work', { recipe: own, text: 'dora' });
      return [
        total(cached.map(({ multiplications }) => multiplications)),
        ask('network', { recipe: own }).parameters,
      ];
    });
    expect(new Set(works.map(String)).size).toBe(1);
    expect(works[0][0]).toBeGreaterThan(0);
  });

  it('cuts where the recipe does not', () => {
    expect(severalOf(recipe)).toBe(4);
    expect(severalOf(runOf(recipe, { heads: 1 }))).toBe(4);
    expect(severalOf(small(4, { embd: 9, heads: 1 }))).toBe(3);
    expect(severalOf(small(4, { embd: 1, heads: 1 }))).toBe(1);
  });
});

describe('what the figure shows', () => {
  it('holds who asks and who is looked at to the text', () => {
    expect(pairOf(BEATS[0], 7)).toEqual({ t: 6, s: 5 });
    expect(pairOf(BEATS[0], 1)).toEqual({ t: 0, s: 0 });
    expect(pairOf({ ...BEATS[0], t: 9, s: 8 }, 4)).toEqual({ t: 3, s: 3 });
    expect(pairOf({ ...BEATS[0], t: 2 }, 7)).toEqual({ t: 2, s: 1 });
  });

  it('begins with one head and shows the whole way when it asks', () => {
    expect(BEATS[0].heads).toBe(1);
    expect(BEATS[ASKS].reach).toBe('all');
  });

  it.each([
    { width: 358, height: 190 },
    { width: 358, height: 240 },
    { width: 468, height: 440 },
    { width: 800, height: 700 },
  ])('stands its bands one under another within $width × $height', (size) => {
    const at = splitLayout(size, 16, 1);
    const shown = BANDS.filter((name) => at.bands[name]);
    expect(shown).toEqual(expect.arrayContaining(['product', 'weights']));
    let above = at.names;
    for (const name of shown) {
      const { top, bottom } = at.bands[name]!;
      expect(top).toBeGreaterThan(above);
      expect(bottom).toBeGreaterThan(top);
      above = name === 'product' ? at.scores : bottom;
    }
    expect(above).toBeLessThanOrEqual(size.height);
  });

  it('shows all bands where there is room', () => {
    expect(Object.keys(splitLayout({ width: 468, height: 440 }, 16, 1).bands)).toEqual([...BANDS]);
  });

  it('draws a bar in its own channel, up or down from the middle', () => {
    const at = splitLayout({ width: 468, height: 440 }, 4, 1);
    const band = { top: 0, bottom: 20 };
    const path = barsPath(at, band, [2, -1], 2, 2);
    expect(path.match(/v-?[\d.]+h/g)).toEqual(['v-10h', 'v5h']);
    const [first] = path
      .match(/M([\d.]+)/)!
      .slice(1)
      .map(Number);
    const { x, width } = spanOf(at, { from: 2, to: 3 });
    expect(first).toBeGreaterThanOrEqual(x);
    expect(first).toBeLessThan(x + width);
  });

  it('keeps the bars of weights within their head', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 16 }),
        fc.integer({ min: 20, max: 200 }),
        (weights, width) => {
          for (const bar of weightBars({ x: 10, width }, { top: 5, bottom: 55 }, weights, 1)) {
            expect(bar.x).toBeGreaterThanOrEqual(10);
            expect(bar.x + bar.width).toBeLessThanOrEqual(10 + width + 0.2);
            expect(bar.y).toBeGreaterThanOrEqual(5 - 0.1);
            expect(bar.y + bar.height).toBeCloseTo(55, 0);
          }
        },
      ),
    );
  });
});
