import type { Sizes } from '../parameters.ts';

/** Gradients of a document's activations: one set, used by layer after layer. */
export class Gradients {
  /** [T, V] */
  readonly logits: Float64Array;
  /** Of the target's logit, [T]. */
  readonly kept: Float64Array;
  /** What runs along the residual, [T, C]. */
  readonly x: Float64Array;
  readonly normed: Float64Array;
  /** A row of numbers for a norm's way back, [T, C]. */
  readonly scratch: Float64Array;
  readonly found: Float64Array;
  /** [T, 3C] */
  readonly qkv: Float64Array;
  /** [T, 4C] */
  readonly hidden: Float64Array;
  /** [V]: which tokens the way back has passed. */
  readonly seen: Uint8Array;
  /** A row of attention, [T]. */
  readonly scores: Float64Array;

  constructor({ vocab, embd }: Sizes, room: number) {
    this.logits = new Float64Array(room * vocab);
    this.kept = new Float64Array(room);
    this.x = new Float64Array(room * embd);
    this.normed = new Float64Array(room * embd);
    this.scratch = new Float64Array(room * embd);
    this.found = new Float64Array(room * embd);
    this.qkv = new Float64Array(3 * room * embd);
    this.hidden = new Float64Array(4 * room * embd);
    this.seen = new Uint8Array(vocab);
    this.scores = new Float64Array(room);
  }
}
