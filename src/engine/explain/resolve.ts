import {
  AddressError,
  beside,
  cell,
  isBox,
  isMatrix,
  isNumber,
  NONE,
  parse,
  print,
  type Address,
  type Part,
} from './address.ts';
import type { Layout } from './layout.ts';

/** Parts whose numbers are sums so far: number 0 is what the sum begins with. */
export const isRunning = (part: Part | null): boolean =>
  part === 'sum' ||
  part === 'loss.sum' ||
  (part !== null && (part.endsWith('.sum') || part.endsWith('.total')));

/** The product `term` of a number that is a sum of products. */
export function product(layout: Layout, of: Address, term: number): Address {
  if (of.part !== 'score' && layout.terms(of) === 1) return of;
  return { ...of, step: 'product', term };
}

/** The sum of the products up to and with `term`. */
export function sumAfter(layout: Layout, of: Address, term: number): Address {
  if (term === 0) return product(layout, of, 0);
  if (of.part !== 'score' && term === layout.terms(of) - 1) return of;
  return { ...of, step: 'sum', term };
}

/** A running sum after number `row`. */
export const running = (layout: Layout, of: Address, row: number): Address =>
  row === 0 ? layout.summand(of, 0) : cell(of, row);

/**
 * The one address of what is named: where two names are of the same number (the sum
 * after the last term is the number itself), the shorter or the more telling.
 * @throws AddressError if the network, reading this document, has nothing of that name
 */
export function resolve(layout: Layout, id: string): Address {
  const named = parse(id);
  if (named.position >= layout.n) outOfRange(id, `pos${named.position}`);
  if (named.layer >= 0 && named.layer >= layout.sizes.layers)
    outOfRange(id, `layer${named.layer}`);
  if (named.head >= 0 && named.head >= layout.sizes.heads)
    outOfRange(id, `head${named.head}`);
  if (!exists(layout, named)) throw new AddressError(id, 'unknown', named.part ?? id);
  checkIndices(layout, named, id);
  const address = withoutAlias(layout, named);
  const { part, row, step, term } = address;
  if (step !== null) {
    const of = { ...address, step: null, term: NONE };
    if (!(term < layout.terms(of))) outOfRange(id, `${step}[${term}]`);
    return step === 'sum' ? sumAfter(layout, of, term) : product(layout, of, term);
  }
  return isRunning(part) && row >= 0
    ? running(layout, vectorOf(address), row)
    : address;
}

function outOfRange(id: string, detail: string): never {
  throw new AddressError(id, 'out-of-range', detail);
}

/** Is there such a part at such a place? */
function exists(layout: Layout, address: Address): boolean {
  const { position, layer, head, part, row } = address;
  if (isMatrix(part) && position < 0 && head < 0)
    return layout.matrix(part, layer) !== undefined;
  if (position < 0)
    return (
      layer < 0 &&
      head < 0 &&
      (part === 'loss' ||
        part === 'parameters' ||
        (part === 'loss.sum' && layout.n > 1))
    );
  if (layer < 0 ? head >= 0 : layout.layers === 0) return false;
  if (part === null) return true;
  if (part === 'found' && layer >= 0 && head < 0)
    return row >= 0 || layout.hasZeros(layer);
  const parts = partsAt(layout, address);
  if (isBox(part)) return parts.some((other) => boxOf(other, head) === part);
  return parts.includes(part) || withoutAlias(layout, address) !== address;
}

/** The parts of a position, a layer or a head that the network has. */
export function partsAt(layout: Layout, { position, layer, head }: Address) {
  if (head >= 0)
    return layout.headParts.filter((part) => part !== 'sum' || position > 0);
  if (layer < 0) return layout.positionParts.filter((part) => !empty(layout, part));
  return layout.layerParts.filter((part) =>
    part === 'found' ? layout.hasZeros(layer) : !empty(layout, part),
  );
}

/** A norm's running sums have nothing in them if the width is 1. */
const empty = (layout: Layout, part: Part): boolean =>
  part.startsWith('norm') && isRunning(part) && layout.sizes.embd === 1;

/** The box in a position or a layer that gathers a part. */
export function boxOf(part: Part, head = NONE) {
  if (head >= 0) return null;
  if (part === 'x0' || part.startsWith('norm0.')) return 'norm0';
  if (part.startsWith('norm1.')) return 'norm1';
  if (part.startsWith('norm2.')) return 'norm2';
  if (part.startsWith('mlp.')) return 'mlp';
  switch (part) {
    case 'shifted':
    case 'exp':
    case 'sum':
    case 'inverse':
    case 'prob':
      return 'softmax';
    default:
      return null;
  }
}

function checkIndices(layout: Layout, address: Address, id: string): void {
  const { part, row, col, step, layer, position, head } = address;
  if (part === null || isBox(part) || isNumber(part)) {
    if (row >= 0 || step !== null) throw new AddressError(id, 'unreadable', id);
    return;
  }
  if (isMatrix(part)) {
    const { rows, cols } = layout.matrix(part, layer)!.shape;
    if (row >= rows) outOfRange(id, `[${row}]`);
    if (col >= cols) outOfRange(id, `[${col}]`);
    if (step !== null) throw new AddressError(id, 'unreadable', id);
    return;
  }
  if (col >= 0) throw new AddressError(id, 'unreadable', id);
  const joined = part === 'found' && head < 0 && position >= 0;
  const rows = joined ? layout.sizes.embd : layout.extent(address);
  if (row >= rows) outOfRange(id, `[${row}]`);
  const of = { ...withoutAlias(layout, address), step: null, term: NONE };
  if (step !== null && layout.terms(of) === 0)
    throw new AddressError(id, 'unknown', step);
}

/** The part that another name is only a second name of. */
function withoutAlias(layout: Layout, address: Address): Address {
  const { part, position, layer, head, row } = address;
  const as = ({ part: other }: Address) =>
    other === part ? address : { ...address, part: other };
  if (head >= 0) return address;
  if (layer < 0) return part === 'norm0.out' ? beside(address, 'x0', row) : address;
  switch (part) {
    case 'middle':
      return as(layout.endOf(position, layer, 1));
    case 'out':
      return as(layout.endOf(position, layer, 2));
    case 'sum1':
      return layout.design.postNorm ? as(layout.sumOf(position, layer, 1)) : address;
    case 'sum2':
      return layout.design.postNorm ? as(layout.sumOf(position, layer, 2)) : address;
    case 'found': {
      if (row < 0 || row >= layout.sizes.embd) return address;
      const found = layout.joined(position, layer, row);
      return found.head < 0
        ? address
        : { ...found, step: address.step, term: address.term };
    }
    default:
      return address;
  }
}

/** The vector that a number is in. */
export const vectorOf = (address: Address): Address => ({
  ...address,
  row: NONE,
  col: NONE,
  step: null,
  term: NONE,
});

/** Is it one number? Boxes, vectors and matrices are not. */
export function isScalar({ part, row, col }: Address): boolean {
  if (part === null || isBox(part)) return false;
  return isMatrix(part) ? col >= 0 : row >= 0 || isNumber(part);
}

/** Is it a number to be explained? @throws AddressError if it is a box of numbers */
export function resolveScalar(layout: Layout, id: string): Address {
  const address = resolve(layout, id);
  if (!isScalar(address)) throw new AddressError(id, 'unknown', print(address));
  return address;
}
