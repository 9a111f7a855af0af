/** A number and all it was computed from, as nodes and edges of the chart `Graph`. No DOM. */
import type { GraphEdge, GraphNode, Quantity, WaveState } from '../../charts/index.ts';
import { topological, type Value } from '../../engine/autograd.ts';

/** A line of numbers in a box. */
type Line = NonNullable<GraphNode['numbers']>[number];

/** How one number is drawn. */
export interface Look {
  /** First line of its box: `×`, `a`, `exp`. */
  label: string;
  /** Letter before its data: “=”; none by default. */
  mark?: string;
  /** Colour by meaning; default `activation`. */
  tone?: Quantity;
  /** Stable name of its own; default its place in the order: `n0`, `n1`, … */
  id?: string;
  dimmed?: boolean;
}

export interface ValueGraphOptions {
  /** How the number at a place of the order is drawn. */
  look: (value: Value, place: number) => Look;
  /** Numbers as text, of a width that does not change. */
  format: (value: number) => string;
  /**
   * How many numbers have handed their gradient on, from the end: 0 says that the end has its 1,
   * the length of the order that the walk is over. Null: nobody walks, and no gradient is drawn.
   */
  walked?: number | null;
  /** Numbers keep only what they were handed last, as in `backwardAssigning`. */
  assigning?: boolean;
  /** Whose edges bear their local gradients: of all numbers, of some, or of none (default). */
  locals?: 'all' | 'none' | ((value: Value) => boolean);
  /** Letter before a gradient; default `g`. */
  gradMark?: string;
  /** Keep the gradients' line free while nobody walks, so that no box changes its size. */
  roomForGrads?: boolean;
  /** Where height is short: one line in a box, its data until a gradient has arrived. */
  oneLine?: boolean;
}

export interface ValueGraph {
  /** Each number after its inputs; the end comes last. */
  order: readonly Value[];
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Gradients so far, in the order; null where nothing has arrived. */
  grads: readonly (number | null)[];
  idOf: (value: Value) => string;
  /** Place in the order of the node of that id; −1 if there is none. */
  placeOf: (id: string) => number;
}

/** As wide as a letter, and not seen: what was not asked for yet has no name. */
const UNSEEN = '\u2007';

const placesOf = (order: readonly Value[]): Map<Value, number> =>
  new Map(order.map((value, place) => [value, place]));

/**
 * Gradients in the order once the last `walked` numbers have handed theirs on, as
 * `Value.backward` does it, or `backwardAssigning`, but written nowhere; null where nothing has
 * arrived.
 */
export function gradientsAfter(
  order: readonly Value[],
  walked: number,
  assigning = false,
): (number | null)[] {
  const places = placesOf(order);
  const grads = order.map((): number | null => null);
  const hand = (to: Value | null, amount: number): void => {
    const place = to ? places.get(to) : undefined;
    if (place === undefined) return;
    grads[place] = (assigning ? 0 : (grads[place] ?? 0)) + amount;
  };
  if (order.length > 0) grads[order.length - 1] = 1;
  for (let place = order.length - 1; place >= Math.max(0, order.length - walked); place--) {
    const { a, b, da, db } = order[place];
    const grad = grads[place] ?? 0;
    hand(a, da * grad);
    hand(b, db * grad);
  }
  return grads;
}

/** Where the wave stands at a place: the number that handed on last is `active`. */
function waveAt(place: number, length: number, walked: number | null): WaveState {
  if (walked === null) return 'idle';
  if (walked >= length) return 'done';
  const turn = length - 1 - place;
  if (turn === walked - 1) return 'active';
  return turn < walked ? 'done' : 'idle';
}

/** The graph of a number: a node for each `Value`, an edge from each maker to what it made. */
export function valueGraph(end: Value, options: ValueGraphOptions): ValueGraph {
  const { look, format, walked = null, assigning, locals = 'none', gradMark = 'g' } = options;
  const withGrads = walked !== null || (options.roomForGrads ?? false);
  const shown = (data: Line, grad: Line): Line[] =>
    options.oneLine ? [grad.text ? grad : data] : withGrads ? [data, grad] : [data];
  const order = topological(end);
  const places = placesOf(order);
  const looks = order.map(look);
  const ids = looks.map(({ id }, place) => id ?? `n${place}`);
  const idOf = (value: Value): string => ids[places.get(value) ?? -1] ?? '';
  const grads = walked === null ? order.map(() => null) : gradientsAfter(order, walked, assigning);
  const sizes = grads.map((g) => Math.abs(g ?? 0));
  const most = Math.max(...sizes.filter(Number.isFinite), 0);
  const bears = (value: Value): boolean =>
    typeof locals === 'function' ? locals(value) : locals === 'all';

  const unseen = UNSEEN.repeat(gradMark.length);
  const nodes = order.map((value, place): GraphNode => {
    const { label, mark, tone, dimmed } = looks[place];
    const g = grads[place];
    const state = waveAt(place, order.length, walked);
    return {
      id: ids[place],
      label,
      // The wave is of gradients: its ink is theirs, and the number keeps its own colour.
      tone: state === 'idle' ? tone : 'gradient',
      dimmed,
      shape: value.a ? 'box' : 'round',
      state,
      ink: most > 0 ? sizes[place] / most : 0,
      numbers: shown(
        {
          mark: mark ?? (options.oneLine ? unseen : undefined),
          text: format(value.data),
          quantity: tone ?? 'activation',
        },
        {
          mark: walked === null ? unseen : gradMark,
          text: g === null ? '' : format(g),
          quantity: 'gradient',
        },
      ),
    };
  });
  const edges = order.flatMap((value, place) => {
    const state = waveAt(place, order.length, walked);
    const edge = (from: Value | null, local: number): GraphEdge[] =>
      from
        ? [
            {
              from: idOf(from),
              to: ids[place],
              label: bears(value) ? format(local) : undefined,
              quantity: 'activation',
              state,
            },
          ]
        : [];
    return [...edge(value.a, value.da), ...edge(value.b, value.db)];
  });
  return {
    order,
    nodes,
    edges,
    grads,
    idOf,
    placeOf: (id) => ids.indexOf(id),
  };
}
