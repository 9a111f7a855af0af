/**
 * Numbers in boxes in boxes: the loss holds positions, a position layers, a layer vectors
 * and heads, a vector numbers, and a number the steps that make it. Boxes are counted,
 * not walked.
 */
import {
  boxOf,
  isRunning,
  isScalar,
  partsAt,
  product,
  sumAfter,
  vectorOf,
} from './resolve.ts';
import {
  beside,
  cell,
  isBox,
  isMatrix,
  NONE,
  parameter,
  ROOT,
  vector,
  type Address,
  type Part,
} from './address.ts';
import type { Layout } from './layout.ts';
import { isReached, reachedRows } from './reached.ts';

export type BoxKind =
  | 'loss'
  | 'parameters'
  | 'matrix'
  | 'row'
  | 'position'
  | 'layer'
  | 'head'
  | 'norm'
  | 'mlp'
  | 'softmax'
  | 'vector'
  | 'number'
  | 'step';

/** How many numbers are in a box, and on how many of them the loss depends. */
export interface Count {
  readonly size: number;
  readonly reached: number;
}

export function kindOf(address: Address): BoxKind {
  const { part, position, layer, head, row, step } = address;
  if (step !== null) return 'step';
  if (part === null) return head >= 0 ? 'head' : layer >= 0 ? 'layer' : 'position';
  if (part === 'loss' && position < 0) return 'loss';
  if (isMatrix(part) && !isScalar(address)) return row < 0 ? 'matrix' : 'row';
  if (part === 'parameters' || part === 'mlp' || part === 'softmax') return part;
  if (isBox(part)) return 'norm';
  return isScalar(address) ? 'number' : 'vector';
}

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** What is directly in a box, in the order in which it comes to be. */
export function childrenOf(layout: Layout, box: Address): Address[] {
  const { part, position, layer, row } = box;
  switch (kindOf(box)) {
    case 'loss':
      return [
        vector('parameters'),
        ...upTo(0, layout.n).map((t) => vector(null, t)),
        ...(layout.n > 1 ? [vector('loss.sum')] : []),
      ];
    case 'parameters':
      return layout.matrices;
    case 'matrix':
      return upTo(0, layout.extent(box)).map((r) => cell(box, r));
    case 'row': {
      if (!isMatrix(part)) return [];
      const { cols } = layout.matrix(part, layer)!.shape;
      return upTo(0, cols).map((col) => parameter(part, layer, row, col));
    }
    case 'position':
      return withInserted(gathered(layout, box), 'logits', () =>
        upTo(0, layout.layers).map((l) => vector(null, position, l)),
      );
    case 'layer':
      return withInserted(
        gathered(layout, box),
        layout.hasZeros(layer) ? 'found' : 'attn',
        () => upTo(0, layout.sizes.heads).map((h) => vector(null, position, layer, h)),
      );
    case 'head':
      return partsAt(layout, box).map((inside) => beside(box, inside));
    case 'norm':
    case 'mlp':
    case 'softmax':
      return partsAt(layout, box)
        .filter((inside) => boxOf(inside) === part)
        .map((inside) => beside(box, inside));
    case 'vector':
      return rowsOf(layout, box).map((r) => cell(box, r));
    case 'number':
      return stepsOf(layout, box);
    case 'step':
      return [];
  }
}

/** The parts of a position or layer, those of one box as that box. */
function gathered(layout: Layout, at: Address): Address[] {
  const boxes = partsAt(layout, at).map((part) => boxOf(part) ?? part);
  return [...new Set<Part>(boxes)].map((part) => beside(at, part));
}

function withInserted(all: Address[], before: Part, more: () => Address[]): Address[] {
  const at = all.findIndex(({ part }) => part === before);
  return [...all.slice(0, at), ...more(), ...all.slice(at)];
}

/** The first and the last number of a vector. */
export function endsOf(layout: Layout, of: Address): Address[] {
  const rows = rowsOf(layout, of);
  return [cell(of, rows[0]), cell(of, rows[rows.length - 1])];
}

/** The rows of a vector that are numbers of their own. */
function rowsOf(layout: Layout, of: Address): number[] {
  const { part, layer, head } = of;
  const all = upTo(isRunning(part) ? 1 : 0, layout.extent(of));
  if (part !== 'found' || head >= 0) return all;
  return all.filter(
    (row) => layout.headAt(layer, Math.floor(row / layout.headSize)) < 0,
  );
}

