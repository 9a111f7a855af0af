/**
 * Arithmetic as one types it: read into a tree, and written out again. The operations are
 * those that `Value` knows; an exponent is a constant, as there.
 */
import {
  Stop,
  stop,
  tokensOf,
  type ExpressionProblem,
  type Token,
} from './expression-tokens.ts';

export type Operator = '+' | '-' | '*' | '/';
export type Function = 'exp' | 'log' | 'relu';

export type Expression =
  | { kind: 'number'; value: number } // not negative
  | { kind: 'name'; name: string }
  | { kind: 'negate'; of: Expression }
  | { kind: 'call'; name: Function; of: Expression }
  | { kind: 'power'; of: Expression; exponent: number }
  | { kind: 'binary'; op: Operator; left: Expression; right: Expression };

export type Parsed =
  | { expression: Expression; problem: null }
  | { expression: null; problem: ExpressionProblem };

const FUNCTIONS: readonly string[] = ['exp', 'log', 'relu'] satisfies Function[];
const isFunction = (name: string): name is Function => FUNCTIONS.includes(name);

/**
 * Reads a text of at most `longest` characters. Operators bind as in Python: `**` before a
 * sign, `-a ** 2` is −(a²); then `*` and `/`; then `+` and `-`; equals from the left.
 */
export function parseExpression(text: string, longest = Infinity): Parsed {
  try {
    if (text.length > longest) {
      throw stop('long', { at: longest, length: text.length - longest }, text);
    }
    const expression = new Reader(text).whole();
    return { expression, problem: null };
  } catch (error) {
    if (error instanceof Stop) return { expression: null, problem: error.problem };
    throw error;
  }
}

class Reader {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
  }

  whole(): Expression {
    if (this.tokens[0].kind === 'end') {
      throw stop('empty', { at: 0, length: 0 }, this.text);
    }
    const expression = this.sum();
    const rest = this.tokens[this.next];
    if (rest.kind !== 'end') {
      const code = rest.text === ')' ? 'unopened' : 'operator';
      throw stop(code, rest, this.text);
    }
    return expression;
  }

  /** The next sign, if it is one of these; then it is taken. */
  private sign(...signs: string[]): Token | null {
    const token = this.tokens[this.next];
    if (token.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.next++;
    return token;
  }

  private sum(): Expression {
    return this.chain(['+', '-'], () => this.product());
  }

  private product(): Expression {
    return this.chain(['*', '/'], () => this.signed());
  }

  private chain(signs: Operator[], part: () => Expression): Expression {
    let left = part();
    for (let sign = this.sign(...signs); sign; sign = this.sign(...signs)) {
      const op = sign.text as Operator;
      left = { kind: 'binary', op, left, right: part() };
    }
    return left;
  }

  private signed(): Expression {
    if (this.sign('-')) return { kind: 'negate', of: this.signed() };
    return this.power();
  }

  private power(): Expression {
    const of = this.atom();
    if (!this.sign('**')) return of;
    return { kind: 'power', of, exponent: this.exponent() };
  }

  /** A number with or without a sign, with or without parentheses. */
  private exponent(): number {
    const open = this.sign('(');
    const negative = this.sign('-') !== null;
    const token = this.tokens[this.next];
    if (token.kind !== 'number') throw stop('exponent', token, this.text);
    this.next++;
    if (open && !this.sign(')'))
      throw stop('exponent', this.tokens[this.next], this.text);
    const size = Number(token.text);
    return negative && size !== 0 ? -size : size;
  }

  private atom(): Expression {
    const token = this.tokens[this.next];
    if (token.kind === 'number') {
      this.next++;
      return { kind: 'number', value: Number(token.text) };
    }
    if (token.kind === 'name') {
      this.next++;
      return this.named(token);
    }
    const open = this.sign('(');
    if (!open) throw stop('value', token, this.text);
    return this.inside(open);
  }

  private named(token: Token): Expression {
    const name = token.text;
    const open = this.sign('(');
    if (isFunction(name)) {
      if (!open) throw stop('argument', token, this.text);
      return { kind: 'call', name, of: this.inside(open) };
    }
    if (open) throw stop('function', token, this.text);
    return { kind: 'name', name };
  }

  private inside(open: Token): Expression {
    const expression = this.sum();
    if (this.sign(')')) return expression;
    const token = this.tokens[this.next];
    if (token.kind === 'end') throw stop('unclosed', open, this.text);
    throw stop('operator', token, this.text);
  }
}

/** How firmly the parts of an expression are held together: an atom most. */
const firmness = (expression: Expression): number => {
  switch (expression.kind) {
    case 'binary':
      return expression.op === '+' || expression.op === '-' ? 1 : 2;
    case 'negate':
      return 3;
    case 'power':
      return 4;
    default:
      return 5;
  }
};

/** Writes an expression with no more parentheses than it takes to read it again. */
export function printExpression(expression: Expression): string {
  const part = (of: Expression, least: number): string => {
    const text = printExpression(of);
    return firmness(of) < least ? `(${text})` : text;
  };
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'negate':
      return `-${part(expression.of, 3)}`;
    case 'call':
      return `${expression.name}(${printExpression(expression.of)})`;
    case 'power':
      return `${part(expression.of, 5)} ** ${expression.exponent}`;
    case 'binary': {
      const own = firmness(expression);
      const { op, left, right } = expression;
      return `${part(left, own)} ${op} ${part(right, own + 1)}`;
    }
  }
}

/** The names in an expression, in the order in which they first stand there. */
export function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'name':
      return [expression.name];
    case 'binary':
      return [...new Set([...namesIn(expression.left), ...namesIn(expression.right)])];
    default:
      return namesIn(expression.of);
  }
}
