import { describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import { recipeOf } from '../../../src/figures/step5/six-programs-data.ts';
import { cellText } from '../../../src/figures/step5/six-programs-table.tsx';
import {
  ASKS,
  BEATS,
  bitsOf,
  CURVES,
  fittingNames,
  KEYS,
  PROGRAMS,
  resorted,
  sorted,
  tableLayout,
  valueOf,
  type Program,
} from '../../../src/figures/step5/six-programs-view.ts';

const nats = [2.5, 2.52, 2.52, 2.39, 2.391, 2.36];
const products = [0, 2752, 2752, 4016, 4016, null];
const programs: Program[] = PROGRAMS.map((model) => ({
  model,
  nats: nats[model],
  numbers: 1000 + model,
  products: products[model],
  names: [],
}));
const order = (rows: readonly Program[]) => rows.map(({ model }) => model);

describe('the six programs in order', () => {
  it('rise and fall by what they are sorted by, equals by number', () => {
    expect(order(sorted(programs, { sort: 'nats', falling: false }))).toEqual([5, 3, 4, 0, 1, 2]);
    expect(order(sorted(programs, { sort: 'nats', falling: true }))).toEqual([1, 2, 0, 4, 3, 5]);
    expect(order(sorted(programs, { sort: 'program', falling: true }))).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('keep what is not known at the end, whichever way they are sorted', () => {
    expect(order(sorted(programs, { sort: 'products', falling: false })).at(-1)).toBe(5);
    expect(order(sorted(programs, { sort: 'products', falling: true }))).toEqual([
      3, 4, 1, 2, 0, 5,
    ]);
  });

  it('are the same in bits as in nats', () => {
    const by = (sort: 'nats' | 'bits') => order(sorted(programs, { sort, falling: false }));
    expect(by('bits')).toEqual(by('nats'));
    expect(bitsOf(Math.LN2)).toBeCloseTo(1, 15);
    expect(bitsOf(2.361)).toBeCloseTo(2.361 / Math.LN2, 14);
  });

  it('turn round when a heading is pressed again, and rise by another', () => {
    const first = resorted(BEATS[0], 'numbers');
    expect(first).toEqual({ sort: 'numbers', falling: false });
    const second = resorted({ ...BEATS[0], ...first }, 'numbers');
    expect(second).toEqual({ sort: 'numbers', falling: true });
    expect(resorted({ ...BEATS[0], ...second }, 'nats').falling).toBe(false);
  });

  it('write every column, and a dash for what is not known', () => {
    expect(KEYS.map((key) => cellText(programs[3], key, 'en'))).toEqual([
      '3',
      '2.390',
      '3.45',
      '1,003',
      '4,016',
    ]);
    expect(cellText(programs[5], 'products', 'en')).toBe('–');
    expect(valueOf({ ...programs[5], nats: null }, 'bits')).toBeNull();
  });
});

describe('what stands for a program', () => {
  it('is the page’s own run for its model, and the plain program for every other', () => {
    const own = { ...DEFAULT_RECIPE, model: 5 as const, rate: 0.02, seed: 7 };
    expect(recipeOf(own, 5)).toBe(own);
    expect(recipeOf(own, 4)).toEqual({ ...DEFAULT_RECIPE, model: 4, seed: 7 });
  });

  it('draws one curve for 1 and 2', () => {
    expect(CURVES).toEqual(PROGRAMS.filter((model) => model !== 1));
  });

  it('asks before the last program is told', () => {
    expect(BEATS[ASKS].last).toBe(5);
    expect(BEATS[ASKS - 1].last).toBeLessThan(4);
    expect(BEATS[ASKS].show).toBe('curves');
  });
});

describe('room for names and rows', () => {
  const names = ['anna', 'bo', 'christopher'].map((text) => ({ text }));
  it('takes whole names only, as many as fit', () => {
    expect(fittingNames(names, 1000)).toBe('anna, bo, christopher');
    const two = fittingNames(names, 70);
    expect(two).toBe('anna, bo');
    expect(fittingNames(names, 5)).toBe('');
    expect(fittingNames(names, 70, 2)).toBe('anna');
  });

  it('fills the height and no more; low rows have one line', () => {
    for (const height of [200, 260, 440, 900]) {
      const { head, row, named } = tableLayout({ width: 400, height }, 1);
      expect(head + PROGRAMS.length * row).toBeLessThanOrEqual(height);
      expect(named).toBe(row >= 38);
    }
    expect(tableLayout({ width: 400, height: 200 }, 1).named).toBe(false);
    expect(tableLayout({ width: 400, height: 440 }, 1).named).toBe(true);
  });
});
