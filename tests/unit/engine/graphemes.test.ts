import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText as anyCharacters } from './names.ts';
import { compareCodePoints, graphemes, isPlain, symbolsOf } from '../../../src/engine/graphemes.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const bySegmenter = (text: string) => Array.from(segmenter.segment(text), (s) => s.segment);

/** Text of all kinds: whatever can occur, with much that joins its neighbours. */
const anyText = fc.oneof(
  anyCharacters,
  fc.string({
    unit: fc.constantFrom(
      ...'aée\u0301\u0308яع\u064fか\u3099ﾞ한한🇯🇵👩\u200d👧🏽\ufe0f#\u20e3©न\u094dत',
      ...'\u0600\u0d4e\r\n ก\u0e33\u200b\u00ad\u0483\u0bbe',
    ),
  }),
);

describe('symbols', () => {
  it('are the grapheme clusters that Unicode defines, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(graphemes(text)).toEqual(bySegmenter(text));
      }),
      { numRuns: 2000 },
    );
  });
  it('are the UTF-16 units of every text that is called plain', () => {
    const joined: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const symbol = String.fromCharCode(unit);
      if (!isPlain(symbol)) continue;
      // What keeps to itself among letters of other kinds, and takes a mark, always does.
      const text = `a${symbol}${symbol}ع한${symbol}カ${symbol}\u0301`;
      if (bySegmenter(text).length !== 8) joined.push(symbol);
    }
    expect(joined).toEqual([]);
  });
  it.each([
    ['anna', ['a', 'n', 'n', 'a']],
    ['', []],
    ['zoe\u0308', ['z', 'o', 'e\u0308']],
    ['👩‍👩‍👧!', ['👩‍👩‍👧', '!']],
    ['عُمان', ['عُ', 'م', 'ا', 'ن']],
    ['한국', ['한', '국']],
    ['\u0301a', ['\u0301', 'a']],
  ])('of %j are %j', (text, symbols) => {
    expect(graphemes(text)).toEqual(symbols);
  });
  it('are not normalised: two spellings of é stay two symbols', () => {
    expect(symbolsOf(['\u00e9', 'e\u0301'])).toHaveLength(2);
  });
});

describe('the order of symbols', () => {
  it('is that of code points, where UTF-16 would put U+1F600 before U+FF5E', () => {
    expect(symbolsOf(['～😀zé', 'a'])).toEqual(['a', 'z', 'é', '～', '😀']);
    expect(['😀', '～'].sort()).toEqual(['😀', '～']);
  });
  it('puts a letter before the same letter with a mark', () => {
    expect(compareCodePoints('e', 'e\u0301')).toBeLessThan(0);
    expect(compareCodePoints('e\u0301', 'e\u0308')).toBeLessThan(0);
    expect(compareCodePoints('é', 'é')).toBe(0);
  });
});
