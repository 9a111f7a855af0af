import type { Sizes } from '../parameters.ts';
import type { Attended } from './heads.ts';

/** What a layer computes on the way there, a row for each position. */
export interface LayerActivations {
  /** What comes in, [T, C], and the same normed. */
  readonly x: Float64Array;
  readonly normed: Float64Array;
  readonly means: Float64Array;
  readonly scales: Float64Array;
  /** [T, 3C] */
  readonly qkv: Float64Array;
  readonly attended: Attended;
  /** What attention has found, and the sum of that and of what came in. */
  readonly found: Float64Array;
  readonly middle: Float64Array;
  readonly normed2: Float64Array;
  readonly means2: Float64Array;
  readonly scales2: Float64Array;
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
  readonly means: Float64Array;
  readonly scales: Float64Array;
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
    this.means = new Float64Array(room);
    this.scales = new Float64Array(room);
    this.last = new Float64Array(room * embd);
    this.logits = new Float64Array(room * vocab);
    this.e = new Float64Array(room * vocab);
    this.layers = Array.from({ length: model <= 2 ? 1 : layers }, () =>
      layerActivations(sizes, room),
    );
  }
}

function layerActivations(
  { model, embd, heads }: Sizes,
  room: number,
): LayerActivations {
  const floats = (size: number) => new Float64Array(size);
  const squares = model <= 2 ? 0 : heads * room * room;
  return {
    x: floats(room * embd),
    normed: floats(room * embd),
    means: floats(room),
    scales: floats(room),
    qkv: floats(3 * room * embd),
    attended: {
      e: floats(squares),
      weights: floats(squares),
      totals: floats(heads * room),
    },
    found: floats(room * embd),
    middle: floats(room * embd),
    normed2: floats(room * embd),
    means2: floats(room),
    scales2: floats(room),
    inner: floats(4 * room * embd),
    gated: floats(4 * room * embd),
  };
}
