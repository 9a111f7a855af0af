/**
 * A tower of blocks that reads one token and predicts the next, with and without ways
 * around its blocks: the comparison of K. He, X. Zhang, S. Ren and J. Sun (2015), small.
 * As there, a block has two layers, each with a batch norm, ReLUs between them, and
 * weights drawn with a variance of 2 over the width; and layers are counted as they do.
 */
import { inputGradient, linear, weightGradient } from '../fast/kernels.ts';
import { ascending } from '../fast/orders.ts';
import { exp, log } from '../math.ts';
import type { Random } from '../random.ts';
import {
  applyNorm,
  measureBatch,
  normBack,
  normState,
  type NormState,
} from './batch-norm.ts';
import type { PairTable } from './pair-table.ts';

/**
 * How a block joins what came in. `plain`: not at all. `after`: added, then a ReLU, as
 * in 2015. `before`: norms and ReLUs before the layers, and the sum left as it is, as in
 * the sequel of 2016.
 */
export type Joint = 'plain' | 'after' | 'before';

/** Layers as the paper counts them: two a block, the first, and the last. */
export const layersOf = (blocks: number): number => 2 * blocks + 2;

export interface TowerOptions {
  readonly table: PairTable;
  readonly joint: Joint;
  readonly blocks: number;
  /** C */
  readonly width: number;
  /** Draws the weights. */
  readonly random: Random;
}

/** What a block has left behind on the way there: [T, C] each. */
interface Trace {
  /** What came in. */
  readonly x: Float64Array;
  readonly norms: readonly [NormState, NormState];
  /** What the two layers read, and make. */
  readonly read: readonly [Float64Array, Float64Array];
  readonly made: readonly [Float64Array, Float64Array];
  readonly out: Float64Array;
}

export class Tower {
  readonly joint: Joint;
  readonly blocks: number;
  readonly width: number;
  /** Weights and their gradients: [V, C] in, then two [C, C] a block, then [V, C] out. */
  readonly p: Float64Array;
  readonly g: Float64Array;
  readonly #table: PairTable;
  readonly #traces: readonly Trace[];
  readonly #logits: Float64Array;
  readonly #last: Float64Array;
  /** On the way back: three [T, C]. */
  readonly #dx: Float64Array;
  readonly #dh: Float64Array;
  readonly #dn: Float64Array;
  readonly #units: Int32Array;
  readonly #tokens: Int32Array;

