import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_NETWORKS, settingsOf } from '../../../src/engine/settings.ts';
import { adamRun, hats, plainRun, rateOn } from '../../../src/figures/step5/adam-run.ts';
import { dayIn, dayWith } from '../../../src/figures/step5/diary-data.ts';
import { curvesOf } from '../../../src/figures/step5/diary-curves.ts';
import { mapLayout } from '../../../src/figures/step5/diary-map-layout.ts';
import { jointBins } from '../../../src/figures/step5/diary-rates.tsx';
import {
  diaryLayout,
  needles,
  quietest,
  stretches,
  thread,
} from '../../../src/figures/step5/diary-view.ts';
import { saidOf } from '../../../src/figures/step5/diary-words.ts';
import { figuresOf } from '../../../src/figures/step5/figures-of.ts';
import { parameterName, parameterNamed } from '../../../src/figures/step5/parameter-name.ts';
import { asker, byDefault, small, twelve } from '../worker/asking.ts';

const settings = DEFAULT_NETWORKS[5];
const ask = asker(twelve());

describe('the run', () => {
  it('is the reader’s if Adam trains it, and else the same one trained by Adam', () => {
    const own = byDefault(5, { seed: 7 });
    expect(adamRun(own)).toBe(own);
    const other = adamRun(byDefault(5, { optimizer: 'sgd', rate: 0.3, embd: 8 }));
    expect(settingsOf(other)).toMatchObject({ optimizer: 'adam', rate: 0.01, embd: 8 });
    expect(settingsOf(plainRun(own))).toMatchObject({ optimizer: 'sgd', rate: 0.1, heads: 4 });
  });
});

describe('a day', () => {
  const recipe = small(5, { steps: 9 });
  const own = settingsOf(recipe)!;
  const { series } = ask('diary', { recipe, parameters: [{ tensor: 'lm_head', row: 0, col: 0 }] });

  it('explains its step: minus the rate times m̂ over √v̂', () => {
    for (let t = 1; t <= 9; t++) {
      const day = dayWith(dayIn(series[0], t)!, own, 9);
      expect(day.step).toBeCloseTo((-day.rate * day.mHat) / (day.root + own.eps), 14);
    }
    expect(dayIn(series[0], 0)).toBeNull();
    expect(dayIn(series[0], 10)).toBeNull();
  });

  it('has hats that undo the start, unless they are taken off', () => {
    const { mHat, root } = hats({ m: 0.15 * 2, v: 0.01 * 4 }, 1, settings);
    expect(mHat).toBeCloseTo(2, 12);
    expect(root).toBeCloseTo(2, 12);
    expect(hats({ m: 0.3, v: 0.04 }, 1, { ...settings, corrected: false }).root).toBeCloseTo(0.2);
    expect(rateOn(settings, 1, 1000)).toBe(0.01);
  });

  it('is told by what happened on it', () => {
    const day = dayWith(dayIn(series[0], 3)!, own, 9);
    const how = { asking: false, guessed: false };
    expect(saidOf(null, { bands: 5 }, how)).toBe('waiting');
    expect(saidOf(null, { bands: 5 }, { ...how, ended: true })).toBe('ended');
    expect(saidOf({ ...day, signal: 1.5 }, { bands: 5 }, how)).toBe('beyond');
    expect(saidOf({ ...day, signal: 0.5 }, { bands: 5 }, how)).toBe('full');
    expect(saidOf({ ...day, gradient: 0 }, { bands: 5 }, how)).toBe('unheard');
    expect(saidOf({ ...day, root: 0 }, { bands: 5 }, how)).toBe('untouched');
    expect(saidOf(day, { bands: 3 }, { ...how, asking: true })).toBe('asking');
  });

  it('lies on the curves', () => {
    const at = diaryLayout({ width: 468, height: 400 }, 1);
    const curves = curvesOf(series[0], at, own, 9);
    expect(Object.keys(curves)).toHaveLength(5);
    for (const { name, top, height } of at.bands) {
      expect(curves[name]!.zero).toBeGreaterThanOrEqual(top - 3);
      expect(curves[name]!.zero).toBeLessThanOrEqual(top + height + 3);
    }
    expect(curves.gradient!.y(1e9)).toBeGreaterThanOrEqual(at.bands[0].top - 3);
  });
});

