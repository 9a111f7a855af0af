import type { FastNetwork } from './fast/network.ts';
import type { Training } from './network.ts';

/** Steps from one keyframe to the next, as long as there is room for all. */
const APART = 16;

/** Whether gradients go on from step to step, so that a later step depends on them. */
const keepsGradient = ({ zeroing }: Training): boolean => zeroing === false;

/** The arrays of a network that its next step depends on, the parameters first. */
function stateOf({ p, g, m, v, training }: FastNetwork): Float64Array[] {
  const { kind } = training.optimizer;
  const arrays = [p];
  if (kind === 'momentum' || kind === 'adam') arrays.push(m);
  if (kind === 'rmsprop' || kind === 'adam') arrays.push(v);
  if (keepsGradient(training)) arrays.push(g);
  return arrays;
}

/** Brings one network into the state of another of the same sizes. */
export function copyState(from: FastNetwork, to: FastNetwork): void {
  const source = stateOf(from);
  stateOf(to).forEach((array, k) => array.set(source[k]));
}

/** A network as it was after `step` steps, its arrays end to end. */
export class Keyframe {
  step: number;
  readonly #state: Float64Array;

  constructor(step: number, net: FastNetwork) {
    this.#state = new Float64Array(sizeOf(net));
    this.step = step;
    this.take(step, net);
  }

  get bytes(): number {
    return this.#state.byteLength;
  }

  /** Takes a network's state down instead of what was there. */
  take(step: number, net: FastNetwork): void {
    this.step = step;
    let at = 0;
    for (const array of stateOf(net)) {
      this.#state.set(array, at);
      at += array.length;
    }
  }

  /** Brings a network of the same sizes into this state. */
  restore(net: FastNetwork): void {
    let at = 0;
    for (const array of stateOf(net)) {
      array.set(this.#state.subarray(at, at + array.length));
      at += array.length;
    }
  }
}

/** How many numbers a keyframe holds. */
const sizeOf = (net: FastNetwork): number =>
  stateOf(net).reduce((n, array) => n + array.length, 0);

/**
 * States of a run, evenly apart, within a budget of memory: when it is spent, every
 * second one goes and the distance doubles. The first always stays.
 */
export class Keyframes {
  readonly #budget: number;
  #frames: Keyframe[];
  #apart = APART;

  /** @param budget bytes; with 0 only the first state is kept */
  constructor(first: FastNetwork, budget: number) {
    this.#budget = budget;
    this.#frames = [new Keyframe(0, first)];
  }

  get bytes(): number {
    return this.#frames.length * this.#frames[0].bytes;
  }

  /** Keeps the state after `step` steps if it is its turn; steps come in order. */
  offer(step: number, net: FastNetwork): void {
    if (step % this.#apart !== 0) return;
    const each = this.#frames[0].bytes;
    while (this.bytes + each > this.#budget && step % this.#apart === 0) {
      this.#apart *= 2;
      this.#frames = this.#frames.filter((frame) => frame.step % this.#apart === 0);
    }
    if (step % this.#apart === 0) this.#frames.push(new Keyframe(step, net));
  }

  /** The last one not after `step`. */
  before(step: number): Keyframe {
    return this.#frames.findLast((frame) => frame.step <= step)!;
  }
}
