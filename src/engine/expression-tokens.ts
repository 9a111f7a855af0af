/** Text of an expression, cut into numbers, names and signs. */

export type ExpressionFault =
  | 'empty'
  | 'long' // more characters than the limit
  | 'symbol' // a character that has no meaning here
  | 'number' // 1.2.3
  | 'value' // a number, a name or a parenthesis should stand here
  | 'operator' // two values side by side
  | 'unclosed' // a parenthesis that is opened only
  | 'unopened' // and one that is closed only
  | 'function' // an unknown one
  | 'argument' // a function without parentheses
  | 'exponent'; // not a constant

/** What is wrong with a text, and where: characters from `at` on, `length` of them. */
export interface ExpressionProblem {
  code: ExpressionFault;
  at: number;
  length: number;
  /** The characters themselves. */
  text: string;
}

/** Other ways to write the same. */
const SAME: Readonly<Record<string, string>> = {
  '\u2212': '-',
  '\u00d7': '*',
  '\u00b7': '*',
  '\u00f7': '/',
  '^': '**',
};

export interface Token {
  kind: 'number' | 'name' | 'sign' | 'end';
  /** As it is meant. */
  text: string;
  at: number;
  length: number;
}

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const NAME = /[a-z][a-z0-9_]*/iy;
const SIGN = /\*\*|[-+*/()^\u2212\u00d7\u00b7\u00f7]/y;

/** Ends the reading of a text. */
export class Stop extends Error {
  readonly problem: ExpressionProblem;
  constructor(problem: ExpressionProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    if (/\s/.test(text[at])) {
      at++;
      continue;
    }
    const number = take(NUMBER);
    const name = take(NAME);
    const sign = take(SIGN);
    const found = number ?? name ?? sign;
    if (found === undefined) {
      const symbol = String.fromCodePoint(text.codePointAt(at) ?? 0);
      throw stop('symbol', { at, length: symbol.length }, text);
    }
    const { length } = found;
    // A second point, or a number too large to be held.
    if (number && (text[at + length] === '.' || !Number.isFinite(Number(number)))) {
      throw stop('number', { at, length }, text);
    }
    const kind = number ? 'number' : name ? 'name' : 'sign';
    tokens.push({ kind, text: SAME[found] ?? found, at, length });
    at += length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length, length: 0 });
  return tokens;
}

export function stop(
  code: ExpressionFault,
  { at, length }: { at: number; length: number },
  text: string,
): Stop {
  return new Stop({ code, at, length, text: text.slice(at, at + length) });
}
