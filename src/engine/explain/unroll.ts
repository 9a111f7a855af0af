/**
 * The whole record of one loss: every `Value` that Step 2 makes of a document and that
 * the loss depends on, in the order in which `topological` has them.
 */
import { topological, type Value } from '../autograd.ts';
import type { FastNetwork } from '../fast/network.ts';
import { Random } from '../random.ts';
import { drawMlp } from '../readable.ts';
import { lossOf } from '../train.ts';
import { ROOT, type Address, type Part, type Step } from './address.ts';
import { askedBy, codeOf, type Code } from './code.ts';
import { Layout } from './layout.ts';
import { operation, type Op } from './operands.ts';
import { countOf } from './tree.ts';

/** What all numbers of one part, made in the same step, have in common. */
export interface NodeKind {
  readonly part: Part;
  readonly step: Step | null;
  readonly op: Op;
  /** The line that made them, and the line of the model that asked for it, if another. */
  readonly code: Code;
  readonly within: Code | null;
}

/** N numbers, each after its inputs; the loss comes last. */
export interface Unrolled {
  readonly kinds: readonly NodeKind[];
  /** [N], a place among the kinds. */
  readonly kind: Uint8Array;
  /** [N], position in the document; −1 for parameters and for the mean. */
  readonly position: Int32Array;
  /** [N], place in the vector, or row of the matrix; −1 for a number that is in none. */
  readonly row: Int32Array;
  /** [N], which product, after which the sum so far is taken, or column; else −1. */
  readonly term: Int32Array;
  /** [N], places of the inputs in this order; −1 for none. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** [N]: the numbers, and their gradients once all of the way back is walked. */
  readonly data: Float64Array;
  readonly grad: Float64Array;
  /** [N]: local gradients. */
  readonly da: Float64Array;
  readonly db: Float64Array;
}

/** How many numbers there are to record. */
export const recordSize = (net: FastNetwork, tokens: ArrayLike<number>): number =>
  countOf(new Layout(net.sizes, tokens), ROOT).reached;

/**
 * Records a document's loss as the readable engine does, at the parameters of `net`, and
 * walks back.
 * @throws RangeError for any model but 2, and for a document without a transition
 */
export function unroll(net: FastNetwork, tokens: ArrayLike<number>): Unrolled {
  if (net.sizes.model !== 2)
    throw new RangeError(`Model ${net.sizes.model} is not unrolled`);
  const layout = new Layout(net.sizes, tokens);
  const readable = drawMlp(net.sizes, new Random(0));
  readable.params.forEach((value, i) => (value.data = net.p[i]));
  const loss = lossOf(readable, Array.from(tokens), layout.n);
  const order = topological(loss);
  loss.backward();
  return tabulate(layout, order);
}

/** Who is who: from the loss on, what goes into a known number is known. */
function tabulate(layout: Layout, order: readonly Value[]): Unrolled {
  const size = order.length;
  const places = new Map(order.map((value, i) => [value, i]));
  const placeOf = (value: Value | null) => (value ? places.get(value)! : -1);
  const numbers = () => new Float64Array(size);
  const indices = () => new Int32Array(size).fill(-1);
  const kinds = new Kinds(layout);
  const unrolled = {
    kinds: kinds.all,
    kind: new Uint8Array(size),
    position: indices(),
    row: indices(),
    term: indices(),
    a: indices(),
    b: indices(),
    data: numbers(),
    grad: numbers(),
    da: numbers(),
    db: numbers(),
  };
  const addresses: (Address | undefined)[] = order.map(() => undefined);
  addresses[size - 1] = ROOT;
  for (let i = size - 1; i >= 0; i--) {
    const value = order[i];
    const address = addresses[i]!;
    const { a, b } = value;
    unrolled.kind[i] = kinds.of(address);
    unrolled.position[i] = address.position;
    unrolled.row[i] = address.row;
    unrolled.term[i] = Math.max(address.col, address.term);
    unrolled.a[i] = placeOf(a);
    unrolled.b[i] = placeOf(b);
    unrolled.data[i] = value.data;
    unrolled.grad[i] = value.grad;
    unrolled.da[i] = value.da;
    unrolled.db[i] = value.db;
    if (!a) continue;
    const { inputs } = operation(layout, address);
    addresses[unrolled.a[i]] = inputs[0];
    if (b) addresses[unrolled.b[i]] = inputs[1];
    // What has been told is not needed again.
    addresses[i] = undefined;
  }
  return unrolled;
}

/**
 * A multiply of a hidden unit to look at: in the middle of the document, and of the units
 * in the middle the one that hands its weight most.
 */
export function exampleOf(unrolled: Unrolled): number {
  const { kinds, kind, position, row, da, grad, a } = unrolled;
  let [last, units] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    last = Math.max(last, position[i]);
    if (kinds[kind[i]].part === 'mlp.h') units = Math.max(units, row[i] + 1);
  }
  const middle = Math.floor((last + 1) / 2);
  let best = -1;
  for (let i = 0; i < a.length; i++) {
    const { part, op } = kinds[kind[i]];
    if (part !== 'mlp.h' || op !== 'mul' || position[i] !== middle) continue;
    if (row[i] < units / 4 || row[i] >= (3 * units) / 4) continue;
    const most = best < 0 ? -1 : Math.abs(da[best] * grad[best]);
    if (Math.abs(da[i] * grad[i]) > most) best = i;
  }
  return best;
}

/**
 * What a number is handed at each position, [n]: the sum over its uses there, in the
 * order of the walk; null where no use has handed on yet.
 * @param walked how many numbers have handed on, from the loss
 */
export function handedAt(
  { position, a, b, da, db, grad }: Unrolled,
  i: number,
  n: number,
  walked = a.length,
): (number | null)[] {
  const handed: (number | null)[] = Array.from({ length: n }, () => null);
  const first = Math.max(0, a.length - walked);
  for (let by = a.length - 1; by >= first; by--) {
    const t = position[by];
    if (t < 0) continue;
    if (a[by] === i) handed[t] = (handed[t] ?? 0) + da[by] * grad[by];
    if (b[by] === i) handed[t] = (handed[t] ?? 0) + db[by] * grad[by];
  }
  return handed;
}

/** Kinds in the order in which they are met. */
class Kinds {
  readonly all: NodeKind[] = [];
  readonly #layout: Layout;
  readonly #known = new Map<string, number>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  of(address: Address): number {
    const { part, step, position } = address;
    const key = `${part} ${step} ${position < 0}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const kind = {
      part: part!,
      step,
      op: operation(this.#layout, address).op,
      code: codeOf(this.#layout, address),
      within: askedBy(this.#layout, address),
    };
    this.#known.set(key, this.all.length);
    return this.all.push(kind) - 1;
  }
}
