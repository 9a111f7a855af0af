import { documentTokens, type Corpus } from './corpus.ts';
import { FastNetwork, fastNetwork } from './fast/network.ts';
import { copyState, Keyframe, Keyframes } from './keyframes.ts';
import type { Training } from './network.ts';
import type { Shape, Sizes } from './parameters.ts';
import { finish, type Progress } from './progress.ts';
import { Random, type RandomState } from './random.ts';

/** Memory that the states of a run may take, in bytes. */
const BUDGET = 24 * 1024 * 1024;

/** A run that could not go on because a number stopped being finite. */
export interface Ended {
  /** The step that failed, counted from 1: its loss, or a parameter after it. */
  readonly step: number;
  /** The last state, in steps taken, that gave a document a finite loss. */
  readonly lastGood: number;
}

/** One parameter over a run; each series is [trained], a number for every step. */
export interface Diary {
  /** Before the step. */
  readonly value: Float64Array;
  /** What the step went by, and the optimizer's two memories once it had seen it. */
  readonly gradient: Float64Array;
  readonly m: Float64Array;
  readonly v: Float64Array;
  /** The step taken: value after less value before. */
  readonly step: Float64Array;
}

/**
 * A run of a network, finished or under way, open at every step: a state comes from the
 * last one kept before it (a keyframe), with the steps between taken again. All states
 * are those of a run that goes straight there, to the last bit.
 */
export class NetworkHistory {
  readonly sizes: Sizes;
  readonly shapes: readonly Shape[];
  readonly training: Training;
  readonly corpus: Corpus;
  /** [documents]: which document each step reads, from the first again at the end. */
  readonly order: Uint32Array;
  readonly steps: number;
  /** [steps]: each document's loss before the step, nats; NaN where not yet trained. */
  readonly losses: Float64Array;
  readonly #run: FastNetwork;
  readonly #keyframes: Keyframes;
  readonly #afterDrawing: RandomState;
  #scratch: FastNetwork | null = null;
  /** Where the last search ended: the next one is likely to go on from there. */
  #bookmark: Keyframe | null = null;
  #trained = 0;
  #ended: Ended | null = null;

  /**
   * @param random as the shuffle leaves it; the parameters are drawn from it
   * @param budget bytes that keyframes may take; with 0 only the first state is kept,
   *   for a run that is not to be searched
   * @throws RangeError if there is something to train but no document
   */
  constructor(
    sizes: Sizes,
    training: Training,
    corpus: Corpus,
    order: Uint32Array,
    random: Random,
    budget = BUDGET,
  ) {
    if (training.steps > 0 && order.length === 0)
      throw new RangeError('No documents to train on');
    this.sizes = sizes;
    this.training = training;
    this.corpus = corpus;
    this.order = order;
    this.steps = training.steps;
    this.losses = new Float64Array(training.steps).fill(NaN);
    this.#run = fastNetwork(sizes, training, random);
    this.shapes = this.#run.shapes;
    this.#afterDrawing = random.getState();
    this.#keyframes = new Keyframes(this.#run, budget);
  }

  /** Steps taken so far. */
  get trained(): number {
    return this.#trained;
  }

  /** Why the run went no further than `trained`; null as long as it can. */
  get ended(): Ended | null {
    return this.#ended;
  }

  /** The last step there is, or will be: the run's, or its last good one. */
  get last(): number {
    return this.#ended?.lastGood ?? this.steps;
  }

