/** What the figure “The walk back” shows: small expressions, and what each number is handed. No DOM. */
import { MINUS } from '../../charts/index.ts';
import { topological, type Value } from '../../engine/autograd.ts';
import { parseExpression, printExpression, type Expression } from '../../engine/expression.ts';
import { recordExpression, type Record as Recording } from '../../engine/expression-record.ts';
import { backwardAssigning } from '../../engine/mistakes.ts';
import { signOf } from './expression-graph.ts';
import { valueGraph, type ValueGraph } from './value-graph.ts';

export type ExampleName = 'product' | 'cube' | 'neuron';

interface Example {
  text: string;
  values: Readonly<Record<string, number>>;
  /** The given number that the figure speaks of. */
  about: string;
}

export const EXAMPLES: Readonly<Record<ExampleName, Example>> = {
  product: { text: '(a + c) * (a - c)', values: { a: 3, c: 2 }, about: 'c' },
  cube: { text: 'x * x * x', values: { x: 2 }, about: 'x' },
  neuron: { text: 'relu(w * x + b)', values: { w: 1.5, x: 2, b: -1 }, about: 'w' },
};

export interface View {
  readonly example: ExampleName;
  /** Numbers of the reader's, by name; others have those of the example. */
  readonly values: Readonly<Record<string, number>>;
  /** How many numbers have handed on; null before anyone walks. */
  readonly walked: number | null;
  /** `=` where there should be `+=`. */
  readonly assigning: boolean;
  readonly form: 'graph' | 'list';
}

const START: View = {
  example: 'product',
  values: {},
  walked: null,
  assigning: false,
  form: 'graph',
};

export const BEATS: readonly View[] = [
  START,
  { ...START, walked: 1 },
  { ...START, walked: 6 },
  { ...START, walked: 6, assigning: true },
];

/** The beat that asks for a guess. */
export const ASKING = 2;

const treeOf = ({ example }: Pick<View, 'example'>): Expression => {
  const { expression } = parseExpression(EXAMPLES[example].text);
  if (!expression) throw new Error(`${EXAMPLES[example].text} cannot be read`);
  return expression;
};

export const valueIn = ({ example, values }: View, name: string): number =>
  Object.hasOwn(values, name) ? values[name] : EXAMPLES[example].values[name];

export const recordOf = (view: View): Recording =>
  recordExpression(treeOf(view), (name) => valueIn(view, name));

/** As one writes it: `(a + c) · (a − c)`. */
const written = (text: string): string => text.replaceAll('*', '·').replaceAll('-', MINUS);

export const formulaOf = (view: Pick<View, 'example'>): string =>
  written(printExpression(treeOf(view)));

/** Names longer than this stand as their operation alone. */
const LONGEST = 9;

/** Short names of all numbers, by number. */
export function namesOf({ given, entries }: Recording): Map<Value, string> {
  const names = new Map([...given].map(([name, value]) => [value, name]));
  for (const entry of entries) {
    const name = written(entry.formula);
    names.set(entry.value, name.length > LONGEST ? signOf(entry) : name);
  }
  return names;
}

/** An amount that one number hands to a number that it was made from. */
export interface Handed {
  /** Place of the giver in the order. */
  from: number;
  local: number;
  /** The giver's gradient when it hands on. */
  grad: number;
  amount: number;
  /** False once another amount was written over it. */
  kept: boolean;
}

/** For each place of the order, what it has been handed once `walked` numbers have handed on. */
export function handedTo(order: readonly Value[], walked: number, assigning: boolean): Handed[][] {
  const places = new Map(order.map((value, place) => [value, place]));
  const handed: Handed[][] = order.map(() => []);
  const held = (place: number): number =>
    place === order.length - 1
      ? 1
      : handed[place].reduce((sum, { amount, kept }) => (kept ? sum + amount : sum), 0);
  for (let from = order.length - 1; from >= Math.max(0, order.length - walked); from--) {
    const { a, b, da, db } = order[from];
    const grad = held(from);
    const hand = (to: Value | null, local: number): void => {
      const list = to ? handed[places.get(to) ?? -1] : undefined;
      if (!list) return;
      if (assigning) for (const earlier of list) earlier.kept = false;
      list.push({ from, local, grad, amount: local * grad, kept: true });
    };
    hand(a, da);
    hand(b, db);
  }
  return handed;
}

