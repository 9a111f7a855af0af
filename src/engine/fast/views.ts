import { shapesOf, type Sizes } from '../parameters.ts';

/** The matrices of one layer; of models 1 and 2 only `fc1` is not empty. */
export interface LayerViews {
  /** Query, key and value, one above the other, [3C, C]. */
  readonly qkv: Float64Array;
  readonly wo: Float64Array;
  readonly fc1: Float64Array;
  readonly fc2: Float64Array;
}

/** The matrices of a network as windows on one flat array. */
export interface Views {
  readonly wte: Float64Array;
  readonly wpe: Float64Array;
  readonly layers: readonly LayerViews[];
  /** What makes the logits: `lm_head`, or the second matrix of an MLP. */
  readonly head: Float64Array;
}

export function viewsOf(sizes: Sizes, flat: Float64Array): Views {
  const { model, layers, embd } = sizes;
  const windows = new Map<string, Float64Array>();
  let from = 0;
  for (const { name, rows, cols } of shapesOf(sizes)) {
    windows.set(name, flat.subarray(from, from + rows * cols));
    from += rows * cols;
  }
  const none = flat.subarray(0, 0);
  const get = (name: string) => windows.get(name) ?? none;
  if (model <= 2) {
    const layer = { qkv: none, wo: none, fc1: get('mlp_fc1'), fc2: none };
    return { wte: get('wte'), wpe: none, layers: [layer], head: get('mlp_fc2') };
  }
  const layer = (prefix: string): LayerViews => {
    // The three follow each other.
    const start = get(`${prefix}attn_wq`).byteOffset / flat.BYTES_PER_ELEMENT;
    return {
      qkv: new Float64Array(
        flat.buffer,
        start * flat.BYTES_PER_ELEMENT,
        3 * embd * embd,
      ),
      wo: get(`${prefix}attn_wo`),
      fc1: get(`${prefix}mlp_fc1`),
      fc2: get(`${prefix}mlp_fc2`),
    };
  };
  return {
    wte: get('wte'),
    wpe: get('wpe'),
    layers: Array.from({ length: layers }, (_, i) =>
      layer(model === 3 ? '' : `layer${i}.`),
    ),
    head: get('lm_head'),
  };
}
