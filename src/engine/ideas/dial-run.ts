/**
 * The network of Step 1 trained as the program does not train it: by another score, or
 * with steps of any size. With the program's own it is the program's run, bit for bit.
 */
import { documentTokens, type Corpus } from '../corpus.ts';
import type { Span } from '../evaluate.ts';
import { inputGradient, linear, weightGradient } from '../fast/kernels.ts';
import { fastNetwork, type FastNetwork } from '../fast/network.ts';
import { ascending } from '../fast/orders.ts';
import { relu, reluBack } from '../fast/rows.ts';
import { viewsOf, type Views } from '../fast/views.ts';
import { exp, log } from '../math.ts';
import type { Training } from '../network.ts';
import type { Sizes } from '../parameters.ts';
import type { Progress } from '../progress.ts';
import type { Random } from '../random.ts';
import { logitSlopes, type Score } from './scores.ts';

export interface DialRunOptions {
  /** Of model 1. */
  readonly sizes: Sizes;
  readonly corpus: Corpus;
  /** Which documents the steps read, and the place of those that measure. */
  readonly order: Uint32Array;
  readonly heldOut: Span;
  /** As the shuffle leaves it; the parameters are drawn from it. */
  readonly random: Random;
  readonly steps: number;
  readonly rateAt: (step: number) => number;
  readonly score: Score;
  /** Steps after which the held-out documents are measured, ascending. */
  readonly measureAt: readonly number[];
}

export interface DialRun {
  /** Steps measured after, and mean −ln p of a held-out transition there, nats. */
  readonly measured: number[];
  readonly nats: number[];
  /** The step, from 1, that left numbers which are not finite; null if none did. */
  readonly ended: number | null;
}

/** A run from its first step to its last, or to where it breaks down. */
export function* dialRun(options: DialRunOptions): Generator<Progress, DialRun> {
  const { sizes, corpus, order, steps, measureAt } = options;
  const training = { optimizer: { kind: 'sgd' }, rate: 1, schedule: 'constant', steps };
  const net = fastNetwork(sizes, training as Training, options.random);
  const learner = new Learner(net, options.score);
  const pairs = pairCounts(corpus, order, options.heldOut);
  const run = { measured: [] as number[], nats: [] as number[] };
  const measure = (step: number): boolean => {
    // With no document held out there is nothing to measure, and nothing wrong.
    if (options.heldOut.to === options.heldOut.from) return true;
    const nats = learner.natsOf(pairs);
    if (!Number.isFinite(nats)) return false;
    run.measured.push(step);
    run.nats.push(nats);
    return true;
  };
  let next = 0;
  for (let step = 0; step <= steps; step++) {
    if (step === measureAt[next]) {
      if (!measure(step)) return { ...run, ended: step };
      next += 1;
    }
    if (step === steps) break;
    learner.gradient(documentTokens(corpus, order[step % order.length]));
    const rate = options.rateAt(step);
    const { p, g } = net;
    for (let i = 0; i < p.length; i++) p[i] -= rate * g[i];
    if (!Number.isFinite(p[p.length - 1])) return { ...run, ended: step + 1 };
    yield { done: step + 1, total: steps };
  }
  return { ...run, ended: null };
}

/** [V, V]: how often each token is followed by each in the documents of a span. */
export function pairCounts(
  corpus: Corpus,
  order: Uint32Array,
  { from, to }: Span,
): Float64Array {
  const counts = new Float64Array(corpus.size * corpus.size);
  for (let place = from; place < to; place++) {
    const tokens = documentTokens(corpus, order[place]);
    for (let i = 0; i + 1 < tokens.length; i++)
      counts[tokens[i] * corpus.size + tokens[i + 1]] += 1;
  }
  return counts;
}

/** A network's way there and back for a document, by a score. */
class Learner {
  readonly #net: FastNetwork;
  readonly #score: Score;
  readonly #w: Views;
  readonly #dw: Views;
  readonly #rows: { readonly hidden: Int32Array; readonly vocab: Int32Array };
  #room = 0;
  /** [T, C], [T, 4C] before and after the gates, [T, V]; and what comes back of each. */
  #x = new Float64Array(0);
  #h = this.#x;
  #a = this.#x;
  #logits = this.#x;
  #back = this.#x;
  #dx = this.#x;

