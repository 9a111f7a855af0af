import { graphemes, symbolsOf } from './graphemes.ts';

/** A text has symbols that the vocabulary lacks. */
export class UnknownSymbolError extends Error {
  /** The symbols, in the order of the text, each once. */
  readonly symbols: string[];
  /** Where unknown symbols stand, counted in symbols from 0. */
  readonly positions: number[];

  constructor(symbols: string[], positions: number[]) {
    super(`Not in the vocabulary: ${symbols.join(' ')}`);
    this.name = 'UnknownSymbolError';
    this.symbols = symbols;
    this.positions = positions;
  }
}

/**
 * Turns text into tokens and back. A token is the place of a symbol in the sorted
 * vocabulary; one more, `bos`, is the boundary that begins and ends every document.
 */
export class Tokenizer {
  /** The symbols by token, in the order of their code points; without the boundary. */
  readonly vocabulary: readonly string[];
  /** The boundary's token, the last. */
  readonly bos: number;
  /** Number of tokens, the boundary included. */
  readonly size: number;
  readonly #ids: ReadonlyMap<string, number>;

  /** @param vocabulary different symbols, by code point */
  constructor(vocabulary: readonly string[]) {
    this.vocabulary = vocabulary;
    this.bos = vocabulary.length;
    this.size = vocabulary.length + 1;
    this.#ids = new Map(vocabulary.map((symbol, id) => [symbol, id]));
  }

  static fromDocuments(documents: readonly string[]): Tokenizer {
    return new Tokenizer(symbolsOf(documents));
  }

  /**
   * A document as tokens, the boundary at both ends.
   * @throws UnknownSymbolError if the vocabulary lacks a symbol
   */
  // #region encode
  encode(text: string): number[] {
    const symbols = graphemes(text);
    const tokens = symbols.map((symbol) => this.token(symbol));
    if (tokens.includes(-1)) throw unknownIn(symbols, tokens);
    return [this.bos, ...tokens, this.bos];
  }
  // #endregion encode

  /** A symbol's token; −1 if the vocabulary lacks it. */
  token(symbol: string): number {
    return this.#ids.get(symbol) ?? -1;
  }

  /** Like `encode`, but leaves unknown symbols out and names them, each once. */
  tokensOf(text: string): { tokens: number[]; unknown: string[] } {
    const symbols = graphemes(text);
    const known = symbols
      .map((symbol) => this.token(symbol))
      .filter((token) => token >= 0);
    const unknown = symbols.filter((symbol) => this.token(symbol) < 0);
    return { tokens: [this.bos, ...known, this.bos], unknown: [...new Set(unknown)] };
  }

  /** The text of some tokens; boundaries are left out. */
  decode(tokens: ArrayLike<number>): string {
    return Array.from(tokens, (token) => this.vocabulary[token] ?? '').join('');
  }

  /**
   * How a token is written on the page: the boundary as •, what is invisible made
   * visible.
   */
  label(token: number): string {
    if (token === this.bos) return '•';
    const symbol = this.vocabulary[token];
    if (symbol === ' ' || symbol === '\u00a0' || symbol === '\u3000') return '␣';
    const unit = symbol.charCodeAt(0);
    if (unit < 0x20) return String.fromCharCode(0x2400 + unit);
    // A mark that has lost its letter gets a dotted circle to stand on.
    return /^\p{M}/u.test(symbol) ? `◌${symbol}` : symbol;
  }
}

function unknownIn(symbols: string[], tokens: number[]): UnknownSymbolError {
  const positions = [...tokens.keys()].filter((i) => tokens[i] < 0);
  return new UnknownSymbolError(
    [...new Set(positions.map((i) => symbols[i]))],
    positions,
  );
}
