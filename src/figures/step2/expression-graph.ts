/** A recorded expression as a graph, with what can be said of each of its numbers. No DOM. */
import { MINUS } from '../../charts/index.ts';
import type { Value } from '../../engine/autograd.ts';
import type { Entry, Record as Recording } from '../../engine/expression-record.ts';
import { boxed } from './amounts.ts';
import {
  gradientsAfter,
  valueGraph,
  type ValueGraph,
  type ValueGraphOptions,
} from './value-graph.ts';

const constant = (value: number): string => (value < 0 ? MINUS + String(-value) : String(value));

/** What stands on an operation's box: `+`, `× −1`, `** 2`, `exp`. */
export function signOf({ op, constant: k }: Pick<Entry, 'op' | 'constant'>): string {
  switch (op) {
    case 'add':
      return k === null ? '+' : k < 0 ? `${MINUS} ${-k}` : `+ ${k}`;
    case 'mul':
      return k === null ? '×' : `× ${constant(k)}`;
    case 'pow':
      return `** ${constant(k ?? 1)}`;
    default:
      return op;
  }
}

/** A number of the expression: given, or an entry of the record. */
export interface Named {
  id: string;
  name: string;
  value: Value;
  entry: Entry | null;
}

export interface ExpressionGraph extends ValueGraph {
  named: ReadonlyMap<string, Named>;
}

/** The graph; an entry's id is its name. Local gradients stand on the arrows by default. */
export function expressionGraph(
  { end, given, entries }: Recording,
  walked: number | null,
  { locals = 'all', oneLine }: Pick<ValueGraphOptions, 'locals' | 'oneLine'> = {},
): ExpressionGraph {
  const all: Named[] = [
    ...[...given].map(([name, value]) => ({ id: `=${name}`, name, value, entry: null })),
    ...entries.map((entry) => ({ id: entry.name, name: entry.name, value: entry.value, entry })),
  ];
  const of = new Map(all.map((one) => [one.value, one]));
  const graph = valueGraph(end, {
    format: boxed,
    walked,
    locals,
    roomForGrads: true,
    oneLine,
    look: (value) => {
      const one = of.get(value);
      if (!one) return { label: boxed(value.data) };
      const { id, name, entry } = one;
      return entry ? { id, label: signOf(entry) } : { id, label: name, tone: 'parameter' };
    },
  });
  return { ...graph, named: new Map(all.map((one) => [one.id, one])) };
}

/** Characters of the longest number of a graph, those of the walk to come among them. */
export function longestNumber(order: readonly Value[]): number {
  const grads = gradientsAfter(order, order.length);
  const all = order.flatMap(({ data, a, b, da, db }, place) => [
    data,
    grads[place] ?? 0,
    ...(a ? [da] : []),
    ...(b ? [db] : []),
  ]);
  return Math.max(...all.map((value) => boxed(value).length));
}

/** A local gradient: of which number, and how much. */
export function localsOf(
  { value }: Named,
  graph: ExpressionGraph,
): { name: string; local: number }[] {
  const nameOf = (of: Value): string => graph.named.get(graph.idOf(of))?.name ?? '';
  return [
    ...(value.a ? [{ name: nameOf(value.a), local: value.da }] : []),
    ...(value.b ? [{ name: nameOf(value.b), local: value.db }] : []),
  ];
}
