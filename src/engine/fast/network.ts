/**
 * The networks of `readable.ts` over flat arrays, bit for bit, with the way back written
 * out. A whole document passes through each layer at once, and nothing is allocated in
 * a step.
 */
import { ACTIVATIONS } from '../activations.ts';
import { REFERENCE_DESIGN } from '../design.ts';
import { checkPosition, contextOf, type Network, type Training } from '../network.ts';
import { countParameters, shapesOf, type Shape, type Sizes } from '../parameters.ts';
import type { Random } from '../random.ts';
import type { Predict } from '../sample.ts';
import { decay } from '../schedule.ts';
import { Activations } from './activations.ts';
import { Gradients } from './gradients.ts';
import { inputGradient, linear, weightGradient } from './kernels.ts';
import { optimize } from './optimize.ts';
import { ascending, descending } from './orders.ts';
import {
  activate,
  activateBack,
  probabilities,
  relu,
  reluBack,
  surprise,
} from './rows.ts';
import { Transformer, type Watch } from './transformer.ts';
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

/** What a document has left behind, there and back. */
export interface Recording {
  /** Nats per transition. */
  readonly loss: number;
  readonly activations: Activations;
  /** Of all parameters, in the order of `p`. */
  readonly gradient: Float64Array;
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
  readonly #rows: Record<'hidden' | 'vocab', Int32Array>;
  readonly #layers: Transformer;
  /** Told of gradients on the way back through the layers, if there is one. */
  watch?: Watch;

  constructor(sizes: Sizes, training: Training) {
    const { model, vocab, embd } = sizes;
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
    this.#rows = { hidden: order(4 * embd), vocab: order(vocab) };
    this.#layers = new Transformer(sizes);
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

  /**
   * A document there and back, with all that it leaves behind; `watch` is told of the
   * gradients on the way. The network stays as it was.
   */
  record(tokens: ArrayLike<number>, watch: Watch): Recording {
    const { watch: watching, g, sizes } = this;
    const [there, before] = [this.#there, g.slice()];
    this.#there = new Activations(sizes, there.room);
    this.watch = watch;
    const loss = this.#pass(tokens, true);
    const recording = { loss, activations: this.#there, gradient: g.slice() };
    this.#there = there;
    this.watch = watching;
    g.set(before);
    return recording;
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
    const { model, vocab, embd } = this.sizes;
    const { wte, head, layers } = this.#w;
    for (let t = from; t < to; t++) {
      const row = act.tokens[t] * embd;
      const x = t * embd;
      for (let i = 0; i < embd; i++) act.embedded[x + i] = wte[row + i];
    }
    if (model >= 3) {
      this.#layers.forward(act, this.#w, from, to);
      linear(act.logits, act.last, head, from, to, embd, vocab);
      return;
    }
    const hidden = 4 * embd;
    const [{ inner, gated }] = act.layers;
    linear(inner, act.embedded, layers[0].fc1, from, to, embd, hidden);
    const { activation } = this.sizes.design ?? REFERENCE_DESIGN;
    const [start, end] = [from * hidden, to * hidden];
    if (activation === 'relu') relu(gated, inner, start, end);
    else activate(gated, inner, ACTIVATIONS[activation].value, start, end);
    linear(act.logits, gated, head, from, to, hidden, vocab);
  }

  #backward(n: number): void {
    const { model, vocab, embd } = this.sizes;
    const [act, back, w, dw] = [this.#there, this.#back, this.#w, this.#dw];
    const goOn = this.training.zeroing === false;
    if (model >= 3) {
      weightGradient(dw.head, back.logits, act.last, n, embd, vocab, goOn);
      this.#headBack(back.x, n, embd);
      this.#layers.backward(act, back, w, dw, n, goOn, this.watch);
      this.#embeddingBack(n, goOn);
      return;
    }
    const hidden = 4 * embd;
    const [{ inner, gated }] = act.layers;
    weightGradient(dw.head, back.logits, gated, n, hidden, vocab, goOn);
    this.#headBack(back.hidden, n, hidden);
    const { activation } = this.sizes.design ?? REFERENCE_DESIGN;
    if (activation === 'relu') reluBack(back.hidden, gated, n * hidden);
    else activateBack(back.hidden, inner, ACTIVATIONS[activation].slope, n * hidden);
    this.watch?.('inner', 0, back.hidden);
    weightGradient(dw.layers[0].fc1, back.hidden, act.embedded, n, embd, hidden, goOn);
    inputGradient(back.x, back.hidden, w.layers[0].fc1, this.#rows.hidden, n, embd);
    this.watch?.('x', 0, back.x);
    this.#embeddingBack(n, goOn);
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
  #embeddingBack(n: number, goOn: boolean): void {
    const { model, embd, design = REFERENCE_DESIGN } = this.sizes;
    const { position } = design;
    const { wte, wpe } = this.#dw;
    const { x } = this.#back;
    const { tokens } = this.#there;
    if (!goOn) wte.fill(0);
    if (model === 2) {
      this.#sharedEmbeddingBack(n, goOn);
      return;
    }
    for (let t = n - 1; t >= 0; t--) {
      const row = tokens[t] * embd;
      for (let i = 0; i < embd; i++) wte[row + i] += x[t * embd + i];
    }
    if (model === 1) return;
    if (!goOn) wpe.fill(0);
    if (position) for (let i = 0; i < n * embd; i++) wpe[i] += x[i];
  }

  /**
   * In the graph of model 2 an embedding is itself the input of the first matrix: when a
   * token comes again, what comes back goes on with the same sum.
   */
  #sharedEmbeddingBack(n: number, goOn: boolean): void {
    const { embd } = this.sizes;
    const { wte } = this.#dw;
    const { x, hidden, seen } = this.#back;
    const { tokens } = this.#there;
    const [{ fc1 }] = this.#w.layers;
    const rows = this.#rows.hidden;
    seen.fill(goOn ? 1 : 0);
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
