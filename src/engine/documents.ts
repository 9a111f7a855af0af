import { decode, wellFormed } from './decode.ts';
import { symbolsOf } from './graphemes.ts';
import { Random } from './random.ts';

/** Something to tell the reader about a data set. The words for it are the page's. */
export interface DataIssue {
  code:
    | 'empty' // no document at all
    | 'not-utf8' // bytes that are no UTF-8, replaced by U+FFFD; `count` of them
    | 'utf-16' // read as UTF-16, as its byte order mark asks
    | 'nul' // NUL characters, removed; `count` of them
    | 'control' // other control characters, kept as symbols; `count` of them
    | 'too-many' // more documents than allowed; `count` were left out
    | 'too-many-symbols' // a vocabulary too large to use; `count` symbols
    | 'too-long' // `count` documents of more than `limit` characters, kept
    | 'one-document' // nothing can be held out
    | 'one-symbol'; // every document is a row of the same symbol
  /** An error: the data cannot be used. A warning: they can, but are odd. */
  severity: 'error' | 'warning';
  /** First line concerned, from 1. */
  line?: number;
  count?: number;
  /** The limit that was passed. */
  limit?: number;
}

export interface Documents {
  /** One a line, white space stripped at both ends, empty lines left out. */
  documents: string[];
  /** Their different symbols by code point: what `new Tokenizer` takes. */
  vocabulary: string[];
  issues: DataIssue[];
}

export interface DataLimits {
  documents: number;
  symbols: number;
  /** Length of a document in UTF-16 units. */
  length: number;
}

export const DATA_LIMITS: DataLimits = {
  documents: 1_000_000,
  symbols: 2_000,
  length: 1_000,
};

/** If more than this share of a text had to be replaced, it is no text. */
const UNREADABLE = 0.1;

/**
 * Reads a data set: one document a line, as Python would read it. Lines end in LF, CR
 * LF or CR; both ends are stripped; what is then empty is left out. Never throws.
 *
 * The text is not normalised: what looks alike may be different symbols.
 */
export function parseDocuments(
  input: string | Uint8Array,
  limits: DataLimits = DATA_LIMITS,
): Documents {
  const issues: DataIssue[] = [];
  const text = readText(input, issues);
  const documents: string[] = [];
  let leftOut = 0;
  let long = 0;
  let firstLong = 0;
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    const document = strip(line);
    if (document === '') return;
    if (documents.length === limits.documents) {
      leftOut += 1;
      return;
    }
    documents.push(document);
    if (document.length > limits.length) {
      if (long === 0) firstLong = index + 1;
      long += 1;
    }
  });

  if (leftOut > 0)
    issues.push(warning('too-many', { count: leftOut, limit: limits.documents }));
  if (long > 0) {
    const limit = limits.length;
    issues.push(warning('too-long', { count: long, line: firstLong, limit }));
  }
  if (documents.length === 0) issues.push({ code: 'empty', severity: 'error' });
  if (documents.length === 1) issues.push(warning('one-document'));
  const vocabulary = symbolsOf(documents);
  const symbols = vocabulary.length;
  if (symbols === 1) issues.push(warning('one-symbol'));
  if (symbols > limits.symbols) {
    const limit = limits.symbols;
    issues.push({ code: 'too-many-symbols', severity: 'error', count: symbols, limit });
  }
  return { documents, vocabulary, issues };
}

const warning = (
  code: DataIssue['code'],
  more: Partial<DataIssue> = {},
): DataIssue => ({
  code,
  severity: 'warning',
  ...more,
});

/** Text without byte order mark and NULs; what was found goes to `issues`. */
function readText(input: string | Uint8Array, issues: DataIssue[]): string {
  const decoded =
    typeof input === 'string'
      ? { ...wellFormed(input), encoding: 'utf-8' }
      : decode(input);
  const { replaced, firstReplaced, encoding } = decoded;
  let { text } = decoded;
  if (encoding === 'utf-16') issues.push(warning('utf-16'));
  if (replaced > 0) {
    const severity = replaced > UNREADABLE * text.length ? 'error' : 'warning';
    const line = lineAt(text, firstReplaced);
    issues.push({ code: 'not-utf8', severity, line, count: replaced });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const line = lineAt(text, nul);
    const { length } = text;
    text = text.replaceAll('\0', '');
    issues.push(warning('nul', { line, count: length - text.length }));
  }
  const controls = text.match(/(?!\s)\p{Cc}/gu);
  if (controls) {
    const line = lineAt(text, text.indexOf(controls[0]));
    issues.push(warning('control', { line, count: controls.length }));
  }
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** The line, from 1, on which a character stands. */
function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|\r|\n/).length;
}

/** Python's `str.strip`: its white space differs a little from JavaScript's. */
export function strip(line: string): string {
  let [start, end] = [0, line.length];
  while (start < end && isSpace(line.charCodeAt(start))) start += 1;
  while (end > start && isSpace(line.charCodeAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 9 && unit <= 13) || unit >> 2 === 7;
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  if (unit >= 0x2000 && unit <= 0x200a) return true;
  return [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(unit);
}

/** A shuffled data set, cut into what trains and what only measures. */
export interface Split {
  /** The documents that train, in the order they are read. */
  train: string[];
  /** Documents that training never sees; none if training takes them all. */
  heldOut: string[];
  /** The generator after the shuffle: initial weights and samples go on from here. */
  random: Random;
}

/** Shuffles with a seed, then takes the first `steps` documents to train on. */
export function split(
  documents: readonly string[],
  seed: number,
  steps: number,
  heldOutCount: number,
): Split {
  // #region split
  const random = new Random(seed);
  const docs = random.shuffle([...documents]);
  const train = docs.slice(0, steps);
  const heldOut = docs.slice(steps, steps + heldOutCount);
  // #endregion split
  return { train, heldOut, random };
}
