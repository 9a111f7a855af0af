import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  fileOf,
  measuresOf,
  namesOf,
  territoriesOf,
  type DataSet,
} from '../../../src/cli/derivations.ts';
import { parseDocuments } from '../../../src/engine/documents.ts';

const folder = new URL('../../../public/data/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder));
const sets: DataSet[] = JSON.parse(read('datasets.json').toString());

describe('the data sets of the site', () => {
  it('begin with the default list, the one the golden figures were made with', () => {
    expect(sets[0]).toMatchObject({
      id: 'names-us-2018',
      documents: 32_178,
      symbols: 26,
      bytes: 229_201,
      sha256: 'a311634f5113663f131a60cd0c76afb8420199991dbd9045773b8a2949ada835',
    });
  });
  it('are in several scripts and both directions', () => {
    expect(sets.map(({ language, direction }) => `${language} ${direction}`)).toEqual([
      'en-US ltr',
      'ja ltr',
      'el ltr',
      'ar rtl',
      'ko ltr',
    ]);
  });
  it('are the only files of text beside the licence', () => {
    const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
    const listed = [...sets.map(({ file }) => file), 'datasets.json', 'LICENCE-cldr.txt'];
    expect(files.sort()).toEqual(listed.sort());
  });
  it.each(sets)('$id is the file that its entry describes', (set) => {
    const content = read(set.file);
    expect(createHash('sha256').update(content).digest('hex')).toBe(set.sha256);
    expect(content.length).toBe(set.bytes);
    expect(set).toMatchObject(measuresOf(content.toString()));
    expect(set.file).toBe(`${set.id}.txt`);
    expect(new Intl.Locale(set.language, { script: set.script }).script).toBe(set.script);
  });
  it.each(sets)('$id is clean: nothing to strip, to drop or to report', ({ file }) => {
    const { documents, issues } = parseDocuments(read(file));
    expect(issues).toEqual([]);
    expect(fileOf(documents)).toBe(read(file).toString());
  });
  it.each(sets)('$id says where it comes from', ({ source }) => {
    expect(source.version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const text of Object.values(source)) expect(text).not.toBe('');
  });
});

describe('deriving', () => {
  it('takes the first column of a list of names, in lower case and in its order', () => {
    expect(namesOf('Emma,F,18770\r\nAva,F,14985\r\nLiam,M,19924\r\n')).toEqual([
      'emma',
      'ava',
      'liam',
    ]);
  });
  it('takes the territories by code, and nothing that is none', () => {
    const names = {
      '001': 'world',
      US: 'United States',
      'US-alt-short': 'US',
      AD: 'Andorra',
      ZZ: 'Unknown Region',
      XA: 'Pseudo-Accents',
    };
    expect(territoriesOf(names)).toEqual(['Andorra', 'United States']);
  });
  it('measures a file in documents, symbols and bytes', () => {
    expect(measuresOf('éa\né\n')).toMatchObject({ documents: 2, symbols: 2, bytes: 7 });
  });
});
