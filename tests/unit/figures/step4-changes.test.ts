import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import {
  ASKS,
  BEATS,
  changesLayout,
  countOf,
  cutOf,
  programFor,
  stripsPath,
  trianglesPath,
  type Program,
} from '../../../src/figures/step4/changes-view.ts';
import { headsOf, runOf } from '../../../src/figures/step4/runs.ts';

const VOCAB = 27;
const recipe: Recipe = { ...DEFAULT_RECIPE, model: 4 };
const of = (part: { heads?: number; layers?: number }, own = recipe): Program =>
  programFor(runOf(own, part), VOCAB)!;
const step3 = programFor({ ...recipe, model: 3 }, VOCAB)!;

describe('what repeats in the program of Step 4', () => {
  it('has as many numbers with any number of heads, and as many as Step 3', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32 }), (embd) => {
        const own = { ...recipe, embd };
        const old = programFor({ ...own, model: 3 }, VOCAB)!;
        for (const heads of headsOf(embd)) {
          expect(of({ heads, layers: 1 }, own).numbers).toBe(old.numbers);
        }
      }),
    );
  });

  it('grows by twelve squares of the width for every layer more', () => {
    const width = 16;
    const numbers = [1, 2, 3, 4].map((layers) => of({ layers }).numbers);
    numbers.slice(1).forEach((more, i) => expect(more - numbers[i]).toBe(12 * width * width));
    expect(of({ layers: 3 }).tables).toBe(step3.tables);
  });

  it('draws every number once', () => {
    for (const program of [step3, of({ layers: 1 }), of({ heads: 2, layers: 3 })]) {
      expect(program.rows.reduce((sum, row) => sum + countOf(row), 0)).toBe(program.numbers);
    }
  });

  it('asks before the heads are told of, and ends with a layer more', () => {
    expect(BEATS[ASKS]).toEqual(BEATS[ASKS + 1]);
    expect(BEATS[0]).toEqual({ heads: 1, layers: 1 });
    expect(BEATS.at(-1)?.layers).toBe(2);
  });

  it('cuts queries, keys and values by rows and the output matrix by columns', () => {
    expect(cutOf('layer1.attn_wq')).toBe('rows');
    expect(cutOf('attn_wv')).toBe('rows');
    expect(cutOf('layer0.attn_wo')).toBe('columns');
    expect(cutOf('layer0.mlp_fc1')).toBeNull();
  });
});

describe('where the parts stand', () => {
  const sizes = [
    { width: 358, height: 200 },
    { width: 468, height: 450 },
    { width: 800, height: 720 },
  ];

  it.each(sizes)('keeps both programs apart and within $width × $height', (size) => {
    for (const layers of [1, 4]) {
      const at = changesLayout(step3, of({ layers }), size, 1);
      const left = at.old.flatMap(({ plates }) => plates);
      const right = at.fresh.flatMap(({ plates }) => plates);
      const end = Math.max(...left.map(({ x, width }) => x + width));
      const begin = Math.min(...right.map(({ x }) => x));
      expect(Math.min(...left.map(({ x }) => x))).toBeGreaterThanOrEqual(-1);
      expect(end).toBeLessThan(begin);
      expect(Math.max(...right.map(({ x, width }) => x + width))).toBeLessThan(size.width);
      expect(at.end).toBeLessThan(at.bars.top);
      at.fresh.slice(1).forEach((row, i) => {
        expect(row.top).toBeGreaterThanOrEqual(at.fresh[i].top + at.fresh[i].height);
      });
    }
  });

  it('puts what Step 3 has on the level of the same rows of Step 4', () => {
    const at = changesLayout(step3, of({ layers: 3 }), sizes[1], 1);
    const tops = new Map(at.fresh.map(({ row, top }) => [`${row.id} ${row.layer ?? ''}`, top]));
    for (const { row, top } of at.old) {
      expect(top).toBe(tops.get(`${row.id} ${row.layer ?? ''}`));
    }
  });

  it('leaves the first numbers away where two columns do not fit', () => {
    const narrow = changesLayout(step3, of({}), sizes[0], 1);
    const wide = changesLayout(step3, of({}), sizes[1], 1);
    expect(narrow.oldNumber).toBeNaN();
    expect(wide.oldNumber).toBeLessThan(wide.namesX);
    expect(wide.namesX).toBeLessThan(wide.freshNumber);
  });

  it('draws a strip for every second head and a triangle for each', () => {
    const box = { x: 0, y: 0, width: 32, height: 32 };
    const pieces = (path: string) => path.split('M').length - 1;
    for (const heads of [1, 2, 4, 8, 16]) {
      expect(pieces(stripsPath(box, heads, 'rows'))).toBe(Math.floor(heads / 2));
      expect(pieces(trianglesPath(box, heads))).toBe(heads);
    }
    expect(stripsPath(box, 2, 'rows')).toBe('M0 16h32v16h-32z');
    expect(stripsPath(box, 2, 'columns')).toBe('M16 0v32h16v-32z');
  });

  it('keeps triangles within their box', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 8, max: 60 }),
        fc.integer({ min: 8, max: 60 }),
        (heads, width, height) => {
          const path = trianglesPath({ x: 3, y: 5, width, height }, heads);
          for (const [, x, y] of path.matchAll(/M([\d.]+) ([\d.]+)/g)) {
            expect(Number(x)).toBeLessThanOrEqual(3 + width);
            expect(Number(y)).toBeGreaterThanOrEqual(5 - 0.1);
            expect(Number(y)).toBeLessThanOrEqual(5 + height);
          }
        },
      ),
    );
  });
});
