/**
 * Names for every number of a document's way through a network, and for the boxes that
 * numbers come in. A name can travel in a link, and a person can read it:
 *
 *     loss   loss.sum[2]   pos2.loss   pos2.logits[5]   pos2.x0[3]
 *     pos2.layer0.q[3]   pos2.layer0.q[3].product[5]   pos2.layer0.q[3].sum[5]
 *     pos2.layer0.head1.score[0]   pos2.layer0.norm1.scale   pos2.layer0.mlp.h[12]
 *     wte[12][3]   layer0.attn_wq[3][5]
 *
 * Boxes are the same names cut short (`pos2.layer0.q`, `pos2.layer0`, `pos2`, `wte[12]`),
 * and a few that only gather: `norm1`, `mlp`, `softmax`, `parameters`.
 */

/** What applies to no address at hand: no position, no layer, no row. */
export const NONE = -1;

/** A norm's numbers, in the order in which they come to be. */
export const NORM_PARTS = [
  'total', // running sum of what comes in; LayerNorm only, as the next three
  'mean',
  'less', // the mean, negative
  'centred',
  'square',
  'sum', // running sum of the squares
  'meanSquare',
  'safe', // never zero
  'scale',
  'out',
] as const;

/** A softmax over the vocabulary, or over the positions that a head looks at. */
const SOFTMAX_PARTS = ['shifted', 'exp', 'sum', 'inverse'] as const;

export type NormBox = 'norm0' | 'norm1' | 'norm2';
export type NormPart = `${NormBox}.${(typeof NORM_PARTS)[number]}`;
type SoftmaxPart = (typeof SOFTMAX_PARTS)[number];

const MATRICES = [
  'wte',
  'wpe',
  'lm_head',
  'attn_wq',
  'attn_wk',
  'attn_wv',
  'attn_wo',
  'mlp_fc1',
  'mlp_fc2',
] as const;
export type Matrix = (typeof MATRICES)[number];

const BOXES = ['parameters', 'norm0', 'norm1', 'norm2', 'mlp', 'softmax'] as const;
export type Box = (typeof BOXES)[number];

const VECTORS = [
  'loss.sum',
  'x',
  'zero',
  'embed',
  'x0',
  'logits',
  'prob',
  'in1',
  'in2',
  'q',
  'k',
  'v',
  'score',
  'weight',
  'found',
  'attn',
  'sum1',
  'sum2',
  'middle',
  'mlp.h',
  'mlp.a',
  'mlp.out',
  'out',
] as const;

export type Part =
  (typeof VECTORS)[number] | SoftmaxPart | NormPart | Matrix | Box | 'loss' | 'log';

/** Below a number that is a sum of products: one of them, or the sum so far. */
export type Step = 'product' | 'sum';

export interface Address {
  /** Position in the document, from 0. */
  readonly position: number;
  readonly layer: number;
  readonly head: number;
  /** None for a position, a layer, a head as a whole. */
  readonly part: Part | null;
  /** Place in a vector; of a parameter its row. */
  readonly row: number;
  /** Of a parameter. */
  readonly col: number;
  readonly step: Step | null;
  /** Which product, or after which the sum so far is taken. */
  readonly term: number;
}

const NOWHERE: Address = {
  position: NONE,
  layer: NONE,
  head: NONE,
  part: null,
  row: NONE,
  col: NONE,
  step: null,
  term: NONE,
};

export const ROOT: Address = { ...NOWHERE, part: 'loss' };

const NAMES: ReadonlySet<string> = new Set([
  ...VECTORS,
  ...SOFTMAX_PARTS,
  ...MATRICES,
  ...BOXES,
  ...(['norm0', 'norm1', 'norm2'] as const).flatMap((box) =>
    NORM_PARTS.map((part) => `${box}.${part}`),
  ),
  'loss',
  'log',
]);
const NUMBERS: ReadonlySet<Part> = new Set<Part>([
  'loss',
  'log',
  ...(['norm0', 'norm1', 'norm2'] as const).flatMap((box): Part[] => [
    `${box}.mean`,
    `${box}.less`,
    `${box}.meanSquare`,
    `${box}.safe`,
    `${box}.scale`,
  ]),
]);

