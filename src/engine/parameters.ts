/**
 * The parameters of a network: which matrices it has, in which order, and what is in
 * them before training. Both engines start here.
 */
import type { Design } from './design.ts';
import type { Random } from './random.ts';

/** What a network is: which of the programs 1 to 5, and how large. */
export interface Sizes {
  readonly model: 1 | 2 | 3 | 4 | 5;
  /** Number of tokens, V. */
  readonly vocab: number;
  /** Width: how many numbers stand for a token, C. */
  readonly embd: number;
  /** How many heads share the width. */
  readonly heads: number;
  readonly layers: number;
  /** The longest context, in tokens; models 1 and 2 see one token only. */
  readonly block: number;
  /** What is otherwise than in the reference; left out: nothing. */
  readonly design?: Design;
}

/** One matrix by name: [rows, cols], which is [outputs, inputs]. */
export interface Shape {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
}

/** A layer of attention and MLP, its matrices in order; `prefix` tells it from others. */
function layerShapes(embd: number, prefix: string): Shape[] {
  return [
    { name: `${prefix}attn_wq`, rows: embd, cols: embd },
    { name: `${prefix}attn_wk`, rows: embd, cols: embd },
    { name: `${prefix}attn_wv`, rows: embd, cols: embd },
    { name: `${prefix}attn_wo`, rows: embd, cols: embd },
    { name: `${prefix}mlp_fc1`, rows: 4 * embd, cols: embd },
    { name: `${prefix}mlp_fc2`, rows: embd, cols: 4 * embd },
  ];
}

/** All matrices of a network, in the order in which the reference draws them. */
export function shapesOf({
  model,
  vocab,
  embd,
  layers,
  block,
}: Sizes): Shape[] {
  const wte = { name: 'wte', rows: vocab, cols: embd };
  const wpe = { name: 'wpe', rows: block, cols: embd };
  const head = { name: 'lm_head', rows: vocab, cols: embd };
  if (model <= 2) {
    return [
      wte,
      { name: 'mlp_fc1', rows: 4 * embd, cols: embd },
      { name: 'mlp_fc2', rows: vocab, cols: 4 * embd },
    ];
  }
  if (model === 3)
    return [wte, wpe, ...layerShapes(embd, ''), head];
  const all = [wte, wpe, head];
  for (let layer = 0; layer < layers; layer++) {
    all.push(...layerShapes(embd, `layer${layer}.`));
  }
  return all;
}

/** How many numbers the matrices hold together. */
export const countParameters = (
  shapes: readonly Shape[],
): number =>
  shapes.reduce((n, { rows, cols }) => n + rows * cols, 0);

/** A matrix of small random numbers, drawn row by row. */
// #region matrix
export function matrix(
  random: Random,
  rows: number,
  cols: number,
) {
  const w: number[][] = [];
  for (let row = 0; row < rows; row++) {
    w[row] = [];
    for (let col = 0; col < cols; col++) {
      w[row][col] = random.gauss(0, 0.08);
    }
  }
  return w;
}
// #endregion matrix

/** All parameters before training, by the name of their matrix. */
export function initialWeights(
  shapes: readonly Shape[],
  random: Random,
): Map<string, number[][]> {
  return new Map(
    shapes.map(({ name, rows, cols }) => [
      name,
      matrix(random, rows, cols),
    ]),
  );
}
