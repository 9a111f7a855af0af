/** A typed expression, worked out with `Value`s, each with the line of code that made it. */
import { Value } from './autograd.ts';
import { exp, log } from './math.ts';
import { power } from './power.ts';
import { namesIn, printExpression, type Expression } from './expression.ts';

/** The five operations that record something. */
export type Recorded = 'add' | 'mul' | 'pow' | 'log' | 'exp' | 'relu';

/** One number that was computed. */
export interface Entry {
  value: Value;
  /** `v1`, `v2`, … in the order in which they were made. */
  name: string;
  op: Recorded;
  /** The constant it was made with, if any: what was added, the factor, the exponent. */
  constant: number | null;
  /** The line that made it: `a.mul(v1)`. */
  code: string;
  /** What was called, if that is built from the others. */
  sugar: 'neg' | 'sub' | 'div' | null;
  /** In the letters of the expression. */
  formula: string;
}

export interface Record {
  end: Value;
  /** The numbers that were given, by name. */
  given: Map<string, Value>;
  entries: Entry[];
}

/** What comes of a part: a number that remembers, or a constant that need not. */
type Part = Value | number;

/**
 * Works an expression out. Constants are plain numbers and leave no record, as in `a.mul(2)`;
 * what consists of constants alone is worked out at once.
 */
export function recordExpression(
  expression: Expression,
  valueOf: (name: string) => number,
): Record {
  const names = namesIn(expression);
  const given = new Map(names.map((name) => [name, new Value(valueOf(name))]));
  const entries: Entry[] = [];
  const called = new Map([...given].map(([name, value]) => [value, name]));

  const entry = (
    value: Value,
    op: Recorded,
    formula: string,
    sugar: Entry['sugar'],
    constant: number | null = null,
  ): Value => {
    const name = `v${entries.length + 1}`;
    const of = called.get(value.a as Value) ?? '';
    const other = value.b ? called.get(value.b) : constant;
    called.set(value, name);
    entries.push({
      value,
      name,
      op,
      constant,
      code: `${of}.${op}(${other ?? ''})`,
      sugar,
      formula,
    });
    return value;
  };

  const negative = (of: Part, formula: string, sugar: Entry['sugar']): Part =>
    typeof of === 'number' ? -of : entry(of.neg(), 'mul', formula, sugar, -1);

  const work = (part: Expression): Part => {
    const formula = printExpression(part);
    switch (part.kind) {
      case 'number':
        return part.value;
      case 'name':
        return given.get(part.name) as Value;
      case 'negate':
        return negative(work(part.of), formula, 'neg');
      case 'call': {
        const of = work(part.of);
        if (typeof of === 'number') return plain[part.name](of);
        return entry(of[part.name](), part.name, formula, null);
      }
      case 'power': {
        const of = work(part.of);
        if (typeof of === 'number') return power(of, part.exponent);
        return entry(of.pow(part.exponent), 'pow', formula, null, part.exponent);
      }
      case 'binary':
        return pair(part, work(part.left), work(part.right), formula);
    }
  };

  const pair = (
    { op, right: rightPart }: Expression & { kind: 'binary' },
    left: Part,
    right: Part,
    formula: string,
  ): Part => {
    const sum = op === '+' || op === '-';
    const sugar = op === '-' ? 'sub' : op === '/' ? 'div' : null;
    if (typeof right === 'number') {
      const constant = op === '-' ? -right : op === '/' ? power(right, -1) : right;
      if (typeof left === 'number') return sum ? left + constant : left * constant;
      return sum
        ? entry(left.add(constant), 'add', formula, null, constant)
        : entry(left.mul(constant), 'mul', formula, null, constant);
    }
    const opposite: Expression =
      op === '-'
        ? { kind: 'negate', of: rightPart }
        : { kind: 'power', of: rightPart, exponent: -1 };
    const inner = printExpression(opposite);
    if (typeof left === 'number') {
      const other =
        op === '-'
          ? entry(right.neg(), 'mul', inner, sugar, -1)
          : op === '/'
            ? entry(right.pow(-1), 'pow', inner, sugar, -1)
            : right;
      return sum
        ? entry(other.add(left), 'add', formula, sugar, left)
        : entry(other.mul(left), 'mul', formula, sugar, left);
    }
    switch (op) {
      case '+':
        return entry(left.add(right), 'add', formula, null);
      case '*':
        return entry(left.mul(right), 'mul', formula, null);
      case '-': {
        const end = left.sub(right);
        entry(end.b as Value, 'mul', inner, sugar, -1);
        return entry(end, 'add', formula, sugar);
      }
      case '/': {
        const end = left.div(right);
        entry(end.b as Value, 'pow', inner, sugar, -1);
        return entry(end, 'mul', formula, sugar);
      }
    }
  };

  const end = work(expression);
  return { end: typeof end === 'number' ? new Value(end) : end, given, entries };
}

const plain: { [name in 'exp' | 'log' | 'relu']: (x: number) => number } = {
  exp,
  log,
  relu: (x) => (x > 0 ? x : 0),
};
