/**
 * The networks of `readable.ts` over flat arrays, bit for bit, with the way back written
 * out. A whole document passes through each layer at once, and nothing is allocated in
 * a step.
 */
import { checkPosition, contextOf, type Network, type Training } from '../network.ts';
import { countParameters, shapesOf, type Shape, type Sizes } from '../parameters.ts';
import type { Random } from '../random.ts';
import type { Predict } from '../sample.ts';
import { decay } from '../schedule.ts';
import { Activations } from './activations.ts';
import { Gradients } from './gradients.ts';
import { attend, attendBack } from './heads.ts';
import { inputGradient, linear, weightGradient } from './kernels.ts';
import { optimize } from './optimize.ts';
import { ascending, descending, headOrder } from './orders.ts';
import {
  addTo,
  probabilities,
  relu,
  reluBack,
  rmsnorm,
  rmsnormBack,
  surprise,
} from './rows.ts';
import { viewsOf, type Views } from './views.ts';

/** A network with its first parameters drawn from `random`. */
export function fastNetwork(
  sizes: Sizes,
  training: Training,
  random: Random,
): FastNetwork {
  const net = new FastNetwork(sizes, training);
  const { p } = net;
  for (let i = 0; i < p.length; i++) p[i] = random.gauss(0, 0.08);
  return net;
}

export class FastNetwork implements Network {
  readonly sizes: Sizes;
  readonly shapes: readonly Shape[];
  readonly training: Training;
  /** Parameters, their gradients, and the optimizer's two memories, all flat. */
  readonly p: Float64Array;
  readonly g: Float64Array;
  readonly m: Float64Array;
  readonly v: Float64Array;
  readonly #w: Views;
  readonly #dw: Views;
  /** Of the document at hand; `#back` has the gradients of the same. */
  #there: Activations;
  #back: Gradients;
  /** Orders of sums on the way back. */
  readonly #rows: Record<'embd' | 'hidden' | 'vocab' | 'heads', Int32Array>;

