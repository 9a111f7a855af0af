import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/engine/decode.ts';
import { anyText } from './names.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('decoding', () => {
  it('agrees with the Encoding Standard on any bytes', () => {
    // Bytes that begin, continue and break characters, more often than chance would.
    const tricky = fc.constantFrom(
      0x41,
      0x0a,
      0x80,
      0xbf,
      0xc0,
      0xc2,
      0xe0,
      0xa0,
      0x9f,
      0xed,
      0xef,
      0xf0,
      0x90,
      0x8f,
      0xf4,
      0xf5,
      0xfe,
      0xff,
      0xe3,
      0x81,
      0x82,
    );
    const input = fc.array(fc.oneof(tricky, fc.integer({ min: 0, max: 255 })), { maxLength: 40 });
    fc.assert(
      fc.property(input, (values) => {
        fc.pre(!(values[0] === 0xff && values[1] === 0xfe));
        fc.pre(!(values[0] === 0xfe && values[1] === 0xff));
        expect(decode(bytes(...values)).text).toBe(decoder.decode(bytes(...values)));
      }),
      { numRuns: 3000 },
    );
  });
  it('gives back any text that was encoded', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decode(new TextEncoder().encode(text))).toMatchObject({ text, replaced: 0 });
      }),
    );
  });
  it('is not confused by the length of its pieces', () => {
    const text = 'aé漢😀'.repeat(9000);
    expect(decode(new TextEncoder().encode(text)).text).toBe(text);
  });
  it('says how much was no text, and where it began', () => {
    expect(decode(bytes(0x61, 0xe9, 0x62, 0xff))).toEqual({
      text: 'a\ufffdb\ufffd',
      replaced: 2,
      firstReplaced: 1,
      encoding: 'utf-8',
    });
  });
  it('takes a replacement character in the text for what it is', () => {
    expect(decode(bytes(0xef, 0xbf, 0xbd))).toMatchObject({ text: '\ufffd', replaced: 0 });
  });
  it.each([
    ['little', [0xff, 0xfe, 0x61, 0x00, 0x42, 0x30, 0x3d, 0xd8, 0x00, 0xde]],
    ['big', [0xfe, 0xff, 0x00, 0x61, 0x30, 0x42, 0xd8, 0x3d, 0xde, 0x00]],
  ])('reads UTF-16 with the %s end first', (_, values) => {
    expect(decode(bytes(...values))).toEqual({
      text: '\ufeffaあ😀',
      replaced: 0,
      firstReplaced: -1,
      encoding: 'utf-16',
    });
  });
  it('replaces half a pair and half a unit of UTF-16', () => {
    expect(decode(bytes(0xff, 0xfe, 0x3d, 0xd8, 0x61, 0x00, 0x62))).toMatchObject({
      text: '\ufeff\ufffda\ufffd',
      replaced: 2,
      firstReplaced: 1,
    });
  });
});
