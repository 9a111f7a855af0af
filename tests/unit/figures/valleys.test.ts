import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractRegion } from '../../../src/build/code-regions.ts';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import { settingsOf } from '../../../src/engine/settings.ts';
import * as see from '../../../src/figures/step5/valleys-view.ts';
import type { SweptRun } from '../../../src/worker/protocol.ts';

const recipe: Recipe = { ...DEFAULT_RECIPE, model: 5 };
const page = see.ratesOf(recipe);

const run = (heldOut: number | null, lost = false): SweptRun => ({
  index: 0,
  losses: new Float64Array(0),
  heldOut,
  ended: lost ? { step: 3, lastGood: 1 } : null,
  names: [],
  faults: [],
});

describe('the rates of both methods', () => {
  it('begin with those of Steps 4 and 5, or with the reader’s own', () => {
    expect(page).toEqual({ sgd: 0.1, adam: 0.01 });
    expect(see.ratesOf({ ...recipe, rate: 0.03 })).toEqual({ sgd: 0.1, adam: 0.03 });
    expect(see.ratesOf({ ...recipe, optimizer: 'sgd', rate: 0.2 })).toEqual({
      sgd: 0.2,
      adam: 0.01,
    });
  });

  it('rise, and hold the page’s own', () => {
    const rates = see.valleyRates({ sgd: 0.123, adam: 0.01 });
    expect(rates).toEqual([...new Set(rates)].toSorted((a, b) => a - b));
    expect(rates).toContain(0.123);
    expect([rates[0], rates.at(-1)]).toEqual([0.0005, 2]);
  });

  it('are all that a run changes, besides the method', () => {
    const same = { rate: 0.01, schedule: 'linear' } as const;
    expect(see.runOf(recipe, 'adam', same)).toBe(recipe);
    const plain = settingsOf(see.runOf(recipe, 'sgd', { ...same, rate: 0.1 }))!;
    const own = settingsOf(recipe)!;
    expect(plain).toEqual({ ...own, optimizer: 'sgd', rate: 0.1 });
  });
});

describe('a valley', () => {
  const rates = [1, 2, 3, 4, 5, 6];
  const valley = [run(2.6), run(2.42), run(2.4), null, run(2.41), run(null, true)];

  it('has its bottom at the lowest run that came to something', () => {
    expect(see.bottomOf(rates, valley)).toEqual({ rate: 3, nats: 2.4 });
    expect(see.bottomOf(rates, [run(Infinity), run(null), null])).toBeNull();
  });

  it('reaches as far as runs beside it are known to end near it', () => {
    expect(see.floorOf(rates, valley)).toEqual({ from: 2, to: 3 });
    const known = valley.with(3, run(2.44));
    expect(see.floorOf(rates, known)).toEqual({ from: 2, to: 5 });
    expect(see.floorOf(rates, known.with(3, run(2.46)))).toEqual({ from: 2, to: 3 });
  });

  it('has no place for a run that came to nothing', () => {
    expect(see.broke(run(null, true))).toBe(true);
    expect(see.broke(run(Infinity))).toBe(true);
    expect(see.broke(run(2.4))).toBe(false);
    expect(see.broke(run(null))).toBe(false);
  });
});

describe('what a step costs', () => {
  const loopOf = (file: string, region: string) => {
    const { code } = extractRegion(readFileSync(`src/engine/${file}`, 'utf8'), region)!;
    const from = code.search(/forEach|for \(/);
    return code.slice(from).replace(/\/\/.*$/gm, '');
  };
  const counted = (code: string) => ({
    multiplications: code.match(/ \* /g)?.length ?? 0,
    divisions: code.match(/ \/ /g)?.length ?? 0,
    roots: code.match(/Math\.sqrt/g)?.length ?? 0,
  });

  it('is what stands in the program', () => {
    expect(see.COSTS.sgd).toMatchObject(counted(loopOf('sgd.ts', 'sgd')));
    expect(see.COSTS.adam).toMatchObject(counted(loopOf('adam.ts', 'adam')));
    const moments = /interface Moments \{([^}]*)\}/.exec(
      readFileSync('src/engine/adam.ts', 'utf8'),
    )![1];
    expect(see.COSTS.adam.kept).toBe(moments.match(/number\[\]/g)!.length);
  });
});

describe('the story', () => {
  const beats = see.valleysBeats(page, 'linear', 1000);

  it('asks about Adam at the rate of plain descent, and tells it next', () => {
    expect(beats[see.ASKS]).toMatchObject({ method: 'adam', adam: page.sgd, step: 1000 });
    expect(beats[see.ASKS + 1]).toEqual(beats[see.ASKS]);
  });

  it('ends at the page’s own runs, with both valleys', () => {
    expect(beats.at(-1)).toEqual({
      ...page,
      method: 'adam',
      schedule: 'linear',
      step: 1000,
      sweep: true,
    });
  });

  it('gives the picture its height, and a low question all of it', () => {
    const size = { width: 358, height: 200 };
    const asked = see.valleysLayout(size, 1, { asking: true, sweep: false });
    expect(asked.chart.height).toBe(200);
    expect(asked.strip.height).toBe(0);
    for (const height of [300, 440, 800])
      for (const sweep of [true, false]) {
        const at = see.valleysLayout({ width: 468, height }, 1, { asking: false, sweep });
        expect(at.chart.height + at.strip.height).toBeLessThanOrEqual(height);
        expect(at.chart.height).toBeGreaterThan(at.strip.height);
      }
  });
});