/** The products that a number is the sum of, and the sums on the way. */
function stepsOf(layout: Layout, whole: Address): Address[] {
  const terms = layout.terms(whole);
  if (terms === 0 || (terms === 1 && whole.part !== 'score')) return [];
  const sums = whole.part === 'score' ? terms : terms - 1;
  return upTo(0, terms).flatMap((i) => {
    const one = product(layout, whole, i);
    return i > 0 && i < sums ? [one, sumAfter(layout, whole, i)] : [one];
  });
}

/** A number with its steps. */
function eachOf(layout: Layout, of: Address): number {
  const terms = layout.terms(of);
  if (terms === 0) return 1;
  return of.part === 'score' ? 2 * terms : 2 * terms - 1;
}

export function countOf(layout: Layout, box: Address): Count {
  const { part } = box;
  switch (kindOf(box)) {
    case 'step':
      return { size: 1, reached: isReached(layout, box) ? 1 : 0 };
    case 'number': {
      const size = isMatrix(part) ? 1 : eachOf(layout, box);
      return { size, reached: isReached(layout, box) ? size : 0 };
    }
    case 'row': {
      const size = columns(layout, box);
      return { size, reached: isReached(layout, { ...box, col: 0 }) ? size : 0 };
    }
    case 'matrix': {
      const each = columns(layout, box);
      const reached = reachedRows(layout, box);
      return { size: layout.extent(box) * each, reached: reached * each };
    }
    case 'vector': {
      const rows = rowsOf(layout, box);
      const each = eachOf(layout, box);
      const live = isReached(layout, cell(box, rows[0]));
      const whole = rows.length === layout.extent(box);
      const reached = whole ? reachedRows(layout, box) : live ? rows.length : 0;
      return { size: rows.length * each, reached: reached * each };
    }
    case 'layer':
      return layerCount(layout, box);
    case 'position': {
      const { position } = box;
      // Positions are alike but for what heads look at.
      const own = layout.keep('count of a position', () =>
        total(
          layout,
          childrenOf(layout, box).filter((each) => each.layer < 0),
        ),
      );
      const layers = upTo(0, layout.layers).map((l) => vector(null, position, l));
      const all = total(layout, layers);
      return { size: own.size + all.size, reached: own.reached + all.reached };
    }
    case 'loss': {
      const { size, reached } = total(layout, childrenOf(layout, box));
      return { size: size + 1, reached: reached + 1 };
    }
    default:
      return total(layout, childrenOf(layout, box));
  }
}

/** Layers are alike at all positions, and heads in a layer, but for the unheard. */
function layerCount(layout: Layout, { position, layer }: Address): Count {
  const box = vector(null, position, layer);
  const { heads } = layout.sizes;
  const own = layout.keep(`count of layer ${layer}`, () =>
    total(
      layout,
      childrenOf(layout, box).filter(({ head }) => head < 0),
    ),
  );
  const { size } = layout.keep(`count of a head at ${position}`, () =>
    total(layout, childrenOf(layout, { ...box, head: 0 })),
  );
  const heard = layout.entered(layer + 1) ? heads - layout.mutes(layer) : 0;
  return { size: own.size + heads * size, reached: own.reached + heard * size };
}

function columns(layout: Layout, { part, layer }: Address): number {
  return isMatrix(part) ? layout.matrix(part, layer)!.shape.cols : 0;
}

function total(layout: Layout, boxes: readonly Address[]): Count {
  let [size, reached] = [0, 0];
  for (const box of boxes) {
    const count = countOf(layout, box);
    size += count.size;
    reached += count.reached;
  }
  return { size, reached };
}

/** The box that directly holds something; null for the loss, which holds all. */
export function parentOf(address: Address): Address | null {
  const { part, position, layer, head, row, col, step } = address;
  if (step !== null) return { ...address, step: null, term: NONE };
  if (isMatrix(part)) {
    if (col >= 0) return { ...address, col: NONE };
    return row >= 0 ? vectorOf(address) : vector('parameters');
  }
  if (row >= 0) return vectorOf(address);
  if (position < 0) return part === 'loss' ? null : ROOT;
  if (part !== null) {
    const box = isBox(part) ? null : boxOf(part, head);
    return vector(box, position, layer, head);
  }
  if (head >= 0) return vector(null, position, layer);
  return layer >= 0 ? vector(null, position) : ROOT;
}
