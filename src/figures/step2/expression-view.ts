/** What the figure “Type an expression” shows: its views, limits and default numbers. No DOM. */
import {
  namesIn,
  parseExpression,
  printExpression,
  type Expression,
} from '../../engine/expression.ts';
import { recordExpression, type Record as Recording } from '../../engine/expression-record.ts';
import type { ExpressionFault } from '../../engine/expression-tokens.ts';
import { topological, type Value } from '../../engine/autograd.ts';

export interface View {
  readonly text: string;
  /** Numbers of the reader's, by name; others have their defaults. */
  readonly values: Readonly<Record<string, number>>;
  /** The chosen node. */
  readonly chosen: string | null;
  /** How many numbers have handed their gradient on; null before anyone walks. */
  readonly walked: number | null;
  readonly form: 'graph' | 'list';
}

/** As long as a figure can hold: characters, letters with a value, numbers in all. */
export const LIMITS = { characters: 40, names: 5, nodes: 24 } as const;

/** With a number that is used twice: the example of Linnainmaa's thesis. */
export const EXAMPLE = '(a + c) * (a - c)';

const START: View = { text: 'a + c', values: {}, chosen: null, walked: null, form: 'graph' };

export const BEATS: readonly View[] = [
  { ...START, chosen: 'v1' },
  { ...START, text: EXAMPLE, chosen: 'v4' },
  { ...START, text: EXAMPLE, chosen: 'v4' },
  { ...START, text: EXAMPLE, chosen: '=a' },
  { ...START, text: EXAMPLE, chosen: '=a', walked: 6 },
];

/** The beat that asks for a guess. */
export const ASKING = 3;

const DEFAULTS: Readonly<Record<string, number>> = { a: 3, b: 0.5, c: 2, x: 1.5, w: 2 };

export const valueIn = (values: View['values'], name: string): number =>
  Object.hasOwn(values, name) ? values[name] : Object.hasOwn(DEFAULTS, name) ? DEFAULTS[name] : 1;

export type Code = ExpressionFault | 'constant' | 'names' | 'nodes';

export interface Problem {
  code: Code;
  /** Where the caret stands, from 0; null where the whole text is meant. */
  at: number | null;
  /** The characters that are meant. */
  text: string;
}

/** A text as an expression that the figure can draw, or why it is none. */
export function readText(
  text: string,
): { expression: Expression; problem: null } | { expression: null; problem: Problem } {
  const parsed = parseExpression(text, LIMITS.characters);
  const refuse = (code: Code, at: number | null, meant: string) => ({
    expression: null,
    problem: { code, at, text: meant },
  });
  if (parsed.problem) {
    const { code, at, text: meant } = parsed.problem;
    return refuse(code, code === 'empty' ? null : at, meant);
  }
  const { expression } = parsed;
  const names = namesIn(expression);
  if (names.length === 0) return refuse('constant', null, text);
  if (names.length > LIMITS.names) {
    const last = names[LIMITS.names];
    return refuse('names', new RegExp(`\\b${last}\\b`).exec(text)?.index ?? null, last);
  }
  const { entries } = recordExpression(expression, () => 1);
  if (entries.length + names.length > LIMITS.nodes) return refuse('nodes', null, text);
  return { expression, problem: null };
}

export const record = (expression: Expression, values: View['values']): Recording =>
  recordExpression(expression, (name) => valueIn(values, name));

/** How often a number goes into others. */
export const usesOf = (order: readonly Value[], value: Value): number =>
  order.reduce((uses, { a, b }) => uses + Number(a === value) + Number(b === value), 0);

/** The given numbers from the one used most; the earlier of two equals first. */
export function mostUsed({ end, given }: Recording): string[] {
  const order = topological(end);
  const uses = new Map([...given].map(([name, value]) => [name, usesOf(order, value)]));
  return [...given.keys()].toSorted((p, q) => (uses.get(q) ?? 0) - (uses.get(p) ?? 0));
}

/** How far a number is moved to see what the result does. */
export const NUDGE = 0.001;

/** How far the result moves when one number grows by `NUDGE`, worked out anew. */
export function movedBy(expression: Expression, values: View['values'], name: string): number {
  const at = (nudged: number) =>
    recordExpression(expression, (one) => valueIn(values, one) + (one === name ? nudged : 0)).end
      .data;
  return at(NUDGE) - at(0);
}

/** The example's own numbers, which the text quotes. */
export function exampleFacts(say: (value: number) => string): Record<string, string> {
  const { expression } = readText(EXAMPLE);
  if (!expression) return {};
  const { end, given, entries } = record(expression, {});
  end.backward();
  const of = (name: string) => given.get(name);
  return {
    'expression.text': printExpression(expression),
    'expression.a': say(of('a')?.data ?? NaN),
    'expression.c': say(of('c')?.data ?? NaN),
    'expression.sum': say(entries[0].value.data),
    'expression.difference': say(entries[2].value.data),
    'expression.result': say(end.data),
    'expression.numbers': String(entries.length + given.size),
    'expression.made': String(entries.length),
    'expression.grad.a': say(of('a')?.grad ?? NaN),
    'expression.grad.c': say(of('c')?.grad ?? NaN),
    'expression.moved': String(Number(movedBy(expression, {}, 'a').toPrecision(7))),
  };
}
