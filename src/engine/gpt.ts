/**
 * Steps 3 to 5: the transformer of the GPTs, small. It reads one token at a time and
 * keeps what later tokens will want to look at.
 *
 * After GPT-2 (A. Radford and others, 2019), with RMSNorm for LayerNorm, ReLU for GELU,
 * no biases, no gains and no norm at the end. Step 3 is the same with one head and one
 * layer.
 *
 * What it is put together from stands in one table, `REFERENCE`. Exchange a line of it,
 * and see what that part was for: `variants.ts` has others.
 */
import { attendInHeads, byRoot } from './attention.ts';
import {
  add,
  linear,
  relu,
  rmsnorm,
  type Matrix,
  type Vector,
} from './layers.ts';

/** The matrices of one layer; C is the width. */
export interface LayerWeights {
  /** What to look for, what is offered, what is handed over, how it is put together. */
  attn_wq: Matrix; // [C, C]
  attn_wk: Matrix; // [C, C]
  attn_wv: Matrix; // [C, C]
  attn_wo: Matrix; // [C, C]
  mlp_fc1: Matrix; // [4C, C]
  mlp_fc2: Matrix; // [C, 4C]
}

export interface GptWeights {
  heads: number;
  /** A row for each token, [V, C]. */
  wte: Matrix;
  /** A row for each position, [block, C]. */
  wpe: Matrix;
  layers: LayerWeights[];
  /** From the width back to the vocabulary, [V, C]. */
  lm_head: Matrix;
}

/** One layer's keys and values of all positions so far, [T, C] each. */
export interface Cache {
  keys: Vector[];
  values: Vector[];
}

/** A cache for every layer, empty: the beginning of a document. */
// #region cache
export function emptyCaches({ layers }: GptWeights): Cache[] {
  return layers.map(() => ({ keys: [], values: [] }));
}
// #endregion cache

/** The parts of a transformer that could be others. */
export interface Parts {
  /** Makes one vector of a token's and its position's. */
  place: (token: Vector, position: Vector) => Vector;
  norm: (x: Vector) => Vector;
  /** One half of a layer, `f`, and the way around it. */
  residual: (f: (x: Vector) => Vector, x: Vector) => Vector;
  activate: (x: Vector) => Vector;
  /** What the scores of a head of so many numbers are multiplied by. */
  scale: (size: number) => number;
  /** Makes one vector again of what the heads of a layer have found. */
  join: (found: Vector[], layer: number) => Vector;
}

// #region parts
export const REFERENCE: Parts = {
  place: add,
  norm: rmsnorm,
  residual: (f, x) => add(f(rmsnorm(x)), x),
  activate: relu,
  scale: byRoot,
  join: (found) => found.flat(),
};
// #endregion parts

/** What may come after `token` at `position`: a logit for every token, [V]. */
// #region gpt
export function gpt(
  weights: GptWeights,
  token: number,
  position: number,
  caches: Cache[],
  parts = REFERENCE,
): Vector {
  const { wte, wpe, layers, heads, lm_head } = weights;
  let x = parts.norm(parts.place(wte[token], wpe[position]));
  layers.forEach((w, l) => {
    x = parts.residual(
      (y) => attention(y, w, heads, caches[l], l, parts),
      x,
    );
    x = parts.residual((y) => feedForward(y, w, parts), x);
  });
  return linear(x, lm_head);
}
// #endregion gpt

/** The first half of layer `l` looks back: [C] to [C]. */
// #region attention
function attention(
  x: Vector,
  w: LayerWeights,
  heads: number,
  { keys, values }: Cache,
  l: number,
  { scale, join }: Parts,
): Vector {
  const q = linear(x, w.attn_wq);
  keys.push(linear(x, w.attn_wk));
  values.push(linear(x, w.attn_wv));
  const found = attendInHeads(q, keys, values, heads, scale);
  return linear(join(found, l), w.attn_wo);
}
// #endregion attention

/** The second half thinks over what was found: [C] to [4C] to [C]. */
// #region mlp
function feedForward(
  x: Vector,
  w: LayerWeights,
  { activate }: Parts,
): Vector {
  return linear(activate(linear(x, w.mlp_fc1)), w.mlp_fc2);
}
// #endregion mlp
