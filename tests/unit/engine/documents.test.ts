import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocuments, split } from '../../../src/engine/documents.ts';
import { shuffledOrder } from '../../../src/engine/corpus.ts';
import golden from '../../golden/step0.json' with { type: 'json' };
import { anyText, names } from './names.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('reading a data set', () => {
  it('takes one document a line and leaves empty lines out', () => {
    expect(parseDocuments('emma\n\n  olivia \n\t\nava\n')).toEqual({
      documents: ['emma', 'olivia', 'ava'],
      vocabulary: ['a', 'e', 'i', 'l', 'm', 'o', 'v'],
      issues: [],
    });
  });
  it.each(['\n', '\r\n', '\r'])('ends lines at %j', (end) => {
    const text = ['emma', 'ava', 'mia'].join(end) + end;
    expect(parseDocuments(text)).toMatchObject({ documents: ['emma', 'ava', 'mia'], issues: [] });
  });
  it('takes a mixture of line ends, and no other sign, as the end of a line', () => {
    expect(parseDocuments('a\r\nb\rc\n\rd\u2028e\vf\n').documents).toEqual([
      'a',
      'b',
      'c',
      'd\u2028e\vf',
    ]);
  });
  it('strips the white space that Python strips, and no other', () => {
    const white =
      '\t\v\f\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u200a\u2028\u202f\u205f\u3000';
    expect(parseDocuments(`${white}an na${white}\nava`).documents[0]).toBe('an na');
    expect(parseDocuments('\u200bmia\ufeff\nava').documents[0]).toBe('\u200bmia\ufeff');
  });
  it('reads text and its bytes alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parseDocuments(utf8(text))).toEqual(parseDocuments(text));
      }),
    );
  });
});