  /** Memory of parameters, gradients and states, in bytes. */
  get bytes(): number {
    const networks = (this.#scratch ? 2 : 1) * 4 * this.#run.p.byteLength;
    const states = this.#keyframes.bytes + (this.#bookmark?.bytes ?? 0);
    return networks + states + this.losses.byteLength;
  }

  /** The generator as drawing the parameters left it: samples go on from here. */
  random(): Random {
    const random = new Random(0);
    random.setState(this.#afterDrawing);
    return random;
  }

  /** The document that step `step` (from 0) reads: an index in the file's order. */
  documentAt(step: number): number {
    return this.order[step % this.order.length];
  }

  /** [T + 1]: the tokens of that document, boundaries included. */
  tokensAt(step: number): Uint16Array {
    return documentTokens(this.corpus, this.documentAt(step));
  }

  /** Goes on to step `until`, to the end of the run, or to where it breaks down. */
  train(until: number): void {
    const target = Math.min(until, this.steps);
    while (this.#trained < target && this.#ended === null) this.#step();
  }

  #step(): void {
    const step = this.#trained;
    const loss = this.#run.learn(this.tokensAt(step), step);
    if (!Number.isFinite(loss)) {
      this.#ended = { step: step + 1, lastGood: Math.max(0, step - 1) };
    } else if (!allFinite(this.#run.p)) {
      this.#ended = { step: step + 1, lastGood: step };
    } else {
      this.losses[step] = loss;
      this.#trained = step + 1;
      this.#keyframes.offer(step + 1, this.#run);
    }
  }

  /**
   * The network after `step` steps, 0 ≤ step ≤ trained: `p`, `m` and `v` are the run's
   * (`g` too where gradients are not set to zero). It is the history's own, lent until
   * the next search, which sets it anew: nothing is allocated, and whatever is done to
   * it leaves the run as it was.
   * @throws RangeError for a step that the run has not come to
   */
  at(step: number): FastNetwork {
    return finish(this.seek(step));
  }

  /** As `at`, with a rest after every step taken again. One search at a time. */
  *seek(step: number): Generator<Progress, FastNetwork> {
    if (!Number.isInteger(step) || step < 0 || step > this.#trained) {
      throw new RangeError(`Step ${step} is not in a run of ${this.#trained}`);
    }
    const net = (this.#scratch ??= new FastNetwork(this.sizes, this.training));
    const from = this.#restore(net, step);
    for (let s = from; s < step; s++) {
      net.learn(this.tokensAt(s), s);
      yield { done: s + 1 - from, total: step - from };
    }
    if (this.#bookmark) this.#bookmark.take(step, net);
    else this.#bookmark = new Keyframe(step, net);
    return net;
  }

  /** The last step up to `step` whose state is at hand: no step is taken again. */
  nearest(step: number): number {
    if (step >= this.#trained && this.#ended === null) return this.#trained;
    return this.#kept(step).step;
  }

  #restore(net: FastNetwork, step: number): number {
    if (step === this.#trained && this.#ended === null) {
      copyState(this.#run, net);
      return step;
    }
    const kept = this.#kept(step);
    kept.restore(net);
    return kept.step;
  }

  #kept(step: number): Keyframe {
    const keyframe = this.#keyframes.before(step);
    const bookmark = this.#bookmark;
    return bookmark && bookmark.step > keyframe.step && bookmark.step <= step
      ? bookmark
      : keyframe;
  }

  /**
   * What has happened to some parameters, each by its place in `p`, in every step so
   * far: the whole run is taken again once.
   * @throws RangeError for a place that is none
   */
  *diary(places: readonly number[]): Generator<Progress, Diary[]> {
    const { length } = this.#run.p;
    const wrong = places.find((i) => !(Number.isInteger(i) && i >= 0 && i < length));
    if (wrong !== undefined)
      throw new RangeError(`There is no parameter ${wrong} of ${length}`);
    const net = this.at(0);
    const total = this.#trained;
    const diaries = places.map(() => emptyDiary(total));
    for (let s = 0; s < total; s++) {
      diaries.forEach(({ value }, k) => (value[s] = net.p[places[k]]));
      net.learn(this.tokensAt(s), s);
      diaries.forEach((diary, k) => note(diary, net, places[k], s));
      yield { done: s + 1, total };
    }
    return diaries;
  }
}

function allFinite(numbers: Float64Array): boolean {
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i])) return false;
  }
  return true;
}

function emptyDiary(steps: number): Diary {
  const series = () => new Float64Array(steps);
  return {
    value: series(),
    gradient: series(),
    m: series(),
    v: series(),
    step: series(),
  };
}

/** Takes down step `s` of parameter `i`, whose value before it is there already. */
function note(diary: Diary, net: FastNetwork, i: number, s: number): void {
  diary.gradient[s] = net.g[i];
  diary.m[s] = net.m[i];
  diary.v[s] = net.v[i];
  diary.step[s] = net.p[i] - diary.value[s];
}
