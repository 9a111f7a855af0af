/** A number and all it was computed from, as nodes and edges of the chart `Graph`. No DOM. */
import type { GraphEdge, GraphNode, Quantity, WaveState } from '../../charts/index.ts';
import { topological, type Value } from '../../engine/autograd.ts';

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
}

export interface ValueGraph {
  /** Each number after its inputs; the end comes last. */
  order: readonly Value[];
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Gradients so far, in the order; NaN where nothing has arrived. */
  grads: readonly number[];
  idOf: (value: Value) => string;
  valueOf: (id: string) => Value | undefined;
}

const placesOf = (order: readonly Value[]): Map<Value, number> =>
  new Map(order.map((value, place) => [value, place]));

/**
 * Gradients in the order once the last `walked` numbers have handed theirs on, as
 * `Value.backward` does it, or `backwardAssigning`, but written nowhere; NaN where nothing has
 * arrived.
 */
export function gradientsAfter(
  order: readonly Value[],
  walked: number,
  assigning = false,
): number[] {
  const places = placesOf(order);
  const grads = order.map(() => NaN);
  const hand = (to: Value | null, amount: number): void => {
    const place = to ? places.get(to) : undefined;
    if (place === undefined) return;
    grads[place] = assigning || Number.isNaN(grads[place]) ? 0 + amount : grads[place] + amount;
  };
  if (order.length > 0) grads[order.length - 1] = 1;
  for (let place = order.length - 1; place >= Math.max(0, order.length - walked); place--) {
    const { a, b, da, db } = order[place];
    hand(a, da * grads[place]);
    hand(b, db * grads[place]);
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
  const order = topological(end);
  const places = placesOf(order);
  const looks = order.map(look);
  const ids = looks.map(({ id }, place) => id ?? `n${place}`);
  const idOf = (value: Value): string => ids[places.get(value) ?? -1] ?? '';
  const grads = walked === null ? order.map(() => NaN) : gradientsAfter(order, walked, assigning);
  const most = Math.max(...grads.map(Math.abs).filter(Number.isFinite), 0);
  const bears = (value: Value): boolean =>
    typeof locals === 'function' ? locals(value) : locals === 'all';

  const nodes = order.map((value, place): GraphNode => {
    const { label, mark, tone, dimmed } = looks[place];
    const g = grads[place];
    return {
      id: ids[place],
      label,
      tone,
      dimmed,
      shape: value.a ? 'box' : 'round',
      state: waveAt(place, order.length, walked),
      ink: most > 0 ? Math.abs(g) / most : 0,
      numbers: [
        { mark, text: format(value.data) },
        ...(withGrads
          ? [
              {
                mark: gradMark,
                text: Number.isNaN(g) ? '' : format(g),
                quantity: 'gradient' as const,
              },
            ]
          : []),
      ],
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
    valueOf: (id) => order[ids.indexOf(id)],
  };
}