  constructor(sizes: Sizes, training: Training) {
    const { model, vocab, embd, heads } = sizes;
    this.sizes = sizes;
    this.training = training;
    this.shapes = shapesOf(sizes);
    const count = countParameters(this.shapes);
    this.p = new Float64Array(count);
    this.g = new Float64Array(count);
    this.m = new Float64Array(count);
    this.v = new Float64Array(count);
    this.#w = viewsOf(sizes, this.p);
    this.#dw = viewsOf(sizes, this.g);
    const room = model <= 2 ? 32 : sizes.block;
    this.#there = new Activations(sizes, room);
    this.#back = new Gradients(sizes, room);
    // By hand, one goes through the rows from the first to the last.
    const order = model === 1 ? ascending : descending;
    this.#rows = {
      embd: order(embd),
      hidden: order(4 * embd),
      vocab: order(vocab),
      heads: headOrder(embd, heads),
    };
  }

  learn(tokens: ArrayLike<number>, step: number): number {
    const loss = this.#pass(tokens, true);
    const { optimizer, rate, schedule, steps } = this.training;
    const now = rate * decay(schedule, step, steps);
    optimize(optimizer, now, step + 1, this.p, this.g, this.m, this.v);
    return loss;
  }

  measure(tokens: ArrayLike<number>): number {
    return this.#pass(tokens, false);
  }

  /** The loss of a document; its gradient goes to `g`. */
  gradient(tokens: ArrayLike<number>): number {
    return this.#pass(tokens, true);
  }

  predictor(temperature = 1): Predict {
    const { sizes } = this;
    const { model, vocab, block } = sizes;
    const byHand = model === 1;
    const act = new Activations(sizes, model <= 2 ? 1 : block);
    return (token, position) => {
      checkPosition(sizes, position);
      const t = model <= 2 ? 0 : position;
      act.tokens[t] = token;
      this.#forward(act, t, t + 1);
      return probabilities(act.logits, t, vocab, byHand, temperature);
    };
  }

  parameters(): Float64Array {
    return this.p.slice();
  }

  #pass(tokens: ArrayLike<number>, back: boolean): number {
    const { sizes } = this;
    const { model, vocab } = sizes;
    const n = contextOf(sizes, tokens);
    if (n > this.#there.room) {
      this.#there = new Activations(sizes, 2 * n);
      this.#back = new Gradients(sizes, 2 * n);
    }
    const act = this.#there;
    const byHand = model === 1;
    // By hand, sums over positions go from the first to the last: so does the way back,
    // if the document is laid out from its end.
    for (let i = 0; i < n; i++) {
      const t = byHand ? n - 1 - i : i;
      act.tokens[t] = tokens[i];
      act.targets[t] = tokens[i + 1];
    }
    this.#forward(act, 0, n);
    const dlogits = back ? this.#back.logits : null;
    // A sum of the graph begins with its first number, one by hand with 0.
    let loss = byHand ? 0 : -0;
    for (let i = 0; i < n; i++) {
      const t = byHand ? n - 1 - i : i;
      loss += surprise(act.logits, act.e, t, vocab, act.targets[t], byHand, n, dlogits);
    }
    if (back) this.#backward(n);
    return loss * (1 / n);
  }

  #forward(act: Activations, from: number, to: number): void {
    const { model, vocab, embd, heads, block } = this.sizes;
    const { wte, wpe, head, layers } = this.#w;
    const hidden = 4 * embd;
    for (let t = from; t < to; t++) {
      const row = act.tokens[t] * embd;
      const x = t * embd;
      for (let i = 0; i < embd; i++) act.embedded[x + i] = wte[row + i];
    }
    if (model <= 2) {
      const [{ fc1 }] = layers;
      const [{ inner, gated }] = act.layers;
      linear(inner, act.embedded, fc1, from, to, embd, hidden);
      relu(gated, inner, from * hidden, to * hidden);
      linear(act.logits, gated, head, from, to, hidden, vocab);
      return;
    }
    addTo(act.embedded, wpe, from * embd, to * embd);
    rmsnorm(act.layers[0].x, act.embedded, act.means, act.scales, from, to, embd);
    for (let l = 0; l < layers.length; l++) {
      const { qkv, wo, fc1, fc2 } = layers[l];
      const a = act.layers[l];
      const out = l + 1 < layers.length ? act.layers[l + 1].x : act.last;
      rmsnorm(a.normed, a.x, a.means, a.scales, from, to, embd);
      linear(a.qkv, a.normed, qkv, from, to, embd, 3 * embd);
      attend(a.found, a.qkv, a.attended, from, to, embd, heads, block);
      linear(a.middle, a.found, wo, from, to, embd, embd);
      addTo(a.middle, a.x, from * embd, to * embd);
      rmsnorm(a.normed2, a.middle, a.means2, a.scales2, from, to, embd);
      linear(a.inner, a.normed2, fc1, from, to, embd, hidden);
      relu(a.gated, a.inner, from * hidden, to * hidden);
      linear(out, a.gated, fc2, from, to, hidden, embd);
      addTo(out, a.middle, from * embd, to * embd);
    }
    linear(act.logits, act.last, head, from, to, embd, vocab);
  }

  #backward(n: number): void {
    const { model, vocab, embd, heads, block } = this.sizes;
    const [act, back, w, dw] = [this.#there, this.#back, this.#w, this.#dw];
    const { embd: down, hidden: downHidden } = this.#rows;
    const hidden = 4 * embd;
    if (model <= 2) {
      const [{ gated }] = act.layers;
      weightGradient(dw.head, back.logits, gated, n, hidden, vocab);
      this.#headBack(back.hidden, n, hidden);
      reluBack(back.hidden, gated, n * hidden);
      weightGradient(dw.layers[0].fc1, back.hidden, act.embedded, n, embd, hidden);
      inputGradient(back.x, back.hidden, w.layers[0].fc1, downHidden, n, embd);
      this.#embeddingBack(n);
      return;
    }
    weightGradient(dw.head, back.logits, act.last, n, embd, vocab);
    this.#headBack(back.x, n, embd);
    for (let l = w.layers.length - 1; l >= 0; l--) {
      const { qkv, wo, fc1, fc2 } = w.layers[l];
      const d = dw.layers[l];
      const a = act.layers[l];
      weightGradient(d.fc2, back.x, a.gated, n, hidden, embd);
      inputGradient(back.hidden, back.x, fc2, down, n, hidden);
      reluBack(back.hidden, a.gated, n * hidden);
      weightGradient(d.fc1, back.hidden, a.normed2, n, embd, hidden);
      inputGradient(back.normed, back.hidden, fc1, downHidden, n, embd);
      rmsnormBack(back.x, back.normed, a.middle, a.means2, a.scales2, n, embd);
      weightGradient(d.wo, back.x, a.found, n, embd, embd);
      inputGradient(back.found, back.x, wo, down, n, embd);
      attendBack(
        back.qkv,
        back.found,
        a.qkv,
        a.attended,
        back.scores,
        n,
        embd,
        heads,
        block,
      );
      weightGradient(d.qkv, back.qkv, a.normed, n, embd, 3 * embd);
      inputGradient(back.normed, back.qkv, qkv, this.#rows.heads, n, embd);
      rmsnormBack(back.x, back.normed, a.x, a.means, a.scales, n, embd);
    }
    back.normed.set(back.x);
    back.x.fill(0);
    rmsnormBack(back.x, back.normed, act.embedded, act.means, act.scales, n, embd);
    this.#embeddingBack(n);
  }

  /** Back through the last matrix: `dx` is overwritten. */
  #headBack(dx: Float64Array, n: number, nin: number): void {
    const { model, vocab } = this.sizes;
    const { logits } = this.#back;
    const { targets } = this.#there;
    const { head } = this.#w;
    if (model === 1) {
      inputGradient(dx, logits, head, this.#rows.vocab, n, nin);
      return;
    }
    // The graph comes to the target's row last: left out first, added after.
    const { kept } = this.#back;
    for (let t = 0; t < n; t++) {
      const at = t * vocab + targets[t];
      kept[t] = logits[at];
      logits[at] = 0;
    }
    inputGradient(dx, logits, head, this.#rows.vocab, n, nin);
    for (let t = 0; t < n; t++) {
      const row = targets[t] * nin;
      const x = t * nin;
      for (let i = 0; i < nin; i++) dx[x + i] += head[row + i] * kept[t];
    }
  }

  /** Back to the rows of the embeddings that the document has used. */
  #embeddingBack(n: number): void {
    const { model, embd } = this.sizes;
    const { wte, wpe } = this.#dw;
    const { x } = this.#back;
    const { tokens } = this.#there;
    wte.fill(0);
    if (model === 2) {
      this.#sharedEmbeddingBack(n);
      return;
    }
    for (let t = n - 1; t >= 0; t--) {
      const row = tokens[t] * embd;
      for (let i = 0; i < embd; i++) wte[row + i] += x[t * embd + i];
    }
    if (model === 1) return;
    wpe.fill(0);
    for (let i = 0; i < n * embd; i++) wpe[i] = x[i];
  }

  /**
   * In the graph of model 2 an embedding is itself the input of the first matrix: when a
   * token comes again, what comes back goes on with the same sum.
   */
  #sharedEmbeddingBack(n: number): void {
    const { embd } = this.sizes;
    const { wte } = this.#dw;
    const { x, hidden, seen } = this.#back;
    const { tokens } = this.#there;
    const [{ fc1 }] = this.#w.layers;
    const rows = this.#rows.hidden;
    seen.fill(0);
    for (let t = n - 1; t >= 0; t--) {
      const row = tokens[t] * embd;
      for (let i = 0; i < embd; i++) {
        if (!seen[tokens[t]]) {
          wte[row + i] = x[t * embd + i];
          continue;
        }
        for (const o of rows)
          wte[row + i] += fc1[o * embd + i] * hidden[t * 4 * embd + o];
      }
      seen[tokens[t]] = 1;
    }
  }
}
