import { REFERENCE_DESIGN, wiringOf, type Design } from '../design.ts';
import { headOrder } from '../fast/orders.ts';
import { contextOf } from '../network.ts';
import { shapesOf, type Shape, type Sizes } from '../parameters.ts';
import {
  beside,
  cell,
  NONE,
  NORM_PARTS,
  parse,
  vector,
  type Address,
  type Matrix,
  type NormBox,
  type NormPart,
  type Part,
} from './address.ts';

type Half = 1 | 2;

/**
 * Which numbers there are when a network of these sizes reads these tokens, and how the
 * vectors follow each other; none of the numbers themselves.
 */
export class Layout {
  readonly sizes: Sizes;
  readonly design: Design;
  readonly shapes: readonly Shape[];
  /** How many transitions are read; what is read, and what comes next, [n]. */
  readonly n: number;
  readonly tokens: readonly number[];
  readonly targets: readonly number[];
  /** Numbers in a head, D. */
  readonly headSize: number;
  /** Parts that exist, in the order in which they come to be. */
  readonly positionParts: readonly Part[];
  readonly layerParts: readonly Part[];
  readonly headParts: readonly Part[];
  /** Whether the loss depends on what enters each layer, and on what the last gives. */
  readonly #entered: readonly boolean[];
  readonly #starts = new Map<string, { start: number; shape: Shape }>();
  readonly #kept = new Map<string, unknown>();
  readonly #wirings: readonly (readonly number[])[];

  /** @throws RangeError for a document without a transition */
  constructor(sizes: Sizes, tokens: ArrayLike<number>) {
    const { model, embd, heads, layers, design = REFERENCE_DESIGN } = sizes;
    this.sizes = sizes;
    this.design = design;
    this.shapes = shapesOf(sizes);
    this.n = contextOf(sizes, tokens);
    if (this.n < 1) throw new RangeError('A document has at least two tokens');
    this.tokens = Array.from(tokens).slice(0, this.n);
    this.targets = Array.from(tokens).slice(1, this.n + 1);
    this.headSize = embd / heads;
    let start = 0;
    for (const shape of this.shapes) {
      this.#starts.set(shape.name, { start, shape });
      start += shape.rows * shape.cols;
    }
    this.#wirings = Array.from({ length: model <= 2 ? 0 : layers }, (_, layer) =>
      wiringOf(design, heads, layer),
    );
    this.positionParts = positionParts(model, design);
    this.layerParts = layerParts(design);
    this.headParts = ['score', 'shifted', 'exp', 'sum', 'inverse', 'weight', 'found'];
    const entered = [true];
    for (let layer = this.layers - 1; layer >= 0; layer--) {
      entered.unshift(entered[0] && (design.residual || this.looksBack(layer)));
    }
    this.#entered = entered;
  }

  get model(): Sizes['model'] {
    return this.sizes.model;
  }

  /** Layers with attention: none in models 1 and 2. */
  get layers(): number {
    return this.#wirings.length;
  }

  /** Does any head of the layer hand on what it finds? */
  looksBack(layer: number): boolean {
    return this.#wirings[layer].some((head) => head >= 0);
  }

  /** Does the loss depend on what enters a layer? The last entry is of the last's end. */
  entered(layer: number): boolean {
    return this.#entered[layer];
  }

  /** Where a head hands on what it finds, −1 for nowhere; and whose a place is. */
  placeOf(layer: number, head: number): number {
    return this.#wirings[layer].indexOf(head);
  }
  headAt(layer: number, place: number): number {
    return this.#wirings[layer][place];
  }

  /** Rows of query, key and value in the order in which the way back comes to them. */
  headRows(layer: number): Int32Array {
    return headOrder(this.sizes.embd, this.#wirings[layer]);
  }

  /** In how many places a layer's joined findings are nobody's, and so zero. */
  mutes(layer: number): number {
    return this.#wirings[layer].filter((head) => head < 0).length;
  }
  hasZeros(layer: number): boolean {
    return this.mutes(layer) > 0;
  }

  /** A count found once. */
  keep<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  /** A matrix by name: where it begins among all parameters, and its shape. */
  matrix(part: Matrix, layer: number): { start: number; shape: Shape } | undefined {
    return this.#starts.get(layer < 0 ? part : `layer${layer}.${part}`);
  }

  /** All matrices, in the order of the parameters. */
  get matrices(): Address[] {
    return this.shapes.map(({ name }) => parse(name));
  }

  /** The layer in a parameter's name: model 3 has one layer and does not name it. */
  named(layer: number): number {
    return this.model === 3 ? NONE : layer;
  }

  /** Numbers in a vector, or rows of a matrix; 1 if it is no vector. */
  extent({ part, position, layer, head }: Address): number {
    const { embd, vocab } = this.sizes;
    if (head >= 0) return part === 'found' ? this.headSize : position + 1;
    switch (part) {
      case 'loss.sum':
        return this.n;
      case 'mlp.h':
      case 'mlp.a':
        return 4 * embd;
      case 'logits':
      case 'shifted':
      case 'exp':
      case 'sum':
      case 'inverse':
      case 'prob':
        return vocab;
      case 'wte':
      case 'wpe':
      case 'lm_head':
      case 'attn_wq':
      case 'attn_wk':
      case 'attn_wv':
      case 'attn_wo':
      case 'mlp_fc1':
      case 'mlp_fc2':
        return this.matrix(part, layer)!.shape.rows;
      default:
        return embd;
    }
  }

  /** How many products a number is the sum of, or is made of; 0 for others. */
  terms({ part, position, head }: Address): number {
    const { embd } = this.sizes;
    if (head >= 0) {
      if (part === 'score') return this.headSize;
      return part === 'found' ? position + 1 : 0;
    }
    switch (part) {
      case 'q':
      case 'k':
      case 'v':
      case 'attn':
      case 'mlp.h':
        return embd;
      case 'mlp.out':
        return 4 * embd;
      case 'logits':
        return this.model <= 2 ? 4 * embd : embd;
      default:
        return 0;
    }
  }

  /** What enters a layer at a position. */
  entering(position: number, layer: number): Address {
    return layer === 0 ? vector('x0', position) : this.endOf(position, layer - 1, 2);
  }

  /** What a half of a layer starts from. */
  startOf(position: number, layer: number, half: Half): Address {
    return half === 1 ? this.entering(position, layer) : this.endOf(position, layer, 1);
  }

  /** What a half reads: what it starts from, normed or, with the norm after, the same. */
  readBy(position: number, layer: number, half: Half): Address {
    const { postNorm } = this.design;
    return vector(postNorm ? `in${half}` : `norm${half}.out`, position, layer);
  }

  /** What a half has made, with what it started from if that is added. */
  sumOf(position: number, layer: number, half: Half): Address {
    const { postNorm, residual } = this.design;
    const made: Part = half === 1 ? 'attn' : 'mlp.out';
    const end: Part = half === 1 ? 'middle' : 'out';
    const part = !residual ? made : postNorm ? (`sum${half}` as const) : end;
    return vector(part, position, layer);
  }

  /** What a half hands on. */
  endOf(position: number, layer: number, half: Half): Address {
    return this.design.postNorm
      ? vector(`norm${half}.out`, position, layer)
      : this.sumOf(position, layer, half);
  }

  /** What the last layer gives, which becomes logits. */
  last(position: number): Address {
    return this.entering(position, this.layers);
  }

  /** What goes into a norm. */
  normed(position: number, layer: number, box: NormBox): Address {
    if (box === 'norm0') return vector('embed', position);
    const half = box === 'norm1' ? 1 : 2;
    return this.design.postNorm
      ? this.sumOf(position, layer, half)
      : this.startOf(position, layer, half);
  }

  /** What a norm makes. */
  normEnd(position: number, layer: number, box: NormBox): Address {
    return box === 'norm0'
      ? vector('x0', position)
      : vector(`${box}.out`, position, layer);
  }

  /** What the heads have found, one after the other, number `i`. */
  joined(position: number, layer: number, i: number): Address {
    const place = Math.floor(i / this.headSize);
    const head = this.headAt(layer, place);
    if (head < 0) return cell(vector('found', position, layer), i);
    return cell(vector('found', position, layer, head), i - place * this.headSize);
  }

  /** What a running sum begins with. */
  summand(of: Address, i: number): Address {
    if (of.part === 'loss.sum') return vector('loss', i);
    if (of.part === 'sum') return beside(of, 'exp', i);
    const box = normBoxOf(of.part)!;
    if (of.part!.endsWith('.sum')) return beside(of, `${box}.square`, i);
    return cell(this.normed(of.position, of.layer, box), i);
  }
}

