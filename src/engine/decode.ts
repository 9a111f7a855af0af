/**
 * Bytes to text. Written out here, because the engine knows no host, and because the
 * page wants to say how many bytes were wrong and where.
 */
export interface Decoded {
  text: string;
  /** How many times something that is no text was replaced by U+FFFD. */
  replaced: number;
  /** Where in `text` the first replacement stands; −1 if there is none. */
  firstReplaced: number;
  encoding: 'utf-8' | 'utf-16';
}

const REPLACEMENT = 0xfffd;

/** UTF-8, or UTF-16 if the bytes begin with its byte order mark. Keeps the mark. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 1);
  return decodeUtf8(bytes);
}

function decodeUtf16(bytes: Uint8Array, lowByte: 0 | 1): Decoded {
  const units = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < units.length; i++) {
    units[i] = bytes[2 * i + lowByte] | (bytes[2 * i + 1 - lowByte] << 8);
  }
  const cut = bytes.length % 2 === 1 ? '\ufffd' : '';
  return { ...wellFormed(textOf(units) + cut), encoding: 'utf-16' };
}

/** Replaces halves of surrogate pairs that stand alone; counts all of U+FFFD. */
export function wellFormed(source: string): Omit<Decoded, 'encoding'> {
  let replaced = 0;
  let firstReplaced = -1;
  const text = source.replaceAll(/\p{Surrogate}|\ufffd/gu, (_, index: number) => {
    if (replaced === 0) firstReplaced = index;
    replaced += 1;
    return '\ufffd';
  });
  return { text, replaced, firstReplaced };
}

/**
 * UTF-8 with each longest wrong beginning of a character replaced by one U+FFFD, which
 * is what browsers do (Encoding Standard, "UTF-8 decoder"; Unicode 16, table 3-8).
 */
function decodeUtf8(bytes: Uint8Array): Decoded {
  const units = new Uint16Array(bytes.length + 1);
  let length = 0;
  let replaced = 0;
  let firstReplaced = -1;
  const replace = () => {
    if (replaced === 0) firstReplaced = length;
    replaced += 1;
    units[length++] = REPLACEMENT;
  };

  let i = 0;
  while (i < bytes.length) {
    const first = bytes[i++];
    if (first < 0x80) {
      units[length++] = first;
      continue;
    }
    let needed = 0;
    if (first >= 0xc2 && first <= 0xdf) needed = 1;
    else if (first >= 0xe0 && first <= 0xef) needed = 2;
    else if (first >= 0xf0 && first <= 0xf4) needed = 3;
    if (needed === 0) {
      replace();
      continue;
    }
    // The second byte has a narrower range where a long form or a surrogate begins.
    let lower = 0x80;
    let upper = 0xbf;
    if (first === 0xe0) lower = 0xa0;
    else if (first === 0xed) upper = 0x9f;
    else if (first === 0xf0) lower = 0x90;
    else if (first === 0xf4) upper = 0x8f;

    let point = first & (0x3f >> needed);
    while (needed > 0 && i < bytes.length && bytes[i] >= lower && bytes[i] <= upper) {
      point = (point << 6) | (bytes[i++] & 0x3f);
      [lower, upper] = [0x80, 0xbf];
      needed -= 1;
    }
    if (needed > 0) replace();
    else if (point < 0x10000) units[length++] = point;
    else {
      units[length++] = 0xd7c0 + (point >> 10);
      units[length++] = 0xdc00 | (point & 0x3ff);
    }
  }
  const text = textOf(units.subarray(0, length));
  return { text, replaced, firstReplaced, encoding: 'utf-8' };
}

/** UTF-16 code units as a string, some thousands at a time. */
function textOf(units: Uint16Array): string {
  const parts: string[] = [];
  for (let i = 0; i < units.length; i += 8192) {
    parts.push(
      Reflect.apply(String.fromCharCode, undefined, units.subarray(i, i + 8192)),
    );
  }
  return parts.join('');
}
