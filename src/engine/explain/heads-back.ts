import { NONE, print, vector } from './address.ts';
import type { Trace } from './trace.ts';

/** What comes back to a head at one position. */
export interface HeadBack {
  /** To the weight of each position that it looks at, [position + 1]. */
  readonly weights: Float64Array;
  /** To the sum of their exponentials. */
  readonly total: number;
}

/** Back through a head as far as its softmax, in the graph's order. */
export function headBack(
  trace: Trace,
  position: number,
  layer: number,
  head: number,
): HeadBack {
  const { layout, activations } = trace;
  return trace.keep(`back ${print(vector(null, position, layer, head))}`, () => {
    const { embd, block } = layout.sizes;
    const { headSize } = layout;
    const weights = new Float64Array(position + 1);
    const place = layout.placeOf(layer, head);
    if (place === NONE) return { weights, total: 0 };
    const { qkv, attended } = activations.layers[layer];
    const found = trace.told('found', layer);
    const from = position * embd + place * headSize;
    const row = (head * block + position) * block;
    const sum = attended.totals[head * block + position];
    const slope = -(1 / (sum * sum));
    let total = 0;
    for (let s = position; s >= 0; s--) {
      const value = (3 * s + 2) * embd + head * headSize;
      let weight = 0;
      for (let j = headSize - 1; j >= 0; j--)
        weight += qkv[value + j] * found[from + j];
      weights[s] = weight;
      total += slope * (attended.e[row + s] * weight);
    }
    return { weights, total };
  });
}
