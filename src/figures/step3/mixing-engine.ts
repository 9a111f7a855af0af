/** What follows the mixture, by the readable engine itself: output matrix, residual, MLP, answer. */
import { Value } from '../../engine/autograd.ts';
import type { Design } from '../../engine/design.ts';
import type { Parts } from '../../engine/gpt.ts';
import { linear, softmax, type Matrix, type Vector } from '../../engine/layers.ts';
import { partsOf } from '../../engine/variants.ts';

/** The matrices after the mixture, and how their results are put together. */
export interface Rest {
  readonly attn_wo: Matrix;
  readonly mlp_fc1: Matrix;
  readonly mlp_fc2: Matrix;
  readonly lm_head: Matrix;
  /** As the network has them, and with the residuals cut. */
  readonly parts: Readonly<Record<'kept' | 'cut', Parts>>;
}

export const TENSORS = ['attn_wo', 'mlp_fc1', 'mlp_fc2', 'lm_head'] as const;

const vector = (x: ArrayLike<number>): Vector => Array.from(x, (xi) => new Value(xi));

/** Rows of `cols` numbers. */
const matrix = (values: Float64Array, cols: number): Matrix =>
  Array.from({ length: values.length / cols }, (_, row) =>
    vector(values.subarray(row * cols, (row + 1) * cols)),
  );

/** @param width C: numbers in the stream's vector, and in a mixture */
export function restOf(
  values: Readonly<Record<(typeof TENSORS)[number], Float64Array>>,
  design: Design,
  width: number,
): Rest {
  return {
    attn_wo: matrix(values.attn_wo, width),
    mlp_fc1: matrix(values.mlp_fc1, width),
    mlp_fc2: matrix(values.mlp_fc2, 4 * width),
    lm_head: matrix(values.lm_head, width),
    parts: {
      kept: partsOf(design, 1),
      cut: partsOf({ ...design, residual: false }, 1),
    },
  };
}

export interface Answer {
  /** The mixture after the output matrix, [C]. */
  readonly attn: readonly number[];
  /** What is expected next, [V]. */
  readonly p: readonly number[];
}

/**
 * The network's answer if attention had found `mixture` at a position whose stream is `x`.
 * @param cut whether what comes into each half is kept from what the half makes of it
 */
export function answerOf(
  { attn_wo, mlp_fc1, mlp_fc2, lm_head, parts }: Rest,
  mixture: readonly number[],
  x: readonly number[],
  cut: boolean,
): Answer {
  const { residual, activate } = parts[cut ? 'cut' : 'kept'];
  const attn = linear(vector(mixture), attn_wo);
  const middle = residual(() => attn, vector(x));
  const out = residual((y) => linear(activate(linear(y, mlp_fc1)), mlp_fc2), middle);
  const numbers = (v: Vector): number[] => v.map(({ data }) => data);
  return { attn: numbers(attn), p: numbers(softmax(linear(out, lm_head))) };
}
