/**
 * How each number is made: the operation and what goes into it, in the order in which
 * the graph of `autograd.ts` has them. No arithmetic is done here.
 */
import type { ActivationName } from '../activations.ts';
import {
  beside,
  cell,
  isMatrix,
  NONE,
  parameter,
  vector,
  type Address,
  type Matrix,
} from './address.ts';
import { normBoxOf, type Layout } from './layout.ts';
import { isRunning, product, running, sumAfter } from './resolve.ts';

/**
 * `leaf` is a parameter, `constant` a zero in the place of something left out; `copy`
 * hands on what it gets. `pow` has its exponent as constant.
 */
export type Op =
  | 'leaf'
  | 'constant'
  | 'copy'
  | 'add'
  | 'mul'
  | 'div'
  | 'pow'
  | 'log'
  | 'exp'
  | Exclude<ActivationName, 'none'>;

export interface Operation {
  readonly op: Op;
  readonly inputs: readonly Address[];
  /**
   * The second operand, where it is a plain number: a factor, a summand, an exponent.
   * `largest` is the largest of a softmax's scores, negative.
   */
  readonly constant: number | 'largest' | null;
}

const of = (
  op: Op,
  inputs: readonly Address[],
  constant: Operation['constant'] = null,
): Operation => ({ op, inputs, constant });

/** How a number is made, given its one address. */
export function operation(layout: Layout, address: Address): Operation {
  const { part, position, layer, head, row, step, term } = address;
  if (isMatrix(part)) return of('leaf', []);
  if (step === 'product') return productOf(layout, { ...address, step: null }, term);
  const terms = layout.terms(address);
  if (step === 'sum')
    return sumOf(layout, { ...address, step: null, term: NONE }, term);
  if (part !== 'score' && terms === 1) return productOf(layout, address, 0);
  if (part !== 'score' && terms > 1) return sumOf(layout, address, terms - 1);
  if (isRunning(part)) {
    const sums = { ...address, row: NONE };
    return of('add', [running(layout, sums, row - 1), layout.summand(sums, row)]);
  }
  if (normBoxOf(part)) return inNorm(layout, address);
  const { vocab } = layout.sizes;
  switch (part) {
    case 'loss':
      if (position >= 0) return of('mul', [beside(address, 'log')], -1);
      return of(
        'mul',
        [running(layout, vector('loss.sum'), layout.n - 1)],
        1 / layout.n,
      );
    case 'log':
      return of('log', [beside(address, 'prob', layout.targets[position])]);
    case 'prob': {
      const exp = beside(address, 'exp', row);
      if (layout.model > 1) return of('mul', [exp, beside(address, 'inverse', row)]);
      return of('div', [exp, running(layout, beside(address, 'sum'), vocab - 1)]);
    }
    case 'weight':
      return of('mul', [beside(address, 'exp', row), beside(address, 'inverse', row)]);
    case 'inverse': {
      const last = (head < 0 ? vocab : position + 1) - 1;
      return of('pow', [running(layout, beside(address, 'sum'), last)], -1);
    }
    case 'exp':
      return of('exp', [beside(address, 'shifted', row)]);
    case 'shifted': {
      const scores = head < 0 ? 'logits' : 'score';
      return of('add', [beside(address, scores, row)], 'largest');
    }
    case 'score': {
      const scale = layout.design.scaled ? 1 / Math.sqrt(layout.headSize) : 1;
      return of('mul', [sumAfter(layout, address, layout.headSize - 1)], scale);
    }
    case 'x':
      return of('copy', [parameter('wte', NONE, layout.tokens[position], row)]);
    case 'embed': {
      const token = parameter('wte', NONE, layout.tokens[position], row);
      const place = layout.design.position
        ? parameter('wpe', NONE, position, row)
        : beside(address, 'zero', row);
      return of('add', [token, place]);
    }
    case 'in1':
    case 'in2': {
      const from = layout.startOf(position, layer, part === 'in1' ? 1 : 2);
      return of('mul', [cell(from, row)], 1);
    }
    case 'middle':
    case 'sum1':
      return around(layout, address, 1);
    case 'out':
    case 'sum2':
      return around(layout, address, 2);
    case 'mlp.a': {
      const { activation } = layout.design;
      return of(activation === 'none' ? 'copy' : activation, [
        beside(address, 'mlp.h', row),
      ]);
    }
    case 'found':
    case 'zero':
      return of('constant', [], 0);
    default:
      throw new RangeError(`${part} is no number`);
  }
}

