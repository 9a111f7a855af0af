import { describe, expect, it } from 'vitest';
import { chooseName, fitName, KEPT_NAME } from '../../../src/reader/name.ts';
import { readKept } from '../../../src/reader/keep.ts';
import { readerStore } from '../../../src/reader/state.ts';

const latin = Array.from('abcdefghijklmnopqrstuvwxyz');

describe('a name as the list spells it', () => {
  it('is taken as typed, without the spaces around it', () => {
    expect(fitName(' anna ', latin)).toEqual({ name: 'anna', unknown: [] });
  });

  it('is set in lower case when only that fits', () => {
    expect(fitName('Anna', latin)).toEqual({ name: 'anna', unknown: [] });
    expect(fitName('Anna', [...latin, 'A']).name).toBe('Anna');
  });

  it('names each symbol that the list does not have, once', () => {
    expect(fitName('zoë-ë', latin).unknown).toEqual(['ë', '-']);
  });

  it('is cut where no list has a name so long', () => {
    expect(fitName('a'.repeat(90), latin).name).toHaveLength(40);
  });
});

describe('choosing a name', () => {
  it('puts it under the lens and keeps it for the next page', () => {
    chooseName('anna');
    expect(readerStore.getState().lens).toBe('anna');
    expect(readKept(KEPT_NAME)).toBe('anna');
    chooseName(null);
    expect(readerStore.getState().lens).toBeNull();
    expect(readKept(KEPT_NAME)).toBeNull();
  });
});