  constructor({ table, joint, blocks, width, random }: TowerOptions) {
    [this.joint, this.blocks, this.width, this.#table] = [joint, blocks, width, table];
    const { size } = table;
    const [ends, square] = [size * width, width * width];
    this.p = new Float64Array(2 * ends + 2 * blocks * square);
    this.g = new Float64Array(this.p.length);
    const spread = Math.sqrt(2 / width);
    for (let i = 0; i < this.p.length; i++) {
      const first = i < ends;
      const last = i >= this.p.length - ends;
      this.p[i] = random.gauss(0, first ? 1 : last ? 0.08 : spread);
    }
    const rows = () => new Float64Array(ends);
    const norm = () => normState(size, width);
    this.#traces = Array.from({ length: blocks }, () => ({
      x: rows(),
      norms: [norm(), norm()] as const,
      read: [rows(), rows()] as const,
      made: [rows(), rows()] as const,
      out: rows(),
    }));
    this.#logits = new Float64Array(size * size);
    [this.#last, this.#dx, this.#dh, this.#dn] = [rows(), rows(), rows(), rows()];
    this.#units = ascending(width);
    this.#tokens = ascending(size);
  }

  /** Mean −ln p over all pairs, nats. */
  loss(): number {
    this.#there(true);
    return this.#surprise(false);
  }

  /** The same, with its gradient in `g`. */
  gradient(): number {
    this.#there(true);
    const loss = this.#surprise(true);
    this.#back();
    return loss;
  }

  /**
   * The loss with some blocks' branches taken out: what comes to such a block goes on as
   * it is. Norms keep the means and scales that the last whole reading has measured, as
   * they would in use.
   */
  lossWithout(out: ReadonlySet<number>): number {
    this.#there(false, out);
    return this.#surprise(false);
  }

  /** Length of the gradient of each block's weights, [blocks]. */
  slopeSizes(): number[] {
    return Array.from({ length: this.blocks }, (_, block) => {
      let squares = 0;
      for (const layer of [0, 1])
        for (const x of this.#weight(this.g, block, layer)) squares += x * x;
      return Math.sqrt(squares);
    });
  }

  #weight(of: Float64Array, block: number, layer: number): Float64Array {
    const { width } = this;
    const square = width * width;
    const at = this.#table.size * width + (2 * block + layer) * square;
    return of.subarray(at, at + square);
  }

  #there(measuring: boolean, out?: ReadonlySet<number>): void {
    const { p, width, joint } = this;
    const { size, rows } = this.#table;
    const ends = size * width;
    const norm = (state: NormState, x: Float64Array): void => {
      if (measuring) measureBatch(state, x, rows);
      applyNorm(state, x);
    };
    let x = p.subarray(0, ends);
    this.#traces.forEach((trace, block) => {
      if (out?.has(block)) return;
      const [first, second] = trace.norms;
      const { read, made } = trace;
      trace.x.set(x);
      if (joint === 'before') {
        norm(first, x);
        relu(read[0], first.y);
      } else read[0].set(x);
      linear(made[0], read[0], this.#weight(p, block, 0), 0, size, width, width);
      const between = joint === 'before' ? second : first;
      norm(between, made[0]);
      relu(read[1], between.y);
      linear(made[1], read[1], this.#weight(p, block, 1), 0, size, width, width);
      if (joint === 'before') sum(trace.out, trace.x, made[1]);
      else {
        norm(second, made[1]);
        if (joint === 'after') sum(trace.out, trace.x, second.y);
        else trace.out.set(second.y);
        relu(trace.out, trace.out);
      }
      x = trace.out;
    });
    this.#last.set(x);
    linear(this.#logits, this.#last, p.subarray(p.length - ends), 0, size, width, size);
  }

  /** The loss of the logits; with `back` they become their own gradient. */
  #surprise(back: boolean): number {
    const { size, shares, rows } = this.#table;
    const z = this.#logits;
    let loss = 0;
    for (let t = 0; t < size; t++) {
      const from = t * size;
      let largest = z[from];
      for (let j = 1; j < size; j++) largest = Math.max(largest, z[from + j]);
      let total = 0;
      for (let j = 0; j < size; j++) total += exp(z[from + j] - largest);
      const base = largest + log(total);
      for (let j = 0; j < size; j++) {
        const logP = z[from + j] - base;
        // What never comes costs nothing, however unlikely it is held to be.
        if (shares[from + j] > 0) loss -= shares[from + j] * logP;
        if (back) z[from + j] = rows[t] * exp(logP) - shares[from + j];
      }
    }
    return loss;
  }

  #back(): void {
    const { p, g, width, joint } = this;
    const { size, rows } = this.#table;
    const ends = size * width;
    const [dx, dh, dn] = [this.#dx, this.#dh, this.#dn];
    const units = this.#units;
    weightGradient(
      g.subarray(g.length - ends),
      this.#logits,
      this.#last,
      size,
      width,
      size,
      false,
    );
    inputGradient(
      dx,
      this.#logits,
      p.subarray(p.length - ends),
      this.#tokens,
      size,
      width,
    );
    for (let block = this.blocks - 1; block >= 0; block--) {
      const { norms, read, out } = this.#traces[block];
      const [first, second] = norms;
      const between = joint === 'before' ? second : first;
      // `dx` holds what comes back to the block's end, and then to its beginning.
      if (joint === 'before') dn.set(dx);
      else {
        gate(dx, out);
        normBack(dn, dx, second, rows);
      }
      weightGradient(this.#weight(g, block, 1), dn, read[1], size, width, width, false);
      inputGradient(dh, dn, this.#weight(p, block, 1), units, size, width);
      gate(dh, read[1]);
      normBack(dn, dh, between, rows);
      weightGradient(this.#weight(g, block, 0), dn, read[0], size, width, width, false);
      inputGradient(dh, dn, this.#weight(p, block, 0), units, size, width);
      if (joint === 'before') {
        gate(dh, read[0]);
        normBack(dn, dh, first, rows);
        sum(dx, dx, dn);
      } else if (joint === 'after') sum(dx, dx, dh);
      else dx.set(dh);
    }
    g.set(dx, 0);
  }
}

function relu(y: Float64Array, x: Float64Array): void {
  for (let k = 0; k < x.length; k++) y[k] = x[k] > 0 ? x[k] : 0;
}

/** Back through a ReLU: what it made is 0 where nothing passes. */
function gate(dy: Float64Array, y: Float64Array): void {
  for (let k = 0; k < dy.length; k++) if (!(y[k] > 0)) dy[k] = 0;
}

function sum(y: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let k = 0; k < y.length; k++) y[k] = a[k] + b[k];
}
