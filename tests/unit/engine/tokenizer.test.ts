import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemes } from '../../../src/engine/graphemes.ts';
import { Tokenizer, UnknownSymbolError } from '../../../src/engine/tokenizer.ts';
import { anyText } from './names.ts';

describe('a tokenizer', () => {
  const tokenizer = Tokenizer.fromDocuments(['cab', 'bad']);

  it('numbers the sorted symbols and adds the boundary as the last token', () => {
    expect(tokenizer.vocabulary).toEqual(['a', 'b', 'c', 'd']);
    expect(tokenizer.bos).toBe(4);
    expect(tokenizer.size).toBe(5);
  });
  it('puts the boundary at both ends of a document', () => {
    expect(tokenizer.encode('dab')).toEqual([4, 3, 0, 1, 4]);
    expect(tokenizer.encode('')).toEqual([4, 4]);
  });
  it('names all that it does not know, and where it stands', () => {
    const attempt = () => tokenizer.encode('axby👩‍👧x');
    expect(attempt).toThrow(UnknownSymbolError);
    expect(attempt).toThrow('Not in the vocabulary: x y 👩‍👧');
    try {
      attempt();
    } catch (error) {
      expect(error).toMatchObject({ symbols: ['x', 'y', '👩‍👧'], positions: [1, 3, 4, 5] });
    }
  });
  it('can leave out what it does not know instead', () => {
    expect(tokenizer.tokensOf('axbyx')).toEqual({ tokens: [4, 0, 1, 4], unknown: ['x', 'y'] });
  });
  it('turns tokens back into text', () => {
    expect(tokenizer.decode([4, 3, 0, 1, 4])).toBe('dab');
    expect(tokenizer.decode(new Uint16Array([3, 0, 1]))).toBe('dab');
    expect(tokenizer.decode([])).toBe('');
  });
  it('writes what cannot be seen so that it can', () => {
    const odd = Tokenizer.fromDocuments(['a b', 'a\tb', '\u0301', 'a\u3000b']);
    const labels = Array.from({ length: odd.size }, (_, token) => odd.label(token));
    expect(labels).toEqual(['␉', '␣', 'a', 'b', '◌\u0301', '␣', '•']);
  });
  it('gets every text back that it was made from', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), (documents) => {
        const own = Tokenizer.fromDocuments(documents);
        for (const text of documents) {
          const tokens = own.encode(text);
          expect(own.decode(tokens)).toBe(text);
          expect(tokens).toHaveLength(graphemes(text).length + 2);
          expect(Math.max(...tokens)).toBe(own.bos);
          expect(own.tokensOf(text)).toEqual({ tokens, unknown: [] });
        }
      }),
    );
  });
});
