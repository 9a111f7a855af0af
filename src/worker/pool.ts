/**
 * A few workers behind one face. What is known of a recipe stays with one of them, so its
 * questions go there; another recipe, a sweep, find a worker that is not in the reader's way.
 */
import type { Recipe } from '../engine/recipe.ts';
import {
  EngineClient,
  type Engine,
  type Follower,
  type Following,
  type Handlers,
  type Load,
  type WorkerLike,
} from './client.ts';
import type { Input, OperationName, Result, StreamName, Streams } from './protocol.ts';
import { spreadSweep } from './spread.ts';

/** A place for a worker; it is empty until something is asked of it. */
interface Seat {
  readonly client: EngineClient;
  /** Calls off the wait after which its worker is ended. */
  stay: () => void;
}

/** More workers than this gain little and cost memory. */
const MOST_WORKERS = 3;
/** Recipes whose worker is remembered; the longest unused go first. */
const KEYS_KEPT = 32;
/** An extra worker with nothing to do is ended after this long, ms. */
const IDLE = 30_000;

/** A sweep is hundreds of questions in one: it weighs more than a page asks at once. */
const SWEEP_WEIGHT = 1000;

/** One string for recipes that are alike to the letter; two forms of one run may part. */
const placeKey = (recipe: Recipe): string =>
  JSON.stringify(Object.entries(recipe).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Workers for a machine of so many cores, one of them left to the page; one if it won't say. */
export const poolSize = (cores: number | undefined): number =>
  cores ? Math.max(1, Math.min(MOST_WORKERS, cores - 1)) : 1;

/** Do something after some milliseconds, unless the returned function is called before. */
export type After = (ms: number, act: () => void) => () => void;

const afterTime: After = (ms, act) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

export class EnginePool implements Engine {
  readonly #seats: readonly Seat[];
  /** By recipe, the worker that knows it; the one asked about last comes last. */
  readonly #places = new Map<string, Seat>();

  /** `onRestart` is told once for each worker that died and was replaced. */
  constructor(
    make: () => WorkerLike,
    onRestart: () => void,
    workers: number,
    after: After = afterTime,
  ) {
    this.#seats = Array.from({ length: workers }, (_, i) => {
      const onIdle = (): void => {
        seat.stay();
        // The first is kept: the page will ask again.
        if (i > 0) seat.stay = after(IDLE, () => weight(seat) === 0 && this.#end(seat));
      };
      const client = new EngineClient(make, onRestart, onIdle);
      const seat: Seat = { client, stay() {} };
      return seat;
    });
  }

  ask<K extends OperationName>(op: K, input: Input<K>, handlers: Handlers<Result<K>>): () => void {
    return this.#clientFor(input).ask(op, input, handlers);
  }

  open<K extends StreamName>(
    stream: K,
    input: Streams[K]['input'],
    follower: Follower<K>,
  ): Following {
    if ('recipes' in input) {
      return spreadSweep(this.#clientsFor(input), input, follower as Follower<'sweep'>);
    }
    return this.#clientFor(input).open(stream, input, follower);
  }

  provideText(sha256: string, text: string): void {
    for (const { client } of this.#seats) client.provideText(sha256, text);
  }

  close(): void {
    for (const seat of this.#seats) this.#end(seat);
  }

  load(): Load {
    return this.#seats
      .map(({ client }) => client.load())
      .reduce((a, b) => ({
        workers: a.workers + b.workers,
        questions: a.questions + b.questions,
        streams: a.streams + b.streams,
        sweeps: a.sweeps + b.sweeps,
      }));
  }

  /** The client that a question belongs to. */
  #clientFor(input: object): EngineClient {
    const { recipe } = input as { recipe?: Recipe };
    if (!recipe) {
      const started = this.#seats.filter(({ client }) => client.load().workers > 0);
      return leastBusy(started.length > 0 ? started : this.#seats).client;
    }
    const key = placeKey(recipe);
    const seat = this.#places.get(key) ?? leastBusy(this.#seats);
    this.#places.delete(key);
    this.#places.set(key, seat);
    const [oldest] = this.#places.keys();
    if (this.#places.size > KEYS_KEPT) this.#places.delete(oldest);
    return seat.client;
  }

  /** The clients that share a sweep: all but the one where the reader's recipe is. */
  #clientsFor({ recipes, focus }: Streams['sweep']['input']): EngineClient[] {
    const nearest = recipes.at(focus);
    const home =
      (nearest && this.#places.get(placeKey(nearest))) ??
      [...this.#places.values()].at(-1) ??
      this.#seats[0];
    const others = this.#seats.filter((seat) => seat !== home);
    return (others.length > 0 ? others : [home]).map(({ client }) => client);
  }

  #end(seat: Seat): void {
    seat.stay();
    seat.client.close();
    for (const [key, place] of this.#places) if (place === seat) this.#places.delete(key);
  }
}

function weight({ client }: Seat): number {
  const { questions, streams, sweeps } = client.load();
  return questions + streams + sweeps * SWEEP_WEIGHT;
}

const leastBusy = (seats: readonly Seat[]): Seat =>
  seats.reduce((best, seat) => (weight(seat) < weight(best) ? seat : best));
