import { REFERENCE_DESIGN, type NormName } from '../design.ts';
import type { Sizes } from '../parameters.ts';
import type { Attended } from './heads.ts';

/** What a norm makes of a row for each position, and leaves for the way back. */
export interface Normed {
  /** [T, C] */
  readonly y: Float64Array;
  /** Mean square and scale, [T]. */
  readonly means: Float64Array;
  readonly scales: Float64Array;
  /** What went in less its mean, [T, C]; of LayerNorm only. */
  readonly centred: Float64Array;
}

/** What a layer computes on the way there, a row for each position. */
export interface LayerActivations {
  /** What comes in, [T, C]. */
  readonly x: Float64Array;
  /** Before the first half, or after it if the design says so; `norm2` of the second. */
  readonly norm1: Normed;
  readonly norm2: Normed;
  /** What goes into a norm that comes after its half, [T, C]; else empty. */
  readonly sum1: Float64Array;
  readonly sum2: Float64Array;
  /** [T, 3C] */
  readonly qkv: Float64Array;
  readonly attended: Attended;
  /** What the heads have found, [T, C]. */
  readonly found: Float64Array;
  /** What goes from the first half to the second, [T, C]. */
  readonly middle: Float64Array;
  /** Before and after the gate, [T, 4C]. */
  readonly inner: Float64Array;
  readonly gated: Float64Array;
}

/** Everything a document leaves behind on the way there, with room for so many positions. */
export class Activations {
  readonly room: number;
  readonly tokens: Int32Array;
  readonly targets: Int32Array;
  /** [T, C] */
  readonly embedded: Float64Array;
  /** The norm after the embeddings; its `y` is what the first layer reads. */
  readonly norm0: Normed;
  readonly layers: readonly LayerActivations[];
  /** What the last layer gives, [T, C]. */
  readonly last: Float64Array;
  /** [T, V], and their exponentials. */
  readonly logits: Float64Array;
  readonly e: Float64Array;

  constructor(sizes: Sizes, room: number) {
    const { model, vocab, embd, layers } = sizes;
    this.room = room;
    this.tokens = new Int32Array(room);
    this.targets = new Int32Array(room);
    this.embedded = new Float64Array(room * embd);
    this.last = new Float64Array(room * embd);
    this.logits = new Float64Array(room * vocab);
    this.e = new Float64Array(room * vocab);
    this.layers = Array.from({ length: model <= 2 ? 1 : layers }, () =>
      layerActivations(sizes, room),
    );
    const { norm } = sizes.design ?? REFERENCE_DESIGN;
    this.norm0 = normed(norm, this.layers[0].x, room, embd);
  }
}

function normed(norm: NormName, y: Float64Array, room: number, embd: number): Normed {
  return {
    y,
    means: new Float64Array(room),
    scales: new Float64Array(room),
    centred: new Float64Array(norm === 'layer' ? room * embd : 0),
  };
}

function layerActivations(sizes: Sizes, room: number): LayerActivations {
  const { model, embd, heads, design = REFERENCE_DESIGN } = sizes;
  const floats = (size: number) => new Float64Array(size);
  const squares = model <= 2 ? 0 : heads * room * room;
  const sums = design.postNorm ? room * embd : 0;
  const norm = () => normed(design.norm, floats(room * embd), room, embd);
  return {
    x: floats(room * embd),
    norm1: norm(),
    norm2: norm(),
    sum1: floats(sums),
    sum2: floats(sums),
    qkv: floats(3 * room * embd),
    attended: {
      e: floats(squares),
      weights: floats(squares),
      totals: floats(heads * room),
    },
    found: floats(room * embd),
    middle: floats(room * embd),
    inner: floats(4 * room * embd),
    gated: floats(4 * room * embd),
  };
}
