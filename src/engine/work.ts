/**
 * How much a GPT multiplies: the readable network itself, run over numbers that count.
 * They are `Value`s that keep no graph, so that a long text takes no memory. Counted are
 * the products of matrices, of queries with keys, and of attention's weights with
 * values; not those of norms and softmax, nor the scaling of scores.
 */
import { Value } from './autograd.ts';
import { REFERENCE_DESIGN } from './design.ts';
import { emptyCaches, gpt, type Cache, type GptWeights, type Parts } from './gpt.ts';
import type { Matrix } from './layers.ts';
import { shapesOf, type Sizes } from './parameters.ts';
import { gptWeights } from './readable.ts';
import { partsOf } from './variants.ts';

/** Where a GPT multiplies, in the order in which it does; matrices have their names. */
export const PRODUCTS = [
  'attn_wq',
  'attn_wk',
  'attn_wv',
  'scores',
  'mixing',
  'attn_wo',
  'mlp_fc1',
  'mlp_fc2',
  'lm_head',
] as const;

export type ProductName = (typeof PRODUCTS)[number];

const SCORES = PRODUCTS.indexOf('scores');
const MIXING = PRODUCTS.indexOf('mixing');

/** Multiplications so far, and whether the network is inside attention just now. */
class Tally {
  /** In the order of `PRODUCTS`. */
  readonly counts = PRODUCTS.map(() => 0);
  attending = false;
}

/** A number whose products are counted, by what it is: the first factor decides. */
class Counted extends Value {
  readonly tally: Tally;
  /** Of a parameter, or of a weight of attention: which of `PRODUCTS`; else −1. */
  readonly product: number;

  constructor(data: number, tally: Tally, product = -1) {
    super(data);
    this.tally = tally;
    this.product = product;
  }

  override add(other: Value | number): Counted {
    return new Counted(this.data + numberOf(other), this.tally);
  }

  override mul(other: Value | number): Counted {
    if (typeof other !== 'number') this.#count();
    return new Counted(this.data * numberOf(other), this.tally);
  }

  #count(): void {
    const { counts, attending } = this.tally;
    if (this.product >= 0) counts[this.product] += 1;
    // Attention multiplies by no matrix: what is no weight there is part of a query.
    else if (attending) counts[SCORES] += 1;
  }

  override exp(): Counted {
    return new Counted(super.exp().data, this.tally);
  }

  /** Only softmax divides: what comes of it are weights. */
  override div(other: Value): Counted {
    const product = this.data * other.pow(-1).data;
    return new Counted(product, this.tally, MIXING);
  }
}

const numberOf = (x: Value | number): number => (typeof x === 'number' ? x : x.data);

/** A GPT that counts as it reads; models 3 to 5. */
export class CountingGpt {
  readonly #tally = new Tally();
  readonly #weights: GptWeights;
  readonly #parts: Parts;

  /** @param p all parameters, in the order of `shapesOf` */
  constructor(sizes: Sizes, p: Float64Array) {
    this.#weights = gptWeights(sizes, countedMatrices(sizes, p, this.#tally));
    const parts = partsOf(sizes.design ?? REFERENCE_DESIGN, sizes.heads);
    this.#parts = watched(parts, this.#tally);
  }

  /** Begins a document: nothing is kept yet. */
  start(): Cache[] {
    return emptyCaches(this.#weights);
  }

  /**
   * Reads one token more: its logits, [V]; none, and no products of `lm_head`, if they
   * are not `asked` for.
   */
  read(token: number, caches: Cache[], asked = true): number[] {
    const weights = asked ? this.#weights : { ...this.#weights, lm_head: [] };
    const position = caches[0].keys.length;
    return gpt(weights, token, position, caches, this.#parts).map((v) => v.data);
  }

  /** Multiplications since this was last asked, layers together. */
  counted(): Record<ProductName, number> {
    const { counts } = this.#tally;
    const each = PRODUCTS.map((name, i) => [name, counts[i]]);
    counts.fill(0);
    return Object.fromEntries(each) as Record<ProductName, number>;
  }
}

/** Rows of keys, each with its row of values, in the caches of all layers. */
export const rowsIn = (caches: readonly Cache[]): number =>
  caches.reduce((rows, { keys }) => rows + keys.length, 0);

/** Numbers in them. */
export const numbersIn = (caches: readonly Cache[]): number =>
  caches
    .flatMap(({ keys, values }) => [...keys, ...values])
    .reduce((numbers, row) => numbers + row.length, 0);

/** The matrices by name, of parameters that know theirs, whatever their layer. */
function countedMatrices(
  sizes: Sizes,
  p: Float64Array,
  tally: Tally,
): Map<string, Matrix> {
  let at = 0;
  return new Map(
    shapesOf(sizes).map(({ name, rows, cols }) => {
      const plain = name.replace(/^layer\d+\./, '');
      const product = PRODUCTS.findIndex((known) => known === plain);
      const row = () =>
        Array.from({ length: cols }, () => new Counted(p[at++], tally, product));
      return [name, Array.from({ length: rows }, row)];
    }),
  );
}

/** The same parts; those at both ends of attention tell that it begins and ends. */
function watched({ scale, join, ...others }: Parts, tally: Tally): Parts {
  return {
    ...others,
    scale(size) {
      tally.attending = true;
      return scale(size);
    },
    join(found, layer) {
      tally.attending = false;
      return join(found, layer);
    },
  };
}
