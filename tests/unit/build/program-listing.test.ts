import { describe, expect, it } from 'vitest';
import {
  linesOfProgram,
  listedOf,
  listingOf,
  type Line,
} from '../../../src/build/program-listing.ts';
import {
  ideasOf,
  keyOf,
  placeOf,
  readPlaces,
  sectionsOf,
  type Places,
} from '../../../src/build/program-places.ts';
import { programOf } from '../../../src/build/programs.ts';
import { readdirSync } from 'node:fs';

const FILE = 'step5.ts';
const lines = linesOfProgram('.', FILE);
const places = readPlaces('.');
const sections = sectionsOf(
  '.',
  readdirSync('content/en/steps').map((name) => `content/en/steps/${name}`),
);

const holding = async (text: string): Promise<Line[]> =>
  (await lines).filter((line) => line.text.includes(text));

describe('the whole program, line by line', () => {
  it('is the program that can be downloaded', async () => {
    const text = (await lines).map((line) => line.text).join('\n');
    expect(`${text}\n`).toBe(await programOf('.', FILE));
  });

  it('has a place for every line, whose section a step has and whose idea the timeline has', async () => {
    const ideas = new Set(ideasOf('.', 'en').map(({ id }) => id));
    for (const { text, place } of await lines) {
      if (text.trim() === '') continue;
      expect([...sections.keys()], text).toContain(place.at);
      if (place.idea === undefined) expect(place.kind, text).toBeTruthy();
      else expect(ideas, text).toContain(place.idea);
    }
  });

  it('has no place that nothing stands at, and no text that no line holds', async () => {
    const used = new Map<string, Set<string>>();
    for (const { anchor, text } of await lines) {
      const key = keyOf(places, anchor)!;
      const texts = used.get(key) ?? new Set();
      const held = Object.keys(places[key].lines ?? {}).find((one) => text.includes(one));
      used.set(key, held === undefined ? texts : texts.add(held));
    }
    expect(Object.keys(places).filter((key) => !used.has(key))).toEqual([]);
    for (const [key, { lines: texts = {} }] of Object.entries(places))
      expect([...used.get(key)!].toSorted(), key).toEqual(Object.keys(texts).toSorted());
  });

  it('knows a line by its region, and single lines of one by what they hold', async () => {
    const [norm] = await holding('function rmsnorm');
    expect(norm.place).toEqual({ at: '3/rmsnorm', idea: 'rmsnorm' });
    const [mean] = await holding('m[i] = beta1');
    const [size] = await holding('v[i] = beta2');
    expect([mean.place.at, size.place.at]).toEqual(['5/momentum', '5/adaptive-rates']);
    const [walk] = await holding('loss.backward()');
    expect(walk.place.idea).toBe('backpropagation');
  });

  it('knows the first of the six programs that had a line', async () => {
    const step = async (text: string) => (await holding(text))[0].step;
    expect(await step('class Tokenizer')).toBe(0);
    expect(await step('new Random(42)')).toBe(0);
    expect(await step('const C = 16')).toBe(1);
    expect(await step('class Value')).toBe(2);
    expect(await step('function attendInHeads(')).toBe(3);
    expect(await step('heads: 4')).toBe(4);
    expect(await step('function adam(')).toBe(5);
    expect(await step('adam(params')).toBe(5);
  });

  it('says each thing once, and the code of the last file with it', async () => {
    const all = await lines;
    const code = await listedOf('.', all);
    const listing = listingOf('.', all, code);
    expect(code).toHaveLength(all.length);
    expect(listing.count).toBe(all.length);
    expect(listing.shape).toHaveLength(all.length);
    expect(listing.runs[0][0]).toBe(0);
    const starts = listing.runs.map(([from]) => from);
    expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
    const last = listing.files.at(-1)!;
    expect(last.name).toBe('step5.ts');
    expect(listing.opening).toEqual(code.slice(last.from));
    const unescaped = code.map((html) =>
      html
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    );
    expect(unescaped).toEqual(all.map(({ text }) => text));
    expect(code.join('')).toContain('<b class=q-parameter>lm_head</b>');
  });
});

describe('the place of a line', () => {
  const made: Places = {
    'a.ts': { at: '0/one', kind: 'text' },
    'a.ts#part': { at: '1/two', idea: 'relu', lines: { 'x +=': { at: '2/three', idea: 'adam' } } },
    'a.ts:named': { at: '3/four', idea: 'gpt' },
  };
  it('is of its region, else of its declaration, else of its module', () => {
    const at = (region: string | null, name: string, line = '') =>
      placeOf(made, { path: 'a.ts', region, name }, line).at;
    expect(at('part', 'named')).toBe('1/two');
    expect(at('part', 'named', '  x += 1;')).toBe('2/three');
    expect(at(null, 'named')).toBe('3/four');
    expect(at('other', 'other', 'x += 1')).toBe('0/one');
  });
  it('is missing only with an error that names the module', () => {
    const anchor = { path: 'b.ts', region: null, name: '' };
    expect(() => placeOf(made, anchor, '')).toThrow('no place for b.ts');
  });
});