/** What a half of a layer has made, and what it started from. */
function around(layout: Layout, address: Address, half: 1 | 2): Operation {
  const { position, layer, row } = address;
  const made = beside(address, half === 1 ? 'attn' : 'mlp.out', row);
  return of('add', [made, cell(layout.startOf(position, layer, half), row)]);
}

function inNorm(layout: Layout, address: Address): Operation {
  const { part, position, layer, row } = address;
  const box = normBoxOf(part)!;
  const { embd } = layout.sizes;
  const { norm } = layout.design;
  const before = cell(layout.normed(position, layer, box), row);
  if (norm === 'none') return of('mul', [before], 1);
  const x = norm === 'layer' ? beside(address, `${box}.centred`, row) : before;
  const part0 = (name: 'mean' | 'less' | 'meanSquare' | 'safe' | 'scale') =>
    beside(address, `${box}.${name}`);
  switch (part) {
    case `${box}.mean`: {
      const total = running(layout, beside(address, `${box}.total`), embd - 1);
      return of('mul', [total], 1 / embd);
    }
    case `${box}.less`:
      return of('mul', [part0('mean')], -1);
    case `${box}.centred`:
      return of('add', [before, part0('less')]);
    case `${box}.square`:
      return of('mul', [x, x]);
    case `${box}.meanSquare`: {
      const sum = running(layout, beside(address, `${box}.sum`), embd - 1);
      return of('mul', [sum], 1 / embd);
    }
    case `${box}.safe`:
      return of('add', [part0('meanSquare')], 1e-5);
    case `${box}.scale`:
      return of('pow', [part0('safe')], -0.5);
    default:
      return of('mul', [x, part0('scale')]);
  }
}

function sumOf(layout: Layout, whole: Address, term: number): Operation {
  return of('add', [sumAfter(layout, whole, term - 1), product(layout, whole, term)]);
}

function productOf(layout: Layout, whole: Address, term: number): Operation {
  const { part, position, layer, head, row } = whole;
  if (part === 'score') {
    return of('mul', [
      inHead(layout, 'q', position, layer, head, term),
      inHead(layout, 'k', row, layer, head, term),
    ]);
  }
  if (part === 'found') {
    const weight = beside(whole, 'weight', term);
    return of('mul', [weight, inHead(layout, 'v', term, layer, head, row)]);
  }
  const { matrix, named } = matrixOf(layout, whole);
  return of('mul', [
    parameter(matrix, named, row, term),
    readFrom(layout, whole, term),
  ]);
}

/** A query, key or value of a position, number `j` of a head. */
const inHead = (
  layout: Layout,
  part: 'q' | 'k' | 'v',
  position: number,
  layer: number,
  head: number,
  j: number,
): Address => cell(vector(part, position, layer), head * layout.headSize + j);

/** The matrix that makes a vector, and the layer in its name. */
export function matrixOf(
  layout: Layout,
  { part, layer }: Address,
): { matrix: Matrix; named: number } {
  const named = layer < 0 ? NONE : layout.named(layer);
  switch (part) {
    case 'q':
      return { matrix: 'attn_wq', named };
    case 'k':
      return { matrix: 'attn_wk', named };
    case 'v':
      return { matrix: 'attn_wv', named };
    case 'attn':
      return { matrix: 'attn_wo', named };
    case 'mlp.h':
      return { matrix: 'mlp_fc1', named };
    case 'mlp.out':
      return { matrix: 'mlp_fc2', named };
    default:
      return { matrix: layout.model <= 2 ? 'mlp_fc2' : 'lm_head', named: NONE };
  }
}

/** What a matrix reads to make a vector: number `i` of it. */
export function readFrom(layout: Layout, made: Address, i: number): Address {
  const { part, position, layer } = made;
  switch (part) {
    case 'attn':
      return layout.joined(position, layer, i);
    case 'mlp.out':
      return beside(made, 'mlp.a', i);
    case 'mlp.h':
      if (layer >= 0) return cell(layout.readBy(position, layer, 2), i);
      if (layout.model === 1) return cell(vector('x', position), i);
      return parameter('wte', NONE, layout.tokens[position], i);
    case 'logits':
      if (layout.model <= 2) return cell(vector('mlp.a', position), i);
      return cell(layout.last(position), i);
    default:
      return cell(layout.readBy(position, layer, 1), i);
  }
}
