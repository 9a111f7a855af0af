/**
 * Symbols are what a reader takes for one character: Unicode's extended grapheme
 * clusters (UAX #29), such as an e with its accent, or a family emoji. Text is taken as
 * it is and not normalised: two spellings of é stay two symbols.
 */
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Letters and signs that never join the one beside them: whole blocks, with all left
 * out that can (marks, jamo, flags, emoji).
 */
const PLAIN =
  '\\u0020-\\u007e\\u00a1-\\u00ac\\u00ae-\\u02ff' + // Latin
  '\\u0370-\\u0377\\u037a-\\u0482\\u048a-\\u0556\\u0561-\\u0587' + // Greek to Armenian
  '\\u05d0-\\u05ea\\u0621-\\u064a\\u0671-\\u06d3\\u10d0-\\u10ff' + // Hebrew to Georgian
  '\\u1e00-\\u1fff\\u2010-\\u2027\\u3001-\\u3029' + // more Latin and Greek, signs
  '\\u3041-\\u3096\\u309b-\\u30ff\\u3400-\\u9fff' + // kana, Han
  '\\uac00-\\ud7a3\\uff01-\\uff9d'; // Hangul syllables, full width
const NOT_PLAIN = new RegExp(`[^${PLAIN}]`);
/** Accents and the like always belong to the letter before them, if there is one. */
const NOT_PLAIN_NOR_MARK = new RegExp(`^\\p{Mn}|[^${PLAIN}\\p{Mn}]`, 'u');

/** Is every UTF-16 unit of this text a symbol by itself? May say no when it is so. */
export function isPlain(text: string): boolean {
  return !NOT_PLAIN.test(text);
}

/** The symbols of a text, in order. */
export function graphemes(text: string): string[] {
  if (isPlain(text)) return text.split('');
  // Not needed for the result; the segmenter is ten times slower.
  if (!NOT_PLAIN_NOR_MARK.test(text)) return text.match(/.\p{Mn}*/gu) ?? [];
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Orders texts by their code points, as Python does (UTF-16 order differs above
 * U+FFFF).
 */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < left.length && i < right.length; i++) {
    if (left[i] !== right[i]) return left[i].codePointAt(0)! - right[i].codePointAt(0)!;
  }
  return left.length - right.length;
}

/** Every different symbol of the documents, by code point. */
export function symbolsOf(documents: readonly string[]): string[] {
  const units = new Uint8Array(0x10000);
  const symbols = new Set<string>();
  for (const text of documents) {
    if (isPlain(text)) {
      for (let i = 0; i < text.length; i++) units[text.charCodeAt(i)] = 1;
    } else {
      for (const symbol of graphemes(text)) symbols.add(symbol);
    }
  }
  units.forEach((seen, unit) => {
    if (seen === 1) symbols.add(String.fromCharCode(unit));
  });
  return [...symbols].sort(compareCodePoints);
}
