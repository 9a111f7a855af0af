import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import { faultsOf, settingsOf } from '../../../src/engine/settings.ts';
import {
  againstFirst,
  axisOf,
  BEATS,
  comparisonLayout,
  lowestRow,
  natsOf,
  OTHER_SEEDS,
  ownValue,
  planOf,
  ROWS,
  rowRun,
  rowsOf,
  seedSpread,
  type Ending,
} from '../../../src/figures/step4/comparison-view.ts';

const recipe: Recipe = { ...DEFAULT_RECIPE, model: 4 };
const wide = (embd: number, heads: number): Recipe => ({ ...recipe, embd, heads });
const ended = { step: 3, lastGood: 2, reason: 'loss' } as never;
const at = (heldOut: number): Ending => ({ heldOut, ended: null });

describe('the rows of a comparison', () => {
  it('are the numbers of heads that divide the width, and layers one to four', () => {
    expect(rowsOf(recipe, 'heads')).toEqual([1, 2, 4, 8, 16]);
    expect(rowsOf(recipe, 'layers')).toEqual([1, 2, 3, 4]);
  });

  it('keep one head, the page’s own and a head for every channel, and few between', () => {
    const sizes = fc
      .integer({ min: 1, max: 64 })
      .chain((heads) =>
        fc.integer({ min: 1, max: 8 }).map((size) => ({ heads, embd: heads * size })),
      );
    fc.assert(
      fc.property(sizes, ({ heads, embd }) => {
        const rows = rowsOf(wide(embd, heads), 'heads');
        expect(rows.length).toBeLessThanOrEqual(ROWS);
        expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b));
        expect(rows.every((row) => embd % row === 0)).toBe(true);
        expect(rows).toEqual(expect.arrayContaining([1, heads, embd]));
      }),
    );
  });

  it('are recipes the engine can train, and the page’s own stays itself', () => {
    for (const vary of ['heads', 'layers'] as const)
      for (const value of rowsOf(recipe, vary))
        for (const adam of [false, true]) {
          const run = rowRun(recipe, vary, value, adam);
          expect(faultsOf(run)).toEqual([]);
          expect(settingsOf(run)).toMatchObject({
            [vary]: value,
            optimizer: adam ? 'adam' : 'sgd',
          });
        }
    expect(rowRun(recipe, 'heads', ownValue(recipe, 'heads'), false)).toBe(recipe);
  });
});

describe('the plan of a sweep', () => {
  it('begins with what is in view and has every row with every seed', () => {
    for (const view of BEATS) {
      const plan = planOf(recipe, view);
      const value = view.value ?? ownValue(recipe, view.vary);
      expect(plan.recipes[plan.view]).toEqual(rowRun(recipe, view.vary, value, view.adam));
      expect(plan.recipes[plan.page]).toBe(recipe);
      expect(plan.places).toHaveLength(view.seeds ? 1 + OTHER_SEEDS : 1);
      plan.places.forEach((places, more) => {
        const own = { ...recipe, seed: recipe.seed + more };
        expect(places.map((place) => plan.recipes[place])).toEqual(
          rowsOf(recipe, view.vary).map((row) => rowRun(own, view.vary, row, view.adam)),
        );
      });
    }
  });
});

describe('what the runs came to', () => {
  const endings = [
    [at(2.4), at(2.38), { heldOut: 9, ended }],
    [at(2.5), at(2.49), at(2.47)],
    [null, at(2.3), null],
  ];

  it('is compared along a seed only', () => {
    const [a, b] = againstFirst(endings, 1);
    expect(a).toBeCloseTo(-0.02);
    expect(b).toBeCloseTo(-0.01);
    expect(againstFirst(endings, 1)).toHaveLength(2);
    expect(againstFirst(endings, 2)).toHaveLength(1);
  });

  it('says how far one network moves from seed to seed', () => {
    expect(seedSpread(endings, 1)).toBeCloseTo(0.19);
    expect(seedSpread(endings, 2)).toBeNull();
  });

  it('has a lowest row once all of the reader’s own are known', () => {
    expect(lowestRow(endings)).toBe(1);
    expect(lowestRow([[at(2.4), null]])).toBeNull();
    expect(lowestRow([[{ heldOut: null, ended }]])).toBeNull();
  });

  it('leaves out what is not known and what broke down', () => {
    expect(natsOf([null, at(2), { heldOut: 3, ended }])).toEqual([2]);
  });
});

describe('the axis of the rows', () => {
  it('does not move while the runs stay near the page’s own', () => {
    const empty = axisOf(2.388, [], 3.3, 280);
    const full = axisOf(2.388, [2.34, 2.396, 2.377], 3.3, 280);
    expect([full.low, full.high]).toEqual([empty.low, empty.high]);
  });

  it('holds every run, in order, up to an uniform guess', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 6, noNaN: true }), { maxLength: 9 }), (all) => {
        const axis = axisOf(2.388, all, 3.3, 280);
        for (const nats of all) {
          expect(axis.x(nats)).toBeGreaterThanOrEqual(0);
          expect(axis.x(nats)).toBeLessThanOrEqual(280);
        }
        const sorted = all.toSorted((a, b) => a - b).map(axis.x);
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
        expect(axis.ticks.length).toBeLessThanOrEqual(280 / 64 + 2);
      }),
    );
  });
});

describe('the layout', () => {
  const usual = { width: 468, height: 440 };

  it('has room for all where a page is wide', () => {
    const { chart, row, names } = comparisonLayout(usual, 1, 5, true);
    expect(chart!.height).toBeGreaterThan(150);
    expect(row).toBeGreaterThan(20);
    expect(names).toBe(true);
  });

  it('shows one thing at a time where it is low: rows once they tell something', () => {
    for (const height of [130, 180, 240]) {
      const told = comparisonLayout({ width: 358, height }, 1, 5, true);
      expect(told.chart).toBeNull();
      expect(46 + told.row! * 5).toBeLessThanOrEqual(height);
      expect(comparisonLayout({ width: 358, height }, 1, 5, false)).toMatchObject({
        chart: { height },
        row: null,
      });
    }
  });

  it('never asks for more height than there is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 120, max: 700 }),
        fc.double({ min: 1, max: 1.6, noNaN: true }),
        fc.boolean(),
        (height, scale, told) => {
          const { chart, row, names } = comparisonLayout({ width: 400, height }, scale, 5, told);
          const rows = row === null ? 0 : row * 5 + 46 * scale + 6;
          const all = (chart?.height ?? 0) + rows + (names ? 52 * scale : 0);
          expect(all).toBeLessThanOrEqual(height + 1e-9);
        },
      ),
    );
  });
});
