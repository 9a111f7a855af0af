/** A network opened box by box, for pictures that zoom. */
import { isMatrix, print, sameAddress, vector, type Address } from './address.ts';
import { gradientOf } from './gradients.ts';
import type { Layout } from './layout.ts';
import { operation } from './operands.ts';
import { isReached } from './reached.ts';
import { isRunning, isScalar, product, resolve } from './resolve.ts';
import type { Trace } from './trace.ts';
import {
  childrenOf,
  countOf,
  endsOf,
  kindOf,
  parentOf,
  type BoxKind,
  type Count,
} from './tree.ts';
import { placeOf, valueOf } from './values.ts';

export interface Child extends Count {
  readonly id: string;
  readonly kind: BoxKind;
  /**
   * The smallest and the largest of what the box hands on: its last vector, or its one
   * number; of parameters, all.
   */
  readonly min: number;
  readonly max: number;
  /** The length of the gradient of the same. */
  readonly gradient: number;
}

export interface Level extends Count {
  readonly id: string;
  readonly kind: BoxKind;
  /** The boxes that it is in, from the loss on. */
  readonly path: readonly string[];
  readonly children: readonly Child[];
  /** Which child feeds which. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/**
 * What is in a box.
 * @throws AddressError if the id names nothing of this document's way
 */
export function levels(trace: Trace, id: string): Level {
  const { layout } = trace;
  const box = resolve(layout, id);
  const inside = childrenOf(layout, box);
  const children = inside.map((child) => ({
    id: print(child),
    kind: kindOf(child),
    ...countOf(layout, child),
    ...summary(trace, child),
  }));
  // The box is counted by what is in it, and by itself if it is a number too.
  const own = isScalar(box) ? 1 : 0;
  const live = own > 0 && isReached(layout, box) ? 1 : 0;
  return {
    id: print(box),
    kind: kindOf(box),
    path: pathOf(box),
    size: children.reduce((n, { size }) => n + size, own),
    reached: children.reduce((n, { reached }) => n + reached, live),
    children,
    edges: edgesOf(layout, box, inside),
  };
}

function pathOf(address: Address): string[] {
  const path: string[] = [];
  for (let up = parentOf(address); up !== null; up = parentOf(up))
    path.unshift(print(up));
  return path;
}

/** What a box hands on: the vector, or the number, by which it is summed up. */
function endOf(layout: Layout, box: Address): Address {
  const { position, layer, head, part } = box;
  switch (kindOf(box)) {
    case 'position':
      return vector('loss', position);
    case 'layer':
      return layout.endOf(position, layer, 2);
    case 'head':
      return vector('found', position, layer, head);
    case 'softmax':
      return vector('prob', position);
    case 'mlp':
      return vector(layer < 0 ? 'mlp.a' : 'mlp.out', position, layer);
    case 'norm': {
      const half = part === 'norm1' ? 1 : 2;
      return part === 'norm0'
        ? vector('x0', position)
        : vector(`norm${half}.out`, position, layer);
    }
    default:
      return box;
  }
}

type Summary = Pick<Child, 'min' | 'max' | 'gradient'>;

function summary(trace: Trace, box: Address): Summary {
  const end = endOf(trace.layout, box);
  if (isScalar(end)) {
    const value = valueOf(trace, end);
    return { min: value, max: value, gradient: Math.abs(gradientOf(trace, end)) };
  }
  if (end.part === 'parameters' || isMatrix(end.part)) {
    const [from, to] = span(trace, end);
    return trace.keep(`summary ${print(end)}`, () =>
      summed(trace.p.subarray(from, to), trace.g.subarray(from, to)),
    );
  }
  const all = childrenOf(trace.layout, end);
  return summed(
    Float64Array.from(all, (one) => valueOf(trace, one)),
    Float64Array.from(all, (one) => gradientOf(trace, one)),
  );
}

function summed(values: Float64Array, gradients: Float64Array): Summary {
  let [min, max, squares] = [Infinity, -Infinity, 0];
  for (let i = 0; i < values.length; i++) {
    const [value, gradient] = [values[i], gradients[i]];
    if (value < min) min = value;
    if (value > max) max = value;
    squares += gradient * gradient;
  }
  return { min, max, gradient: Math.sqrt(squares) };
}

/** Where the parameters of a box begin and end among all. */
function span(trace: Trace, box: Address): [number, number] {
  if (!isMatrix(box.part)) return [0, trace.p.length];
  const { shape } = trace.layout.matrix(box.part, box.layer)!;
  const from = placeOf(trace, { ...box, row: Math.max(0, box.row), col: 0 });
  return [from, from + (box.row < 0 ? shape.rows : 1) * shape.cols];
}

function edgesOf(layout: Layout, box: Address, inside: Address[]): Level['edges'] {
  const kind = kindOf(box);
  if (kind === 'loss') return edgesOfPositions(layout);
  // In a position each leads to the next.
  if (kind === 'position')
    return inside.slice(1).map((to, i) => ({ from: print(inside[i]), to: print(to) }));
  // In a vector, only a running sum makes its numbers from each other.
  if (kind === 'vector' && !isRunning(box.part)) return [];
  const found = new Map<string, { from: string; to: string }>();
  for (const child of inside) {
    const to = print(child);
    for (const reader of readersIn(layout, child)) {
      for (const source of operation(layout, reader).inputs) {
        const from = childHolding(box, source);
        if (from === null || sameAddress(from, child)) continue;
        const id = print(from);
        found.set(`${id} ${to}`, { from: id, to });
      }
    }
  }
  return [...found.values()];
}

/** Positions look back at those before them, and the loss gathers all. */
function edgesOfPositions(layout: Layout): Level['edges'] {
  const edges: { from: string; to: string }[] = [];
  for (let t = 0; t < layout.n; t++) {
    edges.push({ from: 'parameters', to: `pos${t}` });
    if (layout.layers > 0)
      for (let s = 0; s < t; s++) edges.push({ from: `pos${s}`, to: `pos${t}` });
    if (layout.n > 1) edges.push({ from: `pos${t}`, to: 'loss.sum' });
  }
  return edges;
}

/** The part of a box that something is in, or is. */
function childHolding(box: Address, source: Address): Address | null {
  for (let at: Address | null = source; at !== null;) {
    const up: Address | null = parentOf(at);
    if (up !== null && sameAddress(up, box)) return at;
    at = up;
  }
  return null;
}

/** Numbers that between them have inputs from all that a box has inputs from. */
function readersIn(layout: Layout, box: Address): Address[] {
  const kind = kindOf(box);
  if (isMatrix(box.part) || kind === 'parameters') return [];
  if (isScalar(box)) return [...stepsRead(layout, box), box];
  const inside = kind === 'vector' ? endsOf(layout, box) : childrenOf(layout, box);
  return inside.flatMap((each) => readersIn(layout, each));
}

/** Steps of a number that have inputs of all kinds: the first of each head, and the last. */
function stepsRead(layout: Layout, whole: Address): Address[] {
  const terms = layout.terms(whole);
  if (terms === 0 || whole.step !== null) return [];
  const apart = whole.part === 'attn' ? layout.headSize : terms;
  const read = [terms - 1];
  for (let term = 0; term < terms; term += apart) read.push(term);
  return read.map((term) => product(layout, whole, term));
}
