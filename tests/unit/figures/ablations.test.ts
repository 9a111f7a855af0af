import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import { faultsOf, settingsOf } from '../../../src/engine/settings.ts';
import { measuredAt, programOf } from '../../../src/figures/held-out.ts';
import { priceOf, priceText, sideOf, sizeText } from '../../../src/figures/prices.ts';
import {
  ablationsLayout,
  BEATS,
  byPrice,
  laneOf,
  OTHER_SEEDS,
  PARTS,
  planOf,
  ranked,
  runOf,
  toggled,
  type Part,
} from '../../../src/figures/step3/ablations-view.ts';
import { recipeKey } from '../../../src/worker/recipe-key.ts';

const recipe: Recipe = { ...DEFAULT_RECIPE, model: 3 };
const some = fc.subarray([...PARTS]);

describe('a network that lacks something', () => {
  it('is the page’s own when nothing is taken out', () => {
    expect(runOf(recipe, [], false)).toBe(recipe);
  });

  it('is another run for every choice of parts and optimizer, and all of them can train', () => {
    const keys = new Set<string>();
    for (let choice = 0; choice < 32; choice++) {
      const off = PARTS.filter((_, i) => (choice >> i) & 1);
      const run = runOf(recipe, off, choice >= 16);
      expect(faultsOf(run)).toEqual([]);
      keys.add(recipeKey(run));
    }
    expect(keys.size).toBe(32);
  });

  it('differs from the whole in the parts alone', () => {
    const [whole, less] = [recipe, runOf(recipe, ['norm'], false)].map((run) => settingsOf(run)!);
    expect(less).toEqual({ ...whole, norm: 'none' });
  });

  it('is taught by Adam at Step 5’s rate, unless it is taught by Adam already', () => {
    const { optimizer, rate } = settingsOf(runOf(recipe, [], true))!;
    expect([optimizer, rate]).toEqual(['adam', 0.01]);
    const own: Recipe = { ...recipe, optimizer: 'adam', rate: 0.003 };
    expect(runOf(own, [], true)).toBe(own);
  });

  it('keeps none of its settings for another program', () => {
    const odd: Recipe = { ...recipe, rate: 5, norm: 'none', seed: 7 };
    expect(settingsOf(programOf(odd, 2))!.rate).toBe(1);
    expect(programOf(odd, 0)).toEqual({ ...DEFAULT_RECIPE, seed: 7 });
  });
});

describe('parts pressed', () => {
  it('go out and come back, in one order whatever was pressed first', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...PARTS), (off, part) => {
        const once = toggled(off, part);
        expect(once.includes(part)).toBe(!off.includes(part));
        expect(toggled(once, part)).toEqual(PARTS.filter((one) => off.includes(one)));
      }),
    );
  });

  it('are ranked in the order of pressing; one pressed again leaves', () => {
    const order = PARTS.reduce<readonly Part[]>((all, part) => ranked(all, part), []);
    expect(order).toEqual(PARTS);
    expect(ranked(order, 'norm')).toEqual(['position', 'scaled', 'residual']);
  });
});

describe('the plan of runs', () => {
  it('begins with the run in view, then has the whole and each part for every seed', () => {
    const view = { off: ['norm', 'scaled'] as const, adam: false, seeds: true };
    const plan = planOf(recipe, view);
    expect(plan.recipes[plan.view]).toEqual(runOf(recipe, view.off, false));
    expect(plan.seeds).toHaveLength(1 + OTHER_SEEDS);
    plan.seeds.forEach(({ whole, parts }, more) => {
      const own = { ...recipe, seed: recipe.seed + more };
      expect(plan.recipes[whole]).toEqual(own);
      for (const part of PARTS)
        expect(plan.recipes[parts[part]]).toEqual(runOf(own, [part], false));
    });
  });

  it('stays with the reader’s seed until others are wanted', () => {
    expect(planOf(recipe, BEATS[0]).seeds).toHaveLength(1);
  });
});

describe('a price', () => {
  const ended = { step: 3, lastGood: 2, reason: 'loss' } as never;

  it('is what a run costs more than the whole', () => {
    expect(priceOf({ heldOut: 2.5, ended: null }, { heldOut: 2.4, ended: null })).toBeCloseTo(0.1);
  });

  it('is unknown while a run is, or when one broke down', () => {
    const whole = { heldOut: 2.4, ended: null };
    expect(priceOf(null, whole)).toBeNull();
    expect(priceOf({ heldOut: null, ended: null }, whole)).toBeNull();
    expect(priceOf({ heldOut: 9, ended }, whole)).toBeNull();
  });

  it('is written with as many decimals as show something', () => {
    expect(priceText(0.1628)).toBe('+0.163');
    expect(priceText(0.0009)).toBe('+0.0009');
    expect(priceText(-0.0002)).toBe('\u22120.0002');
    expect(sizeText(-0.0002)).toBe('0.0002');
    expect(sizeText(0.025)).toBe('0.025');
    expect(sideOf(0.02)).toBe('worse');
    expect(sideOf(-0.0002)).toBe('better');
    expect(sideOf(0.00001)).toBe('same');
  });

  it('orders the parts, the dearest first and the unknown last', () => {
    const prices = { position: 0.02, norm: null, scaled: -0.0002, residual: 0.16 };
    expect(byPrice(prices)).toEqual(['residual', 'position', 'scaled', 'norm']);
  });
});

describe('the axis of prices', () => {
  it('has room for all of them and for nothing, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.5, max: 1, noNaN: true }), { maxLength: 24 }),
        fc.integer({ min: 60, max: 500 }),
        (prices, width) => {
          const lane = laneOf(prices, width);
          for (const x of [...prices, 0, lane.most].map((price) => lane.x(price))) {
            expect(x).toBeGreaterThanOrEqual(6.99);
            expect(x).toBeLessThanOrEqual(width - 6.99);
          }
          for (const price of prices) {
            if (price > 1e-6) expect(lane.x(price)).toBeGreaterThan(lane.zero);
            if (price < -1e-6) expect(lane.x(price)).toBeLessThan(lane.zero);
          }
        },
      ),
    );
  });
});

describe('the layout', () => {
  it('keeps rows with lanes where they fit, and a chart in any case', () => {
    expect(ablationsLayout({ width: 468, height: 440 }, 1, true)).toMatchObject({
      rows: true,
      names: true,
    });
    expect(ablationsLayout({ width: 358, height: 260 }, 1, false)).toMatchObject({
      rows: false,
      names: false,
    });
    expect(ablationsLayout({ width: 468, height: 440 }, 1, true).prices).toBe(true);
    expect(ablationsLayout({ width: 358, height: 160 }, 1, true).prices).toBe(false);
    expect(ablationsLayout({ width: 358, height: 160 }, 1, false).prices).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 160, max: 900 }), (height) => {
        expect(
          ablationsLayout({ width: 468, height }, 1, false).chart.height,
        ).toBeGreaterThanOrEqual(90);
      }),
    );
  });
});

it('the held-out loss is measured at the start, at the end, and in order between', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (steps) => {
      const at = measuredAt(steps);
      expect(at[0]).toBe(0);
      expect(at.at(-1)).toBe(steps);
      expect(at).toEqual([...new Set(at)].toSorted((a, b) => a - b));
    }),
  );
});
