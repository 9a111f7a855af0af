/**
 * The record of a loss as boxes in boxes: the weights, the pairs of the name and the mean; in them
 * rows, neurons, logits and softmax; in those single numbers. No DOM.
 */
import type { Unrolled } from '../../engine/explain/unroll.ts';

export type LayerName = 'wte' | 'mlp_fc1' | 'mlp_fc2' | 'hidden' | 'logits' | 'softmax' | 'mean';

/** What makes one number, or a row of a matrix, or a softmax: numbers by place of the record. */
export interface Part {
  group: number;
  layer: LayerName;
  /** Row of the matrix, or which hidden unit, or whose logit; 0 for others. */
  row: number;
  /** Products, or exponentials, or weights. */
  terms: number[];
  /** The sum so far after each of them; −1 where there is none of its own. */
  sums: number[];
  /** What comes after the last sum. */
  tail: number[];
  /** All of them as they are made, and where the first stands in the group's grid. */
  nodes: number[];
  offset: number;
}

export interface Group {
  kind: 'weights' | 'pair' | 'mean';
  /** Position of the pair; −1 for others. */
  position: number;
  /** Parts from this one on, so many. */
  first: number;
  count: number;
  /** In the grid of the whole, and how many numbers are in them. */
  column: number;
  columns: number;
  nodes: number;
}

export interface Plan {
  groups: Group[];
  parts: Part[];
  /** Rows and columns of the grid: down each column, column after column. */
  rows: number;
  columns: number;
  /** For each number its part, and its cell in the grid, row · columns + column. */
  partOf: Int32Array;
  cellOf: Int32Array;
  /** Matrices and kinds of parts in the order in which they stand. */
  layersOf: (group: number) => { layer: LayerName; first: number; count: number; nodes: number }[];
}

const MATRICES = ['wte', 'mlp_fc1', 'mlp_fc2'] as const;
/** How parts stand in a group. */
const ORDER: readonly LayerName[] = [...MATRICES, 'hidden', 'logits', 'softmax', 'mean'];
/** What comes after the last sum of a softmax. */
const TAIL: readonly string[] = ['inverse', 'prob', 'log', 'loss'];

interface Seat {
  layer: LayerName;
  row: number;
  as: 'term' | 'sum' | 'tail';
  at: number;
}

/** Where a number belongs in its group, by what it is. `terms` is how many products a sum has. */
function seatOf(record: Unrolled, i: number, terms: number): Seat {
  const { part, step, op } = record.kinds[record.kind[i]];
  const { row: rows, term: counts } = record;
  const [row, term] = [rows[i], counts[i]];
  switch (part) {
    case 'wte':
    case 'mlp_fc1':
    case 'mlp_fc2':
      return { layer: part, row, as: 'term', at: term };
    case 'mlp.h':
    case 'logits': {
      const layer = part === 'logits' ? 'logits' : 'hidden';
      if (op === 'mul') return { layer, row, as: 'term', at: Math.max(0, term) };
      return { layer, row, as: 'sum', at: step === 'sum' ? term : terms - 1 };
    }
    case 'mlp.a':
      return { layer: 'hidden', row, as: 'tail', at: 0 };
    case 'shifted':
      return { layer: 'logits', row, as: 'tail', at: 0 };
    case 'exp':
      return { layer: 'softmax', row: 0, as: 'term', at: row };
    case 'sum':
      return { layer: 'softmax', row: 0, as: 'sum', at: row };
    case 'loss.sum':
      return { layer: 'mean', row: 0, as: 'sum', at: row };
    default:
      if (record.position[i] < 0) return { layer: 'mean', row: 0, as: 'tail', at: 0 };
      return { layer: 'softmax', row: 0, as: 'tail', at: TAIL.indexOf(part) };
  }
}