const isName = (name: string): name is Part => NAMES.has(name);

export const isMatrix = (part: Part | null): part is Matrix =>
  (MATRICES as readonly (Part | null)[]).includes(part);

export const isBox = (part: Part | null): part is Box =>
  (BOXES as readonly (Part | null)[]).includes(part);

/** Is the part one number, and no vector? */
export const isNumber = (part: Part): boolean => NUMBERS.has(part);

/** A name that names nothing, and why. */
export class AddressError extends RangeError {
  readonly id: string;
  /** `unreadable`: no name at all; `unknown`: nothing of this network; `out-of-range`. */
  readonly reason: 'unreadable' | 'unknown' | 'out-of-range';
  /** The part or index that is wrong. */
  readonly detail: string;

  constructor(id: string, reason: AddressError['reason'], detail: string) {
    super(`${id}: ${reason}: ${detail}`);
    this.name = 'AddressError';
    this.id = id;
    this.reason = reason;
    this.detail = detail;
  }
}

const FORM = new RegExp(
  '^(?:pos(\\d+)(?:\\.|$))?(?:layer(\\d+)(?:\\.|$))?(?:head(\\d+)(?:\\.|$))?' +
    '([A-Za-z][\\w.]*)?(?:\\[(\\d+)\\])?(?:\\[(\\d+)\\])?' +
    '(?:\\.(product|sum)\\[(\\d+)\\])?$',
);

/**
 * Reads a name. Whether a network has what it names is another question.
 * @throws AddressError if it is none
 */
export function parse(id: string): Address {
  const found = FORM.exec(id);
  if (!found) throw new AddressError(id, 'unreadable', id);
  const [, position, layer, head, part = null, row, col, step, term] = found as Array<
    string | undefined
  >;
  if (part !== null && !isName(part)) throw new AddressError(id, 'unknown', part);
  const index = (digits?: string) => (digits === undefined ? NONE : Number(digits));
  const address: Address = {
    position: index(position),
    layer: index(layer),
    head: index(head),
    part,
    row: index(row),
    col: index(col),
    step: (step as Step | undefined) ?? null,
    term: index(term),
  };
  if (id === '' || print(address) !== id) throw new AddressError(id, 'unreadable', id);
  return address;
}

/** Writes a name: `parse` reads the same address from it. */
export function print(address: Address): string {
  const { position, layer, head, part, row, col, step, term } = address;
  let id = position < 0 ? '' : `pos${position}`;
  if (layer >= 0) id += `${id && '.'}layer${layer}`;
  if (head >= 0) id += `${id && '.'}head${head}`;
  if (part !== null) id += `${id && '.'}${part}`;
  if (row >= 0) id += `[${row}]`;
  if (col >= 0) id += `[${col}]`;
  if (step !== null) id += `.${step}[${term}]`;
  return id;
}

/** A vector, or a box, of a position. */
export function vector(
  part: Part | null,
  position = NONE,
  layer = NONE,
  head = NONE,
): Address {
  return { ...NOWHERE, part, position, layer, head };
}

/** One number of a vector. */
export const cell = (of: Address, row: number): Address => ({ ...of, row });

/** Another part of the same position, layer and head. */
export const beside = (address: Address, part: Part, row = NONE): Address => ({
  ...address,
  part,
  row,
  col: NONE,
  step: null,
  term: NONE,
});

/** A parameter. */
export const parameter = (matrix: Matrix, layer: number, row: number, col: number) =>
  ({ ...NOWHERE, part: matrix, layer, row, col }) satisfies Address;

export function sameAddress(a: Address, b: Address): boolean {
  return (
    a.position === b.position &&
    a.layer === b.layer &&
    a.head === b.head &&
    a.part === b.part &&
    a.row === b.row &&
    a.col === b.col &&
    a.step === b.step &&
    a.term === b.term
  );
}
