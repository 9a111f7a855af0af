import { describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import { survey } from '../../../src/worker/operations/data.ts';
import { inspect, tokenize } from '../../../src/worker/operations/texts.ts';
import { Workspace } from '../../../src/worker/workspace.ts';

const recipe: Recipe = { ...DEFAULT_RECIPE, data: { kind: 'text', sha256: 'list' }, steps: 2 };

function listOf(...lines: string[]): Workspace {
  const workspace = new Workspace();
  workspace.provide('list', lines.join('\n'));
  return workspace;
}

describe('a survey of the list', () => {
  const names = listOf('ada', 'eva', 'noa', 'kim', 'ada');
  const ask = { recipe, order: 'file', find: 'ada', head: 4 } as const;

  it('finds every place of a document', () => {
    expect(survey(names, ask)).toMatchObject({ text: 'ada', places: [0, 4], copies: 2 });
  });

  it('counts how many of the first documents end as most do', () => {
    expect(survey(names, ask)).toMatchObject({ ending: 0, endings: 3, head: 4 });
    expect(survey(names, { ...ask, head: 100 })).toMatchObject({ endings: 4, head: 5 });
  });

  it('takes lower case when only that is in the list', () => {
    expect(survey(names, { ...ask, find: 'Kim' })).toMatchObject({ text: 'kim', places: [3] });
    expect(survey(names, { ...ask, find: 'Zoe' })).toMatchObject({ text: 'Zoe', copies: 0 });
  });

  it('names the symbols that the list does not have', () => {
    expect(survey(names, { ...ask, find: 'zoë' }).unknown).toEqual(['z', 'ë']);
  });

  it('follows the shuffled order when asked', () => {
    const { first, last, places } = survey(names, { ...ask, order: 'shuffled', find: 'kim' });
    const place = places[0];
    expect([first, last]).not.toContain(undefined);
    expect(survey(names, { ...ask, order: 'shuffled', find: 'kim' }).places).toEqual([place]);
    expect(place === 0 ? first : 'kim').toBe('kim');
  });
});

describe('a text as symbols', () => {
  it('says of each symbol its token, its code points and how often the list has it', () => {
    const names = listOf('zoe', 'ezo');
    expect(tokenize(names, { recipe, text: 'ze\u0308' }).symbols).toEqual([
      { symbol: 'z', label: 'z', token: 2, codePoints: [0x7a], count: 2 },
      { symbol: 'e\u0308', label: 'e\u0308', token: null, codePoints: [0x65, 0x308], count: 0 },
    ]);
  });

  it('keeps three people joined as one symbol', () => {
    const family = '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}';
    const { symbols } = tokenize(listOf('a', family), { recipe, text: family });
    expect(symbols).toHaveLength(1);
    expect(symbols[0].codePoints).toHaveLength(5);
    expect(symbols[0].token).toBe(1);
  });

  it('draws what cannot be seen', () => {
    const { symbols } = tokenize(listOf('a b'), { recipe, text: ' \t' });
    expect(symbols.map(({ label }) => label)).toEqual(['␣', '␉']);
  });
});

describe('a text looked at before it is used', () => {
  const look = (text: string | Uint8Array) => inspect(new Workspace(), { text, preview: 2 });

  it('is counted and shown', () => {
    expect(look('ada\r\neva\n\nkim')).toEqual({
      documents: 3,
      symbols: 7,
      issues: [],
      preview: ['ada', 'eva'],
      text: null,
    });
  });

  it('comes back as text when it came as bytes', () => {
    const { text, documents, issues } = look(new Uint8Array([0x61, 0x0a, 0xff, 0x62]));
    expect(text).toBe('a\n\ufffdb');
    expect(documents).toBe(2);
    expect(issues.map(({ code }) => code)).toContain('not-utf8');
  });

  it('says why it cannot be used', () => {
    expect(look('')).toMatchObject({
      documents: 0,
      issues: [{ code: 'empty', severity: 'error' }],
    });
    const han = Array.from({ length: 2001 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('\n');
    expect(look(han)).toMatchObject({ symbols: 2001, issues: [{ code: 'too-many-symbols' }] });
  });
});
