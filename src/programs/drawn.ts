/** Parameters before training, as `Value`s. */
import { Value } from '../engine/autograd.ts';
import type { LayerWeights } from '../engine/gpt.ts';
import type { Matrix } from '../engine/layers.ts';
import { matrix } from '../engine/parameters.ts';
import type { Random } from '../engine/random.ts';

/** A matrix of small random numbers, [rows, cols]. */
export function draw(random: Random, rows: number, cols: number): Matrix {
  const w = matrix(random, rows, cols);
  return w.map((row) => row.map((x) => new Value(x)));
}

/** The matrices of one layer; C is the width. */
export function drawLayer(random: Random, C: number): LayerWeights {
  return {
    attn_wq: draw(random, C, C),
    attn_wk: draw(random, C, C),
    attn_wv: draw(random, C, C),
    attn_wo: draw(random, C, C),
    mlp_fc1: draw(random, 4 * C, C),
    mlp_fc2: draw(random, C, 4 * C),
  };
}

/** All numbers of some matrices in one row. */
export const inOneRow = (matrices: Matrix[]): Value[] => matrices.flat(2);
