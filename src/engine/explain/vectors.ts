/** Whole vectors of a document's way, a row for each position, for pictures of all of it. */
import {
  AddressError,
  cell,
  isBox,
  isNumber,
  NONE,
  parse,
  print,
  vector,
  type Address,
  type Part,
} from './address.ts';
import type { Layout } from './layout.ts';
import { isRunning, partsAt, resolve, running } from './resolve.ts';
import type { Trace } from './trace.ts';
import { valueOf } from './values.ts';

/** A vector at every position, [n, size]. */
export interface Rows {
  readonly size: number;
  readonly values: Float64Array;
}

/**
 * All vectors there are, by the names of their numbers less position and row: `x0`,
 * `layer0.q`, `layer0.head1.score`, `logits`. What a layer's heads have found is there
 * as a whole too, and what each half hands on always is `middle` and `out`.
 */
export function vectorNames(layout: Layout): string[] {
  const names = new Set<string>();
  const name = (part: Part, layer = NONE, head = NONE) =>
    names.add(print(vector(part, NONE, layer, head)));
  const partsOf = (layer = NONE, head = NONE) =>
    partsAt(layout, vector(null, layout.n - 1, layer, head));
  for (const part of partsOf()) name(part);
  for (let layer = 0; layer < layout.layers; layer++) {
    for (const part of partsOf(layer)) name(part, layer);
    for (const part of ['found', 'middle', 'out'] as const) name(part, layer);
    for (let head = 0; head < layout.sizes.heads; head++)
      for (const part of partsOf(layer, head)) name(part, layer, head);
  }
  return [...names];
}

/**
 * A vector by its name, at all positions. One that is over the positions that a head
 * looks at has n numbers everywhere, 0 where the head cannot look; a single number is a
 * vector of 1.
 * @throws AddressError if the network has no vector of that name
 */
export function rowsOf(trace: Trace, name: string): Rows {
  const { layout } = trace;
  const { n } = layout;
  const at = vectorNamed(layout, name);
  const size = countOf(layout, at(n - 1));
  const values = new Float64Array(n * size);
  for (let t = 0; t < n; t++) {
    const of = at(t);
    const count = countOf(layout, of);
    for (let i = 0; i < count; i++)
      values[t * size + i] = valueOf(trace, numberOf(layout, of, i));
  }
  return { size, values };
}

/** Which vector a name is of, at a position. */
function vectorNamed(layout: Layout, name: string): (position: number) => Address {
  const id = `pos${layout.n - 1}.${name}`;
  const { part, layer, head, row, step } = parse(id);
  if (part === null || isBox(part)) throw new AddressError(id, 'unknown', name);
  if (row >= 0 || step !== null) throw new AddressError(id, 'unreadable', name);
  if (isJoined(part, head)) {
    resolve(layout, `${id}[0]`);
    return (position) => vector('found', position, layer);
  }
  const last = resolve(layout, id);
  return (position) => ({ ...last, position });
}

/** Is it what all heads of a layer have found, in the order in which they hand it on? */
const isJoined = (part: Part | null, head: number): boolean =>
  part === 'found' && head < 0;

function countOf(layout: Layout, of: Address): number {
  return isNumber(of.part!) ? 1 : layout.extent(of);
}

function numberOf(layout: Layout, of: Address, i: number): Address {
  const { part, position, layer, head } = of;
  if (isNumber(part!)) return of;
  if (isJoined(part, head)) return layout.joined(position, layer, i);
  return isRunning(part) ? running(layout, of, i) : cell(of, i);
}
