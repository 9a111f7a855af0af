/**
 * A network trained along axes that are none of its own. Plain descent goes the same way
 * whatever the axes are; what divides each coordinate by its own size does not.
 */
import { documentTokens, type Corpus } from '../corpus.ts';
import { networkHeldOutLoss, type Span } from '../evaluate.ts';
import { fastNetwork } from '../fast/network.ts';
import { optimize } from '../fast/optimize.ts';
import { cos, sin } from '../math.ts';
import type { Training } from '../network.ts';
import type { Sizes } from '../parameters.ts';
import type { Progress } from '../progress.ts';
import { Random } from '../random.ts';
import { decay } from '../schedule.ts';

/** Every coordinate is mixed with another so many times, each time with another one. */
const ROUNDS = 10;

/** A turn of all coordinates among each other, in planes of two drawn at random. */
export class Turn {
  /** [ROUNDS · size]: the coordinates in pairs, a round after the other. */
  readonly #pairs: Int32Array;
  /** [ROUNDS · half]: of the angle of each pair. */
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #size: number;
  readonly #half: number;

  /**
   * @param most degrees: each pair turns by an angle that is drawn between this one way
   *   and this the other; 0 leaves all where they are
   */
  constructor(size: number, most: number, random: Random) {
    const radians = (most * Math.PI) / 180;
    const half = Math.floor(size / 2);
    [this.#size, this.#half] = [size, half];
    this.#pairs = new Int32Array(ROUNDS * size);
    this.#cos = new Float64Array(ROUNDS * half);
    this.#sin = new Float64Array(ROUNDS * half);
    for (let round = 0; round < ROUNDS; round++) {
      const order = random.shuffle(Uint32Array.from({ length: size }, (_, i) => i));
      this.#pairs.set(order, round * size);
      for (let i = 0; i < half; i++) {
        const angle = radians * (2 * random.random() - 1);
        this.#cos[round * half + i] = cos(angle);
        this.#sin[round * half + i] = sin(angle);
      }
    }
  }

  /** Turns `x`, [size], in place. */
  there(x: Float64Array): void {
    for (let round = 0; round < ROUNDS; round++) this.#round(x, round, 1);
  }

  /** And back. */
  back(x: Float64Array): void {
    for (let round = ROUNDS - 1; round >= 0; round--) this.#round(x, round, -1);
  }

  #round(x: Float64Array, round: number, way: 1 | -1): void {
    const [half, pairs] = [this.#half, round * this.#size];
    for (let i = 0; i < half; i++) {
      const a = this.#pairs[pairs + 2 * i];
      const b = this.#pairs[pairs + 2 * i + 1];
      const c = this.#cos[round * half + i];
      const s = way * this.#sin[round * half + i];
      const [xa, xb] = [x[a], x[b]];
      x[a] = c * xa - s * xb;
      x[b] = s * xa + c * xb;
    }
  }
}

export interface TurnedRunOptions {
  readonly sizes: Sizes;
  readonly training: Training;
  readonly corpus: Corpus;
  /** Which documents the steps read, and the places of those that measure. */
  readonly order: Uint32Array;
  readonly heldOut: Span;
  /** As the shuffle leaves it; the parameters are drawn from it. */
  readonly random: Random;
  /** How far the axes are turned at most, degrees, and the seed that draws the planes. */
  readonly angle: number;
  readonly seed: number;
}

export interface TurnedRun {
  /** Mean −ln p of a held-out transition at the end, nats; NaN if none is held out. */
  readonly nats: number;
  /** The step, from 1, that left numbers which are not finite; null if none did. */
  readonly ended: number | null;
  readonly parameters: number;
}

/** A complete run whose optimizer is told of gradients along turned axes. */
export function* turnedRun(options: TurnedRunOptions): Generator<Progress, TurnedRun> {
  const { sizes, training, corpus, order, heldOut, angle } = options;
  const net = fastNetwork(sizes, training, options.random);
  const { p, g, m, v } = net;
  const parameters = p.length;
  const turn = angle > 0 ? new Turn(parameters, angle, new Random(options.seed)) : null;
  const move = new Float64Array(parameters);
  const { optimizer, rate, schedule, steps } = training;
  for (let step = 0; step < steps; step++) {
    net.gradient(documentTokens(corpus, order[step % order.length]));
    turn?.there(g);
    move.fill(0);
    const now = rate * decay(schedule, step, steps);
    optimize(optimizer, now, step + 1, move, g, m, v);
    turn?.back(move);
    for (let i = 0; i < parameters; i++) p[i] += move[i];
    if (!p.every(Number.isFinite)) return { nats: NaN, ended: step + 1, parameters };
    yield { done: step + 1, total: steps + 1 };
  }
  const measuring = networkHeldOutLoss(net, corpus, order, heldOut);
  for (;;) {
    const { value, done } = measuring.next();
    if (done) return { nats: value, ended: null, parameters };
    yield { done: steps + value.done / value.total, total: steps + 1 };
  }
}