describe('data that are bad', () => {
  const issues = (input: string | Uint8Array) => parseDocuments(input).issues;

  it.each([
    ['an empty file', ''],
    ['an empty file of bytes', bytes()],
    ['only blank lines', '\n \r\n\t\n\u3000\n'],
    ['only a byte order mark', bytes(0xef, 0xbb, 0xbf)],
    ['only NULs', '\0\0\n'],
  ])('such as %s have no documents', (_, input) => {
    expect(issues(input)).toContainEqual({ code: 'empty', severity: 'error' });
  });
  it('such as one character are one document of one symbol', () => {
    expect(parseDocuments('a')).toEqual({
      documents: ['a'],
      vocabulary: ['a'],
      issues: [
        { code: 'one-document', severity: 'warning' },
        { code: 'one-symbol', severity: 'warning' },
      ],
    });
  });
  it('such as one document are usable', () => {
    expect(issues('emma')).toEqual([{ code: 'one-document', severity: 'warning' }]);
  });
  it('lose their byte order mark', () => {
    expect(parseDocuments(bytes(0xef, 0xbb, 0xbf, 0x61, 0x0a, 0x62))).toEqual({
      documents: ['a', 'b'],
      vocabulary: ['a', 'b'],
      issues: [],
    });
    expect(parseDocuments('\ufeffa\nb').documents).toEqual(['a', 'b']);
  });
  it('lose their NULs', () => {
    expect(parseDocuments('ab\nc\0d\0\ne')).toMatchObject({
      documents: ['ab', 'cd', 'e'],
      issues: [{ code: 'nul', severity: 'warning', line: 2, count: 2 }],
    });
  });
  it('keep other control characters, but are reported', () => {
    expect(parseDocuments('ab\r\nc\u0007d\u0085e\n')).toMatchObject({
      documents: ['ab', 'c\u0007d\u0085e'],
      issues: [{ code: 'control', severity: 'warning', line: 2, count: 2 }],
    });
    expect(issues('a\tb\nc')).toEqual([]);
  });
  it('that are mostly UTF-8 are read, with what is not marked', () => {
    const latin1 = bytes(...utf8('anna\nbertha\ncarla\nzo'), 0xeb, ...utf8('\ndora\n'));
    expect(parseDocuments(latin1)).toMatchObject({
      documents: ['anna', 'bertha', 'carla', 'zo\ufffd', 'dora'],
      issues: [{ code: 'not-utf8', severity: 'warning', line: 4, count: 1 }],
    });
  });
  it('that are no text at all are refused', () => {
    const image = bytes(
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      0xff,
      0xd8,
      0xfe,
      0x80,
      0x81,
    );
    expect(issues(image)).toContainEqual({
      code: 'not-utf8',
      severity: 'error',
      line: 1,
      count: 6,
    });
  });
  it('in UTF-16 are read as such', () => {
    const utf16 = bytes(0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00, 0x62, 0x00);
    expect(parseDocuments(utf16)).toMatchObject({
      documents: ['a', 'b'],
      issues: [{ code: 'utf-16', severity: 'warning' }],
    });
  });
  it('with half a surrogate pair are made well-formed', () => {
    const text = 'anna bertha\nab\ud83dc';
    expect(parseDocuments(text)).toMatchObject({
      documents: ['anna bertha', 'ab\ufffdc'],
      issues: [{ code: 'not-utf8', severity: 'warning', line: 2, count: 1 }],
    });
  });
  it('with very long lines are read, and the lines named', () => {
    const { documents, issues: found } = parseDocuments(
      `a\n${'b'.repeat(1001)}\n${'c'.repeat(5e6)}`,
    );
    expect(documents.map((text) => text.length)).toEqual([1, 1001, 5e6]);
    expect(found).toEqual([
      { code: 'too-long', severity: 'warning', count: 2, line: 2, limit: 1000 },
    ]);
  });
  it('with more symbols than a table can take are refused', () => {
    const symbols = Array.from({ length: 2001 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    expect(issues(symbols.join('\n'))).toEqual([
      { code: 'too-many-symbols', severity: 'error', count: 2001, limit: 2000 },
    ]);
    expect(issues(symbols.slice(1).join('\n'))).toEqual([]);
  });
  it('with more documents than allowed are cut', () => {
    const limits = { documents: 2, symbols: 9, length: 9 };
    expect(parseDocuments('a\n\nb\nc\n\nd\n', limits)).toMatchObject({
      documents: ['a', 'b'],
      issues: [{ code: 'too-many', severity: 'warning', count: 2, limit: 2 }],
    });
  });
  it('of a million lines take no more than a few seconds', { timeout: 30_000 }, () => {
    const lines = Array.from({ length: 1_000_000 }, (_, i) => names[i % names.length]);
    const input = utf8(lines.join('\r\n'));
    const before = performance.now();
    const { documents, issues: found } = parseDocuments(input);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(documents).toHaveLength(1_000_000);
    expect(found).toEqual([]);
  });
  it('never throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        const { documents } = parseDocuments(input);
        expect(documents.every((text) => text !== '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the split', () => {
  it('begins with the documents that the reference begins with', () => {
    const { train } = split(names, golden.seed, 1000, 3000);
    expect(train.slice(0, 5)).toEqual(golden.first_docs);
  });
  it('takes the shuffled list in order, and no document twice', () => {
    const { train, heldOut } = split(names, 7, 1000, 3000);
    const { order } = shuffledOrder(names.length, 7);
    expect([...train, ...heldOut]).toEqual(Array.from(order.subarray(0, 4000), (d) => names[d]));
  });
  it('leaves the list alone and its generator where the shuffle left it', () => {
    const before = [...names];
    const { random } = split(names, 7, 1, 1);
    expect(names).toEqual(before);
    expect(random.random()).toBe(shuffledOrder(names.length, 7).random.random());
  });
  it('holds out what is left of a small list, which may be nothing', () => {
    const few = ['a', 'b', 'c', 'd', 'e'];
    expect(split(few, 1, 3, 3000).heldOut).toHaveLength(2);
    expect(split(few, 1, 5, 3000).heldOut).toEqual([]);
    expect(split(few, 1, 1000, 3000).train).toHaveLength(5);
  });
});
