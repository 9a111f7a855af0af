/** What a number of the map is made from, and where that stands. No DOM, no arithmetic. */
import type { Plan } from './whole-plan.ts';
import { cellAt, type Cell, type Tensor } from './whole-tensor.ts';

/** A rectangle of cells, as drawn. */
export interface Run {
  readonly tensor: string;
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

export type Making =
  | 'parameter' // it was trained
  | 'sum' // of two numbers
  | 'dot' // of a matrix’s row and a vector
  | 'score' // of a query and a key, shrunk
  | 'mix' // of values, by weights
  | 'norm'
  | 'curve' // the activation function
  | 'softmax'
  | 'loss'
  | 'copy';

export interface Made {
  readonly how: Making;
  /** Products, or of a sum or a softmax single numbers: what is first and what it meets. */
  readonly terms: readonly { readonly a: Cell; readonly b: Cell | null }[];
  /** Of a norm or a softmax: which of the terms the number itself comes from. */
  readonly own: number;
  /** What it is made from; of a parameter, what it helps to make. */
  readonly lit: readonly Run[];
}

const run = ({ tensor, row, col }: Cell, rows = 1, cols = 1): Run => ({
  tensor,
  row,
  col,
  rows,
  cols,
});
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const at = (tensor: string, row: number, col: number): Cell => ({ tensor, row, col });

/** A row of a tensor, from its beginning or from a column on. */
const rowOf = ({ id, cols }: Tensor, row: number, from = 0, count = cols): Run =>
  run(at(id, row, from), 1, count);

/** What a part of a layer reads, which matrix makes it, and from which tensor. */
const MADE_BY: Partial<Record<string, readonly [matrix: string, reads: string]>> = {
  q: ['attn_wq', 'norm1.out'],
  k: ['attn_wk', 'norm1.out'],
  v: ['attn_wv', 'norm1.out'],
  'mlp.h': ['mlp_fc1', 'norm2.out'],
  'mlp.out': ['mlp_fc2', 'mlp.a'],
};

/** Which tensors the numbers of a matrix help to make. */
const MAKES: Partial<Record<string, string>> = {
  attn_wq: 'q',
  attn_wk: 'k',
  attn_wv: 'v',
  attn_wo: 'attn',
  mlp_fc1: 'mlp.h',
  mlp_fc2: 'mlp.out',
  lm_head: 'logits',
};

/** How a number of the map comes to be; null if the map has none there. */
export function madeOf(plan: Plan, { tensor: id, row, col }: Cell): Made | null {
  const tensor = plan.byId.get(id);
  if (!tensor) return null;
  const { part, layer, head } = tensor;
  const { sizes } = plan;
  const { embd, heads, layers, tokens, postNorm, usesPlaces } = sizes;
  const within = (name: string, of = head) =>
    `${layer < 0 ? '' : `layer${layer}.`}${of < 0 ? '' : `head${of}.`}${name}`;
  const get = (name: string): Tensor | undefined => plan.byId.get(name);
  const reads = (name: string) =>
    within(postNorm ? name.replace(/^norm(\d)\.out$/, 'in$1') : name, -1);
  const stream = layer <= 0 ? 'x0' : `layer${layer - 1}.out`;
  const size = embd / heads;

  if (tensor.parameters)
    return { how: 'parameter', terms: [], own: -1, lit: madeWith(plan, tensor, row, col) };
  const dots = (
    matrix: string,
    vector: (i: number) => Cell,
    from: readonly Run[],
    count: number,
  ): Made => {
    const weights = get(matrix)!;
    const first = cellAt(weights, col, 0);
    return {
      how: 'dot',
      terms: range(count).map((i) => ({ a: cellAt(weights, col, i), b: vector(i) })),
      own: -1,
      lit: [run(first, weights.turned ? count : 1, weights.turned ? 1 : count), ...from],
    };
  };
  const elementwise = (how: Making, names: readonly string[]): Made => ({
    how,
    terms: names.map((name) => ({ a: at(name, row, col), b: null })),
    own: 0,
    lit: names.map((name) => run(at(name, row, col))),
  });
  const ofRow = (how: 'norm' | 'softmax', name: string, count: number): Made => ({
    how,
    terms: range(count).map((i) => ({ a: at(name, row, i), b: null })),
    own: col,
    lit: [run(at(name, row, 0), 1, count)],
  });

  switch (part) {
    case 'embed': {
      const token = at('wte', tokens[row], col);
      const place = at('wpe', row, col);
      const terms = usesPlaces ? [token, place] : [token];
      return {
        how: 'sum',
        terms: terms.map((a) => ({ a, b: null })),
        own: -1,
        lit: terms.map((one) => run(one)),
      };
    }
    case 'x0':
      return ofRow('norm', 'embed', embd);
    case 'norm1.out':
      return ofRow('norm', stream, embd);
    case 'norm2.out':
      return ofRow('norm', within('middle'), embd);
    case 'in1':
      return elementwise('copy', [stream]);
    case 'in2':
      return elementwise('copy', [within('middle')]);
    case 'q':
    case 'k':
    case 'v':
    case 'mlp.h':
    case 'mlp.out': {
      const [matrix, name] = MADE_BY[part]!;
      const from = get(reads(name))!;
      return dots(within(matrix), (i) => at(from.id, row, i), [rowOf(from, row)], from.cols);
    }
    case 'attn': {
      const found = (i: number) => within('found', Math.floor(i / size));
      return dots(
        within('attn_wo'),
        (i) => at(found(i), row, i % size),
        range(heads).map((h) => rowOf(get(within('found', h))!, row)),
        embd,
      );
    }
    case 'logits': {
      const last = get(`layer${layers - 1}.out`)!;
      return dots('lm_head', (i) => at(last.id, row, i), [rowOf(last, row)], embd);
    }
    case 'score': {
      const [q, k] = [get(within('q', -1))!, get(within('k', -1))!];
      const from = head * size;
      return {
        how: 'score',
        terms: range(size).map((i) => ({ a: at(q.id, row, from + i), b: at(k.id, col, from + i) })),
        own: -1,
        lit: [rowOf(q, row, from, size), rowOf(k, col, from, size)],
      };
    }
    case 'weight':
      return ofRow('softmax', within('score'), row + 1);
    case 'found': {
      const weights = get(within('weight'))!;
      const v = within('v', -1);
      const column = head * size + col;
      return {
        how: 'mix',
        terms: range(row + 1).map((s) => ({ a: at(weights.id, row, s), b: at(v, s, column) })),
        own: -1,
        lit: [rowOf(weights, row, 0, row + 1), run(at(v, 0, column), row + 1, 1)],
      };
    }
    case 'middle':
      return elementwise(
        sizes.residual ? 'sum' : 'copy',
        sizes.residual ? [within('attn'), stream] : [within('attn')],
      );
    case 'out':
      return elementwise(
        sizes.residual ? 'sum' : 'copy',
        sizes.residual ? [within('mlp.out'), within('middle')] : [within('mlp.out')],
      );
    case 'mlp.a':
      return elementwise('curve', [within('mlp.h')]);
    case 'prob':
      return ofRow('softmax', 'logits', sizes.vocab);
    case 'loss': {
      const right = at('prob', row, sizes.targets[row]);
      return { how: 'loss', terms: [{ a: right, b: null }], own: 0, lit: [run(right)] };
    }
    default:
      return null;
  }
}

/** What a parameter helps to make: a column for all positions, or a letter’s own rows. */
function madeWith(plan: Plan, tensor: Tensor, row: number, col: number): Run[] {
  const { positions, tokens, usesPlaces } = plan.sizes;
  if (tensor.part === 'wte')
    return tokens.flatMap((token, t) => (token === row ? [run(at('embed', t, col))] : []));
  if (tensor.part === 'wpe')
    return usesPlaces && row < positions ? [run(at('embed', row, col))] : [];
  const made = `${tensor.layer < 0 ? '' : `layer${tensor.layer}.`}${MAKES[tensor.part]}`;
  return [run(at(made, 0, tensor.turned ? col : row), positions, 1)];
}

/** One position in all that the network makes: its rows, and in keys and values all before it. */
export function rowsLit({ tensors, sizes }: Plan, position: number): Run[] {
  return tensors.flatMap((tensor): Run[] => {
    const { id, part, parameters, cols, triangle } = tensor;
    if (part === 'wte') return [rowOf(tensor, sizes.tokens[position])];
    if (part === 'wpe') return sizes.usesPlaces ? [rowOf(tensor, position)] : [];
    if (parameters) return [];
    if (part === 'k' || part === 'v') return [run(at(id, 0, 0), position + 1, cols)];
    return [rowOf(tensor, position, 0, triangle ? position + 1 : cols)];
  });
}
