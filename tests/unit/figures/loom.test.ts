import { describe, expect, it } from 'vitest';
import {
  columnsFor,
  IDEAS,
  inUse,
  shareOf,
  threadPath,
  threads,
  threeOf,
} from '../../../src/figures/home/plan.ts';

const evenly = (count: number) =>
  new Map(Array.from({ length: count }, (_, i) => [i, i / count] as const));

describe('the columns of the front page', () => {
  it('are six for a long list and fewer for one that is soon used up', () => {
    expect(columnsFor(32_178).map(({ after }) => after)).toEqual([0, 1, 10, 100, 1000, null]);
    expect(columnsFor(12).map(({ after }) => after)).toEqual([0, 1, 10, null]);
    expect(columnsFor(1).map(({ after }) => after)).toEqual([0, null]);
  });

  it('keep the first, a middle one and the last where there is room for three', () => {
    expect(threeOf(6)).toEqual([0, 3, 5]);
    expect(threeOf(4)).toEqual([0, 2, 3]);
    expect(threeOf(2)).toEqual([0, 1]);
  });
});

describe('the threads', () => {
  const columns = columnsFor(32_178);

  it('lead from each idea in use to every column that uses it', () => {
    const all = threads(columns, evenly(6));
    expect(new Set(all.map(({ idea }) => idea))).toEqual(
      new Set(IDEAS.filter(inUse).map(({ id }) => id)),
    );
    expect(all).toHaveLength(columns.length * IDEAS.filter(inUse).length);
  });

  it('leave out a column that is not drawn', () => {
    const some = threads(columns, new Map([[0, 0], [5, 0.5]] as const)); // prettier-ignore
    expect(new Set(some.map(({ column }) => column))).toEqual(new Set([0, 5]));
  });

  it('start within the years of their idea and end under their column', () => {
    for (const { idea, year, foot, column } of threads(columns, evenly(6))) {
      const { from, to = from } = IDEAS.find(({ id }) => id === idea)!.years;
      expect(year).toBeGreaterThanOrEqual(shareOf(from));
      expect(year).toBeLessThanOrEqual(shareOf(to));
      expect(foot).toBeGreaterThan(column / 6);
      expect(foot).toBeLessThan((column + 0.5) / 6);
    }
  });

  it('are drawn from the line up to the column', () => {
    const path = threadPath({ idea: 'x', column: 0, year: 0.25, foot: 0.5 });
    expect(path).toBe('M250 100C250 46 500 60 500 2');
  });
});