describe('bands', () => {
  it('never overlap, whatever the room, and leave out the least where it is low', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 280, max: 1200 }),
        fc.integer({ min: 120, max: 900 }),
        fc.double({ min: 1, max: 2, noNaN: true }),
        (width, height, scale) => {
          const { bands, axis } = diaryLayout({ width, height }, scale);
          bands.forEach((band, i) => {
            expect(band.top).toBeGreaterThan(band.head);
            const next = bands[i + 1]?.head ?? axis;
            expect(band.top + band.height).toBeLessThanOrEqual(next + 1e-9);
          });
        },
      ),
    );
    expect(diaryLayout({ width: 358, height: 200 }, 1).bands.map(({ name }) => name)).toEqual([
      'gradient',
      'm',
      'rate',
    ]);
    expect(diaryLayout({ width: 358, height: 200 }, 1).rates).toBeNull();
  });

  it('keep the extremes of a series however few columns there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1, max: 1 }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 80 }),
        (series, columns) => {
          const cut = stretches(series, columns);
          expect(Math.max(...cut.map(([, , high]) => high))).toBe(Math.max(...series));
          expect(Math.min(...cut.map(([, low]) => low))).toBe(Math.min(...series));
        },
      ),
    );
  });

  it('draw no needle where nothing happened', () => {
    const same = (value: number) => value;
    expect(needles([0, 0, 0], same, same, 10)).toBe('');
    expect(needles([0, 2, 0], same, same, 10)).toBe('M1.0 2.0V0.0');
    expect(thread([1, NaN, 2], same, same, 10)).toBe('M0.0 1.0L2.0 2.0');
  });
});

describe('names of parameters', () => {
  const recipe = small(5);
  const { shapes, labels } = ask('network', { recipe });

  it('come back as the parameters they name', () => {
    for (const { name, rows, cols } of shapes) {
      const one = { tensor: name, row: rows - 1, col: cols - 1 };
      expect(parameterNamed(parameterName(one, labels, 1), shapes, labels)).toEqual(one);
      expect(parameterNamed(parameterName(one, labels, 2), shapes, labels)).toEqual(one);
    }
  });

  it('may have a number for a token, and are refused if there is no such parameter', () => {
    expect(parameterNamed(' wte[0][1] ', shapes, labels)).toEqual({
      tensor: 'wte',
      row: 0,
      col: 1,
    });
    for (const wrong of ['wte', 'wte[0]', 'wte[999][0]', 'wte[0][99]', 'xyz[0][0]', 'wpe[a][0]'])
      expect(parameterNamed(wrong, shapes, labels)).toBeNull();
  });
});

describe('the map', () => {
  it('finds room for every matrix, side by side', () => {
    const { shapes } = ask('network', { recipe: small(5, { layers: 2 }) });
    const { plates, cell, height } = mapLayout(shapes, { width: 468, height: 380 }, 1);
    expect(plates).toHaveLength(shapes.length);
    expect(height).toBeLessThanOrEqual(380);
    for (const { x, columns } of plates) expect(x + columns * cell).toBeLessThanOrEqual(468.01);
  });
});

describe('rates of all', () => {
  it('are counted together, and held at the ends of the axis', () => {
    const of = (first: number, counts: number[]) => ({
      tensor: '',
      first,
      counts,
      none: 0,
      median: null,
    });
    const bins = jointBins(
      { tensors: [of(-10, [1, 2]), of(-30, [4]), of(90, [8])], none: 0, spread: null },
      0.01,
    );
    expect(bins).toHaveLength(25);
    expect([bins[0], bins[1], bins[24]]).toEqual([5, 2, 8]);
  });
});

it('the quietest token is the one read least, of those that are read', () => {
  expect(quietest([5, 0, 2, 9, 1], 4)).toBe(2);
  expect(quietest([0, 0], 1)).toBe(1);
});

it('numbers keep so many figures', () => {
  expect([0.08304, -0.0021939, 1234, 0, 4.2e-6, 0.1, 12.34].map((one) => figuresOf(one))).toEqual([
    '0.083',
    '−0.0022',
    '1200',
    '0',
    '4.2e−6',
    '0.10',
    '12',
  ]);
});
