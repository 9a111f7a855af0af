import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topological } from '../../../src/engine/autograd.ts';
import { exp, log } from '../../../src/engine/math.ts';
import { power } from '../../../src/engine/power.ts';
import {
  namesIn,
  parseExpression,
  printExpression,
  type Expression,
} from '../../../src/engine/expression.ts';
import { recordExpression } from '../../../src/engine/expression-record.ts';

/** Any expression, of up to so many levels. */
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('name' as const), name: fc.constantFrom('a', 'b', 'c', 'x_1') }),
    fc.record({
      kind: fc.constant('number' as const),
      value: fc.oneof(fc.nat(20), fc.double({ min: 0, max: 1e25, noNaN: true })),
    }),
    fc.record({ kind: fc.constant('negate' as const), of: tie('expression') }),
    fc.record({
      kind: fc.constant('call' as const),
      name: fc.constantFrom('exp' as const, 'log' as const, 'relu' as const),
      of: tie('expression'),
    }),
    fc.record({
      kind: fc.constant('power' as const),
      of: tie('expression'),
      exponent: fc.constantFrom(2, 3, -1, -2, 0.5, 0, 1.25),
    }),
    fc.record({
      kind: fc.constant('binary' as const),
      op: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
      left: tie('expression'),
      right: tie('expression'),
    }),
  ),
}));

/** The same arithmetic over plain numbers. */
function evaluate(e: Expression, at: Readonly<Record<string, number>>): number {
  switch (e.kind) {
    case 'number':
      return e.value;
    case 'name':
      return at[e.name];
    case 'negate':
      return -evaluate(e.of, at);
    case 'power':
      return power(evaluate(e.of, at), e.exponent);
    case 'call': {
      const x = evaluate(e.of, at);
      return { exp: exp(x), log: log(x), relu: x > 0 ? x : 0 }[e.name];
    }
    case 'binary': {
      const [x, y] = [evaluate(e.left, at), evaluate(e.right, at)];
      return { '+': x + y, '-': x - y, '*': x * y, '/': x * (1 / y) }[e.op];
    }
  }
}

const read = (text: string): Expression => {
  const { expression: found, problem } = parseExpression(text);
  if (problem) throw new Error(`${problem.code} at ${problem.at}`);
  return found;
};
const problemOf = (text: string) => {
  const { problem } = parseExpression(text);
  return problem && [problem.code, problem.at, problem.text];
};
/** Zeros of either sign are one number. */
const plus = (x: number): number => x + 0;

describe('an expression', () => {
  it('is read again as it was written', () => {
    fc.assert(
      fc.property(expression, (e) => {
        expect(read(printExpression(e))).toEqual(e);
      }),
    );
  });
  it('binds as in Python', () => {
    const again = (text: string) => printExpression(read(text));
    expect(again('((a))+(b*c)')).toBe('a + b * c');
    expect(again('a-b-c')).toBe('a - b - c');
    expect(again('a-(b-c)')).toBe('a - (b - c)');
    expect(again('(-a)**2')).toBe('(-a) ** 2');
    expect(again('-a**2')).toBe('-a ** 2');
    expect(read('-a**2').kind).toBe('negate');
    expect(again('a**(-1)/b')).toBe('a ** -1 / b');
  });
  it('may be written with the signs of a book', () => {
    expect(read('a × b − c ÷ a · 2 ^ 3')).toEqual(read('a*b - c/a*2**3'));
  });
  it('lists its names once, in order', () => {
    expect(namesIn(read('(c + a) * (c - b) + exp(a)'))).toEqual(['c', 'a', 'b']);
  });
});