/** @param width C: a hidden unit has C products, a logit 4C */
export function planOf(record: Unrolled, width: number): Plan {
  const size = record.kind.length;
  const pairs = record.position.reduce((most, position) => Math.max(most, position), -1) + 1;
  const groupOf = (i: number, layer: LayerName): number => {
    if (record.position[i] >= 0) return record.position[i] + 1;
    return layer === 'mean' ? pairs + 1 : 0;
  };
  const found = new Map<string, Part>();
  const partOf = new Int32Array(size);
  const own: Part[] = [];
  for (let i = 0; i < size; i++) {
    const { part } = record.kinds[record.kind[i]];
    const seat = seatOf(record, i, part === 'mlp.h' ? width : 4 * width);
    const group = groupOf(i, seat.layer);
    const key = `${group} ${seat.layer} ${seat.row}`;
    let known = found.get(key);
    if (!known) {
      const { layer, row } = seat;
      known = { group, layer, row, terms: [], sums: [], tail: [], nodes: [], offset: 0 };
      found.set(key, known);
      own.push(known);
    }
    const list = seat.as === 'term' ? known.terms : seat.as === 'sum' ? known.sums : known.tail;
    list[seat.at] = i;
  }
  const rank = ({ group, layer, row }: Part): number =>
    (group * ORDER.length + ORDER.indexOf(layer)) * 1e6 + row;
  const parts = own.toSorted((a, b) => rank(a) - rank(b));
  const rows = 2 * width;
  const groups = Array.from({ length: pairs + 2 }, (_, group): Group => {
    const kind = group === 0 ? 'weights' : group <= pairs ? 'pair' : 'mean';
    const position = kind === 'pair' ? group - 1 : -1;
    return { kind, position, first: -1, count: 0, column: 0, columns: 0, nodes: 0 };
  });
  const cellOf = new Int32Array(size);
  let columns = 0;
  parts.forEach((part, p) => {
    part.terms = Array.from(part.terms, (node) => node ?? -1);
    part.sums = Array.from(
      { length: Math.max(part.terms.length, part.sums.length) },
      (_, k) => part.sums[k] ?? -1,
    );
    part.tail = part.tail.filter((node) => node !== undefined);
    part.nodes = [
      ...part.sums.flatMap((sum, k) => [part.terms[k] ?? -1, sum]),
      ...part.tail,
    ].filter((node) => node >= 0);
    const group = groups[part.group];
    if (group.first < 0) {
      group.first = p;
      group.column = columns;
    }
    // Matrices, and all that is computed, begin in a column of their own.
    const before = parts[p - 1];
    const end = group.columns * rows;
    const packed = before?.group === part.group && before.layer === part.layer;
    part.offset = packed ? before.offset + before.nodes.length : end;
    if (part.group > 0 || part.nodes.length > rows)
      part.offset = Math.ceil(part.offset / rows) * rows;
    group.count += 1;
    group.nodes += part.nodes.length;
    group.columns = Math.ceil((part.offset + part.nodes.length) / rows);
    columns = group.column + group.columns;
  });
  parts.forEach((part, p) => {
    part.nodes.forEach((node, k) => {
      const cell = part.offset + k;
      const column = groups[part.group].column + Math.floor(cell / rows);
      partOf[node] = p;
      cellOf[node] = (cell % rows) * columns + column;
    });
  });
  const layersOf = (group: number) => {
    const { first, count } = groups[group];
    const layers: { layer: LayerName; first: number; count: number; nodes: number }[] = [];
    for (let p = first; p < first + count; p++) {
      const last = layers[layers.length - 1];
      if (last?.layer !== parts[p].layer)
        layers.push({ layer: parts[p].layer, first: p, count: 1, nodes: parts[p].nodes.length });
      else {
        last.count += 1;
        last.nodes += parts[p].nodes.length;
      }
    }
    return layers;
  };
  return { groups, parts, rows, columns, partOf, cellOf, layersOf };
}

/** Columns that a part stands in, of the whole grid: from, and the one after the last. */
export function columnsOf({ groups, rows }: Plan, part: Part): [from: number, to: number] {
  const { column } = groups[part.group];
  return [
    column + Math.floor(part.offset / rows),
    column + Math.ceil((part.offset + part.nodes.length) / rows),
  ];
}