/** How far a number is nudged up and down, as a share of its size; of 1, if it is smaller. */
const NUDGE = 1e-5;

/** Slopes of the end by trying: each given number up a little, and down. */
export function slopesByNudging(view: View): Map<string, number> {
  const ended = (name: string, by: number): number =>
    recordOf({ ...view, values: { ...view.values, [name]: valueIn(view, name) + by } }).end.data;
  const names = Object.keys(EXAMPLES[view.example].values);
  return new Map(
    names.map((name) => {
      const by = NUDGE * Math.max(1, Math.abs(valueIn(view, name)));
      return [name, (ended(name, by) - ended(name, -by)) / (2 * by)];
    }),
  );
}

/** One given number: what it was handed, what it holds, what it should hold. */
export interface Account {
  name: string;
  data: number;
  handed: readonly Handed[];
  /** 0 while nothing has arrived. */
  holds: number;
  nudged: number;
}

export interface Shown {
  recording: Recording;
  names: Map<Value, string>;
  graph: ValueGraph;
  handed: readonly Handed[][];
  accounts: readonly Account[];
  /** Gradients of the given numbers at the end: with `+=`, and with `=`. */
  right: ReadonlyMap<string, number>;
  wrong: ReadonlyMap<string, number>;
  /** The number that handed on last, as a place of the order. */
  active: number | null;
}

const finals = (view: View, walk: (end: Value) => void): Map<string, number> => {
  const { end, given } = recordOf(view);
  walk(end);
  return new Map([...given].map(([name, { grad }]) => [name, grad]));
};

/** Everything the picture and the words say. */
export function shownOf(view: View, format: (value: number) => string): Shown {
  const recording = recordOf(view);
  const order = topological(recording.end);
  const walked = view.walked === null ? null : Math.min(view.walked, order.length);
  const names = namesOf(recording);
  const given = new Map([...recording.given].map(([name, value]) => [value, name]));
  const made = new Map(recording.entries.map((entry) => [entry.value, entry]));
  const handed = handedTo(order, walked ?? 0, view.assigning);
  const active = walked === null || walked === 0 ? null : order.length - walked;
  const graph = valueGraph(recording.end, {
    format,
    walked,
    assigning: view.assigning,
    locals: 'all',
    roomForGrads: true,
    look: (value) => ({
      id: given.has(value) ? `=${given.get(value)}` : made.get(value)?.name,
      label: names.get(value) ?? '',
      tone: given.has(value) ? 'parameter' : undefined,
    }),
  });
  const nudged = slopesByNudging(view);
  return {
    recording,
    names,
    graph: {
      ...graph,
      edges: amountsOn(graph, handed, active, format),
    },
    handed,
    active,
    accounts: [...recording.given].map(([name, value]) => {
      const place = order.indexOf(value);
      return {
        name,
        data: value.data,
        handed: handed[place],
        holds: graph.grads[place] ?? 0,
        nudged: nudged.get(name) ?? NaN,
      };
    }),
    right: finals(view, (end) => end.backward()),
    wrong: finals(view, backwardAssigning),
  };
}

/** The edges of the number that hands on bear what it hands, not its local gradients. */
function amountsOn(
  graph: ValueGraph,
  handed: readonly Handed[][],
  active: number | null,
  format: (value: number) => string,
): ValueGraph['edges'] {
  if (active === null) return graph.edges;
  const giver = graph.nodes[active].id;
  const taken = new Map<string, number>();
  return graph.edges.map((edge) => {
    if (edge.to !== giver) return edge;
    // A number that goes in twice is handed two amounts, one for each edge.
    const nth = taken.get(edge.from) ?? 0;
    taken.set(edge.from, nth + 1);
    const to = graph.nodes.findIndex(({ id }) => id === edge.from);
    const own = handed[to].filter(({ from }) => from === active)[nth];
    return own ? { ...edge, label: format(own.amount), quantity: 'gradient' as const } : edge;
  });
}