  constructor(net: FastNetwork, score: Score) {
    const { vocab, embd } = net.sizes;
    this.#net = net;
    this.#score = score;
    this.#w = viewsOf(net.sizes, net.p);
    this.#dw = viewsOf(net.sizes, net.g);
    this.#rows = { hidden: ascending(4 * embd), vocab: ascending(vocab) };
  }

  /** Logits of the token at each of `n` places, [n, V]. */
  #forward(n: number, tokenAt: (t: number) => number): void {
    const { vocab, embd } = this.#net.sizes;
    const { wte, head, layers } = this.#w;
    const hidden = 4 * embd;
    if (n > this.#room) this.#grow(2 * n);
    for (let t = 0; t < n; t++) {
      const row = tokenAt(t) * embd;
      for (let i = 0; i < embd; i++) this.#x[t * embd + i] = wte[row + i];
    }
    linear(this.#h, this.#x, layers[0].fc1, 0, n, embd, hidden);
    relu(this.#a, this.#h, 0, n * hidden);
    linear(this.#logits, this.#a, head, 0, n, hidden, vocab);
  }

  /** The gradient of a document's mean score, into the network's `g`. */
  gradient(tokens: ArrayLike<number>): void {
    const { vocab, embd } = this.#net.sizes;
    const hidden = 4 * embd;
    const n = tokens.length - 1;
    // From its end, so that sums over places go from the first to the last.
    this.#forward(n, (t) => tokens[n - 1 - t]);
    for (let t = 0; t < n; t++) {
      const z = this.#logits.subarray(t * vocab, (t + 1) * vocab);
      const target = tokens[n - t];
      const probs = shares(z);
      if (this.#score === 'log') {
        for (let j = 0; j < vocab; j++) z[j] = probs[j] / n;
        z[target] -= 1 / n;
      } else {
        const slopes = logitSlopes(probs, target, this.#score);
        for (let j = 0; j < vocab; j++) z[j] = slopes[j] / n;
      }
    }
    const [w, dw] = [this.#w, this.#dw];
    weightGradient(dw.head, this.#logits, this.#a, n, hidden, vocab, false);
    inputGradient(this.#back, this.#logits, w.head, this.#rows.vocab, n, hidden);
    reluBack(this.#back, this.#a, n * hidden);
    weightGradient(dw.layers[0].fc1, this.#back, this.#x, n, embd, hidden, false);
    inputGradient(this.#dx, this.#back, w.layers[0].fc1, this.#rows.hidden, n, embd);
    dw.wte.fill(0);
    for (let t = n - 1; t >= 0; t--) {
      const row = tokens[n - 1 - t] * embd;
      for (let i = 0; i < embd; i++) dw.wte[row + i] += this.#dx[t * embd + i];
    }
  }

  /** Mean −ln p over pairs, [V, V] counts: one reading of each token is enough. */
  natsOf(pairs: Float64Array): number {
    const { vocab } = this.#net.sizes;
    this.#forward(vocab, (t) => t);
    let nats = 0;
    let seen = 0;
    for (let from = 0; from < vocab; from++) {
      const probs = shares(this.#logits.subarray(from * vocab, (from + 1) * vocab));
      for (let to = 0; to < vocab; to++) {
        const count = pairs[from * vocab + to];
        if (count === 0) continue;
        nats -= count * log(probs[to]);
        seen += count;
      }
    }
    return seen === 0 ? NaN : nats / seen;
  }

  #grow(room: number): void {
    const { vocab, embd } = this.#net.sizes;
    this.#room = room;
    this.#x = new Float64Array(room * embd);
    this.#h = new Float64Array(room * 4 * embd);
    this.#a = new Float64Array(room * 4 * embd);
    this.#logits = new Float64Array(room * vocab);
    this.#back = new Float64Array(room * 4 * embd);
    this.#dx = new Float64Array(room * embd);
  }
}

/** Softmax of a row, the largest subtracted first. */
function shares(z: Float64Array): Float64Array {
  let largest = z[0];
  for (let i = 1; i < z.length; i++) if (z[i] > largest) largest = z[i];
  let total = 0;
  const e = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) total += e[i] = exp(z[i] - largest);
  for (let i = 0; i < z.length; i++) e[i] /= total;
  return e;
}
