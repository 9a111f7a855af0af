import { isPlain } from './graphemes.ts';
import { Random } from './random.ts';
import type { Tokenizer } from './tokenizer.ts';

/**
 * A data set as tokens, end to end in one array, so that whole lists are read at the
 * speed of memory. Document d is `tokens[starts[d]] … tokens[starts[d + 1] − 1]`, the
 * boundary at both ends included. In the order of the file: runs differ only in their
 * `order`.
 */
export interface Corpus {
  readonly tokens: Uint16Array;
  /** [documents + 1] */
  readonly starts: Uint32Array;
  /** Number of different tokens, V. */
  readonly size: number;
  readonly bos: number;
  /** Number of documents. */
  readonly documents: number;
  /** Number of steps from one token to the next. */
  readonly transitions: number;
}

/**
 * @throws UnknownSymbolError if the tokenizer lacks a symbol
 * @throws RangeError if it has more than 65,536 tokens
 */
export function encodeCorpus(
  documents: readonly string[],
  tokenizer: Tokenizer,
): Corpus {
  const { size, bos } = tokenizer;
  if (size > 0x10000) throw new RangeError(`${size} tokens do not fit into 16 bits`);
  const idOfUnit = new Int32Array(0x10000).fill(-1);
  tokenizer.vocabulary.forEach((symbol, id) => {
    if (symbol.length === 1) idOfUnit[symbol.charCodeAt(0)] = id;
  });

  const room = documents.reduce((total, text) => total + text.length + 2, 0);
  const tokens = new Uint16Array(room);
  const starts = new Uint32Array(documents.length + 1);
  let end = 0;
  documents.forEach((text, d) => {
    starts[d] = end;
    const known = isPlain(text) && encodeUnits(text, idOfUnit, tokens, end + 1);
    if (known) {
      tokens[end] = tokens[end + 1 + text.length] = bos;
      end += text.length + 2;
    } else {
      const encoded = tokenizer.encode(text);
      tokens.set(encoded, end);
      end += encoded.length;
    }
  });
  starts[documents.length] = end;
  return {
    tokens: end === room ? tokens : tokens.slice(0, end),
    starts,
    size,
    bos,
    documents: documents.length,
    transitions: end - documents.length,
  };
}

/** Writes one token a UTF-16 unit from `at`; false if a unit has none. */
function encodeUnits(
  text: string,
  idOfUnit: Int32Array,
  tokens: Uint16Array,
  at: number,
): boolean {
  for (let i = 0; i < text.length; i++) {
    const id = idOfUnit[text.charCodeAt(i)];
    if (id < 0) return false;
    tokens[at + i] = id;
  }
  return true;
}

/** The tokens of document `d`, a view and no copy. */
export function documentTokens(corpus: Corpus, d: number): Uint16Array {
  return corpus.tokens.subarray(corpus.starts[d], corpus.starts[d + 1]);
}

/**
 * The order in which a run with this seed reads the documents: the permutation that
 * `Random.shuffle` makes of the list, and the generator as the shuffle leaves it.
 */
export function shuffledOrder(
  documents: number,
  seed: number,
): { order: Uint32Array; random: Random } {
  const random = new Random(seed);
  const order = random.shuffle(Uint32Array.from({ length: documents }, (_, d) => d));
  return { order, random };
}