describe('what cannot be read', () => {
  it('is said with its place', () => {
    expect(problemOf('')).toEqual(['empty', 0, '']);
    expect(problemOf('  ')).toEqual(['empty', 0, '']);
    expect(problemOf('a $ b')).toEqual(['symbol', 2, '$']);
    expect(problemOf('a + 😀')).toEqual(['symbol', 4, '😀']);
    expect(problemOf('1.2.3')).toEqual(['number', 0, '1.2']);
    expect(problemOf('1e999')).toEqual(['number', 0, '1e999']);
    expect(problemOf('a + ')).toEqual(['value', 4, '']);
    expect(problemOf('a + * b')).toEqual(['value', 4, '*']);
    expect(problemOf('()')).toEqual(['value', 1, ')']);
    expect(problemOf('2a')).toEqual(['operator', 1, 'a']);
    expect(problemOf('a b')).toEqual(['operator', 2, 'b']);
    expect(problemOf('(a (b))')).toEqual(['function', 1, 'a']);
    expect(problemOf('(a + b')).toEqual(['unclosed', 0, '(']);
    expect(problemOf('a + b)')).toEqual(['unopened', 5, ')']);
    expect(problemOf('sin(a)')).toEqual(['function', 0, 'sin']);
    expect(problemOf('exp a')).toEqual(['argument', 0, 'exp']);
    expect(problemOf('a ** b')).toEqual(['exponent', 5, 'b']);
    expect(problemOf('a ** (2')).toEqual(['exponent', 7, '']);
    expect(problemOf('a ** 2 ** 3')).toEqual(['operator', 7, '**']);
  });
  it('is what is too long', () => {
    expect(parseExpression('a + b', 4).problem).toEqual({
      code: 'long',
      at: 4,
      length: 1,
      text: 'b',
    });
    expect(parseExpression('a + b', 5).problem).toBeNull();
  });
  it('is never more than a problem, whatever is typed', () => {
    const keys = fc.constantFrom(...'abexplogru0159.+-*/^() $\u2212');
    fc.assert(
      fc.property(fc.string({ unit: keys, maxLength: 24 }), (text) => {
        const { expression: found, problem } = parseExpression(text);
        if (problem) expect(problem.at).toBeLessThanOrEqual(text.length);
        else expect(read(printExpression(found))).toEqual(found);
      }),
      { numRuns: 1000 },
    );
  });
});

const amount = fc.double({ min: -4, max: 4, noNaN: true });
const amounts = fc.record({ a: amount, b: amount, c: amount, x_1: amount });

describe('an expression of values', () => {
  it('comes to the same number as plain arithmetic, to the bit', () => {
    fc.assert(
      fc.property(expression, amounts, (e, at) => {
        const { end } = recordExpression(e, (name) => at[name as keyof typeof at]);
        expect(plus(end.data)).toBe(plus(evaluate(e, at)));
      }),
      { numRuns: 500 },
    );
  });

  it('knows how far it moves when one of its numbers moves', () => {
    let compared = 0;
    fc.assert(
      fc.property(expression, amounts, (e, at) => {
        const { end, given } = recordExpression(e, (name) => at[name as keyof typeof at]);
        // 0 · ∞ is no slope: √x at 0, behind a closed gate.
        const slopes = topological(end).flatMap(({ da, db }) => [da, db]);
        if (![end.data, ...slopes].every(Number.isFinite)) return;
        end.backward();
        for (const [name, { grad }] of given) {
          const eps = 1e-5;
          const moved = (by: number) =>
            evaluate(e, { ...at, [name]: at[name as keyof typeof at] + by });
          const [up, down] = [moved(eps), moved(-eps)];
          const slope = (up - down) / (2 * eps);
          // The two sides must agree, or there is a corner or a pole close by.
          const [right, left] = [(up - end.data) / eps, (end.data - down) / eps];
          const scale = Math.max(1, Math.abs(slope));
          const size = Math.max(1, Math.abs(end.data));
          if (!(Math.abs(right - left) < 1e-4 * scale) || size > 1e3) continue;
          expect(Math.abs(grad - slope)).toBeLessThan(1e-4 * scale * size);
          compared++;
        }
      }),
      { numRuns: 500, seed: 7 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('leaves one entry for every number that was computed', () => {
    fc.assert(
      fc.property(expression, amounts, (e, at) => {
        const { end, given, entries } = recordExpression(e, (n) => at[n as keyof typeof at]);
        const made = topological(end).filter((value) => value.a);
        const recorded = new Set(entries.map(({ value }) => value));
        expect(made.every((value) => recorded.has(value))).toBe(true);
        expect(recorded.size).toBe(entries.length);
        expect(namesIn(e)).toEqual([...given.keys()]);
      }),
    );
  });

  it('says the lines of code', () => {
    const lines = (text: string) =>
      recordExpression(read(text), () => 2).entries.map(
        ({ name, code, sugar }) => `${name} = ${code}${sugar ? ` in ${sugar}` : ''}`,
      );
    expect(lines('(a + c) * (a - c)')).toEqual([
      'v1 = a.add(c)',
      'v2 = c.mul(-1) in sub',
      'v3 = a.add(v2) in sub',
      'v4 = v1.mul(v3)',
    ]);
    expect(lines('a / b + 1')).toEqual([
      'v1 = b.pow(-1) in div',
      'v2 = a.mul(v1) in div',
      'v3 = v2.add(1)',
    ]);
    expect(lines('2 * relu(a) ** 3 - 5')).toEqual([
      'v1 = a.relu()',
      'v2 = v1.pow(3)',
      'v3 = v2.mul(2)',
      'v4 = v3.add(-5)',
    ]);
    expect(lines('1 - log(a)')).toEqual([
      'v1 = a.log()',
      'v2 = v1.mul(-1) in sub',
      'v3 = v2.add(1) in sub',
    ]);
    expect(lines('2 + exp(0)')).toEqual([]);
  });
});
