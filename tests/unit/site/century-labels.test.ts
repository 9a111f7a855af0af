import { describe, expect, it } from 'vitest';
import { crowdOf, placeLabels, type Entry } from '../../../src/site/pages/century-labels.ts';

const entry = (id: string, at: number, first = false): Entry => ({
  id,
  at,
  year: 1900 + Math.round(at * 100),
  name: `name of ${id}`,
  first,
});

describe('labels under the century line', () => {
  const three = [entry('a', 0, true), entry('b', 0.5), entry('c', 0.53)];

  it('stand to the right of the first year and lean away from a near neighbour', () => {
    const labels = placeLabels(three, 1000);
    expect(labels.get('a')).toMatchObject({ anchor: 'start', show: 'name' });
    expect(labels.get('b')).toMatchObject({ anchor: 'end', show: 'name' });
    expect(labels.get('c')).toMatchObject({ anchor: 'start', show: 'name' });
  });

  it('give way where there is no room: the year first, then nothing', () => {
    const shown = (width: number) => [...placeLabels(three, width).values()].map((l) => l.show);
    expect(shown(1000)).toEqual(['name', 'name', 'name']);
    expect(shown(160)).toEqual(['name', 'name', 'none']);
  });

  it('come first for those that are in use', () => {
    const labels = placeLabels([entry('early', 0.4), entry('used', 0.45, true)], 120);
    expect(labels.get('used')?.show).toBe('name');
    expect(labels.get('early')?.show).toBe('none');
  });

  it('keep clear of what is taken', () => {
    const labels = placeLabels([entry('b', 0.9)], 400, [[330, 400]]);
    expect(labels.get('b')?.show).not.toBe('name');
  });
});

describe('a crowd of years', () => {
  const years = (...all: number[]) => all.map((year) => ({ year }));

  it('is more than two that follow each other within a year', () => {
    expect(crowdOf(years(1948, 1951, 2014, 2014, 2015, 2016))).toHaveLength(4);
    expect(crowdOf(years(1948, 1949, 1990))).toEqual([]);
  });
});
