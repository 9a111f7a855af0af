import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../src/engine/settings.ts';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import {
  BREAKS,
  cureFor,
  descentBeats,
  descentLayout,
  gapOf,
  measuredAt,
  numbered,
  ratesWith,
  rateText,
  rateTicks,
  runOf,
  stripScale,
  TOO_FAST,
} from '../../../src/figures/step1/descent-view.ts';
import type { SweptRun } from '../../../src/worker/protocol.ts';

const recipe: Recipe = { ...DEFAULT_RECIPE, model: 1 };

const swept = (index: number, brokeAt: number | null): SweptRun => ({
  index,
  losses: new Float64Array(),
  heldOut: 2.5,
  ended: brokeAt === null ? null : { step: brokeAt, lastGood: brokeAt - 2 },
  names: [],
  faults: [],
});

describe('the rates of the slider', () => {
  it('go from a thousandth to thirty in small, even steps, and each can train', () => {
    const rates = ratesWith(1);
    expect([rates[0], rates.at(-1)]).toEqual([0.001, 30]);
    for (const [i, rate] of rates.slice(1).entries()) {
      expect(rate / rates[i]).toBeGreaterThan(1.15);
      expect(rate / rates[i]).toBeLessThan(1.4);
      expect(faultsOf({ ...recipe, rate })).toEqual([]);
    }
  });

  it('hold the run’s own, wherever it lies, once and in order', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 100, noNaN: true }), (own) => {
        const rates = ratesWith(own);
        expect(rates.filter((rate) => rate === own)).toHaveLength(1);
        expect(rates).toEqual(rates.toSorted((a, b) => a - b));
      }),
    );
  });

  it('are written with no more figures than they have', () => {
    expect(ratesWith(1).map(rateText)).toContain('0.0012');
    expect(rateText(0.1 + 0.2)).toBe('0.3');
  });
});

describe('the run in view', () => {
  it('is the page’s own as long as nothing differs', () => {
    expect(runOf(recipe, { rate: 1, schedule: 'linear', times: 1 })).toBe(recipe);
    const linked = { ...recipe, rate: 0.4 };
    expect(runOf(linked, { rate: 0.4, schedule: 'linear', times: 1 })).toBe(linked);
  });

  it('differs in what the view says, and in nothing else', () => {
    expect(runOf(recipe, { rate: 3, schedule: 'cosine', times: 10 })).toEqual({
      ...recipe,
      rate: 3,
      schedule: 'cosine',
      steps: 10_000,
    });
  });

  it('is no longer than a recipe may be', () => {
    const long = runOf({ ...recipe, steps: 50_000 }, { rate: 1, schedule: 'linear', times: 10 });
    expect(faultsOf(long)).toEqual([]);
  });

  it('is shown on its way, at its end, broken, and whole again', () => {
    const beats = descentBeats(1, 'linear', 1000);
    expect(beats.map(({ step }) => step)).toEqual([30, 100, 1000, 1000, 1000, 1000]);
    expect(beats[BREAKS].rate).toBe(TOO_FAST);
    expect(beats.at(-1)).toEqual({ step: 1000, rate: 1, schedule: 'linear', times: 1 });
  });

  it('is measured at whole steps, from none to the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (steps) => {
        const at = measuredAt(steps);
        expect([at[0], at.at(-1)]).toEqual([0, steps]);
        expect(at).toEqual([...new Set(at)].toSorted((a, b) => a - b));
        expect(at.length).toBeLessThanOrEqual(16);
        expect(at.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe('the strip', () => {
  const rates = ratesWith(1);
  const at = stripScale({ width: 468, height: 120 }, rates, [2.4, 3.3], 1);

  it('spaces powers of ten evenly and keeps every loss on the plot', () => {
    const apart = at.x(0.01) - at.x(0.001);
    expect(at.x(10) - at.x(1)).toBeCloseTo(apart, 9);
    expect([at.x(rates[0]), at.x(30)]).toEqual([at.left, at.right]);
    expect([at.y(2.4), at.y(3.3), at.y(99), at.y(Infinity)]).toEqual([
      at.bottom,
      at.top,
      at.top,
      at.top,
    ]);
  });

  it('ticks powers of ten that keep clear of the last rate', () => {
    expect(rateTicks(rates, at, 40)).toEqual([0.001, 0.01, 0.1, 1, 10, 30]);
    expect(rateTicks(rates, at, 60)).toEqual([0.001, 0.01, 0.1, 1, 30]);
  });

  it('writes the step of a broken run only where it touches no other, the chosen one first', () => {
    const runs = [swept(0, 92), swept(1, 20), swept(2, 19), swept(3, 5)];
    const x = ({ index }: SweptRun) => index * 10;
    const kept = (chosen: number | null) =>
      numbered(runs, x, () => 15, chosen).map(({ index }) => index);
    expect(kept(null)).toEqual([0, 2]);
    expect(kept(1)).toEqual([1, 3]);
  });

  it('suggests the largest smaller rate whose run is whole, or a third', () => {
    const three = [1, 2, 3];
    expect(cureFor(3, three, [swept(0, null), swept(1, null), swept(2, 92)])).toBe(2);
    expect(cureFor(3, three, [swept(0, null), swept(1, 40), swept(2, 92)])).toBe(1);
    expect(cureFor(3, three, [null, null, swept(2, 92)])).toBe(1);
    expect(cureFor(4, [4], [null])).toBe(1);
  });
});

describe('curve and strip', () => {
  it('share the picture, at any size and size of text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 900 }),
        fc.integer({ min: 170, max: 900 }),
        fc.constantFrom(1, 1.25, 1.5),
        (width, height, scale) => {
          const { curve, strip } = descentLayout({ width, height }, scale, false);
          expect(strip.height).toBeGreaterThanOrEqual(72 * scale);
          expect(curve.height).toBeGreaterThanOrEqual(80);
          if (height >= 250 * scale)
            expect(curve.height + strip.height).toBeLessThanOrEqual(height);
        },
      ),
    );
  });

  it('leave all the room to a question where there is little', () => {
    const low = descentLayout({ width: 358, height: 200 }, 1, true);
    expect([low.curve.height, low.strip.height]).toEqual([200, 0]);
    expect(descentLayout({ width: 468, height: 440 }, 1, true).strip.height).toBeGreaterThan(0);
  });
});

describe('how far the network is from counting', () => {
  it('is said to the three decimals that are shown', () => {
    expect(gapOf(2.52004, 2.50251)).toEqual({ by: 0.017, side: 'above' });
    expect(gapOf(2.5001, 2.5004)).toEqual({ by: 0, side: 'same' });
    expect(gapOf(2.4, 2.5)).toEqual({ by: 0.1, side: 'below' });
  });
});