/** The norm that a part belongs to. */
export function normBoxOf(part: Part | null): NormBox | null {
  if (part === 'x0') return 'norm0';
  const box = part?.slice(0, 5);
  return part !== box && (box === 'norm0' || box === 'norm1' || box === 'norm2')
    ? box
    : null;
}

function normParts(box: NormBox, { norm }: Design): Part[] {
  const end: Part = box === 'norm0' ? 'x0' : `${box}.out`;
  if (norm === 'none') return [end];
  const all = NORM_PARTS.slice(norm === 'rms' ? 4 : 0, -1);
  return [...all.map((part): NormPart => `${box}.${part}`), end];
}

function positionParts(model: Sizes['model'], design: Design): Part[] {
  const end: Part[] = ['prob', 'log', 'loss'];
  if (model >= 3) {
    const zero: Part[] = design.position ? [] : ['zero'];
    const begin: Part[] = [...zero, 'embed', ...normParts('norm0', design)];
    return [...begin, 'logits', 'shifted', 'exp', 'sum', 'inverse', ...end];
  }
  const begin: Part[] = ['mlp.h', 'mlp.a', 'logits', 'shifted', 'exp', 'sum'];
  return model === 1 ? ['x', ...begin, ...end] : [...begin, 'inverse', ...end];
}

function layerParts(design: Design): Part[] {
  const { postNorm, residual } = design;
  const around = (part: Part): Part[] => (residual ? [part] : []);
  const half = (i: Half, made: Part[], end: Part): Part[] =>
    postNorm
      ? [`in${i}`, ...made, ...around(`sum${i}`), ...normParts(`norm${i}`, design)]
      : [...normParts(`norm${i}`, design), ...made, ...around(end)];
  return [
    ...half(1, ['q', 'k', 'v', 'found', 'attn'], 'middle'),
    ...half(2, ['mlp.h', 'mlp.a', 'mlp.out'], 'out'),
  ];
}
