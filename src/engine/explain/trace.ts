import type { Activations } from '../fast/activations.ts';
import type { FastNetwork } from '../fast/network.ts';
import type { Training } from '../network.ts';
import { Layout } from './layout.ts';

/** Results kept for the next question, at most. */
const KEPT = 256;

/** Where gradients of a layer are told of on the way back; `Transformer` names them. */
export type Told = 'out' | 'inner' | 'middle' | 'found' | 'qkv' | 'x' | 'embedded';

/** What the optimizer knew before a step. */
export interface Before {
  /** Steps taken before. */
  readonly step: number;
  readonly m: Float64Array;
  readonly v: Float64Array;
}

/** Everything of one document at one state of a network. */
export class Trace {
  readonly layout: Layout;
  readonly training: Training;
  /** Nats per transition. */
  readonly loss: number;
  /** All parameters, and their gradients, in the order of the network's shapes. */
  readonly p: Float64Array;
  readonly g: Float64Array;
  /** Gradients that were there before, where they are not set to zero. */
  readonly carried: Float64Array | null;
  readonly activations: Activations;
  /** Of a step of training; null for any other document. */
  readonly before: Before | null;
  readonly #told = new Map<string, Float64Array>();
  readonly #kept = new Map<string, unknown>();

  constructor(net: FastNetwork, tokens: ArrayLike<number>, step: number | null) {
    this.layout = new Layout(net.sizes, tokens);
    this.training = net.training;
    this.p = net.p.slice();
    this.carried = net.training.zeroing === false ? net.g.slice() : null;
    this.before = step === null ? null : { step, m: net.m.slice(), v: net.v.slice() };
    const { n } = this.layout;
    const { embd } = net.sizes;
    const widths = { qkv: 3 * embd, inner: 4 * embd };
    const { loss, activations, gradient } = net.record(tokens, (name, layer, all) => {
      const width = name === 'qkv' || name === 'inner' ? widths[name] : embd;
      this.#told.set(name + layer, all.slice(0, n * width));
    });
    this.loss = loss;
    this.activations = activations;
    this.g = gradient;
  }

  /** Gradients that the way back has told of, [n, width]. */
  told(name: Told, layer: number): Float64Array {
    return this.#told.get(name + layer)!;
  }

  /** Where a position stands in the arrays: by hand a document is laid out backwards. */
  at(position: number): number {
    return this.layout.model === 1 ? this.layout.n - 1 - position : position;
  }

  /** A row of numbers, found once and kept for a while. */
  keep<T>(key: string, make: () => T): T {
    if (this.#kept.has(key)) return this.#kept.get(key) as T;
    const made = make();
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(key, made);
    return made;
  }
}

/**
 * Everything of one document as the network is now. Give `step`, the number of steps
 * taken before, if the network is about to learn from it: parameters can then tell what
 * the optimizer makes of their gradients.
 * @throws RangeError for a document without a transition
 */
export const trace = (
  net: FastNetwork,
  tokens: ArrayLike<number>,
  step: number | null = null,
): Trace => new Trace(net, tokens, step);
