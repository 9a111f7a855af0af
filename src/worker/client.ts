/**
 * The page's side of the protocol: one client speaks for one worker. A worker that dies is
 * replaced, told again what the reader gave it, and asked again what was open.
 */
import type {
  Fault,
  FromWorker,
  Input,
  OperationName,
  Progress,
  Result,
  StreamName,
  Streams,
  ToWorker,
} from './protocol.ts';

/** The part of `Worker` that the client uses. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface Handlers<R> {
  onAnswer(result: R): void;
  onFault(fault: Fault): void;
  onProgress?(progress: Progress): void;
}

export interface Follower<K extends StreamName> {
  onFrame(frame: Streams[K]['frame'], last: boolean): void;
  onFault(fault: Fault): void;
}

/** A stream as the one who follows it holds it. */
export interface Following {
  /** Allow one frame more, up to step `until`; `focus`: the run of a sweep wanted first from now. */
  readonly credit: (until: number, focus?: number) => void;
  readonly close: () => void;
}

/** What is alive in an engine. */
export interface Load {
  workers: number;
  /** Not answered yet. */
  questions: number;
  /** Not at their end, and how many of them are sweeps. */
  streams: number;
  sweeps: number;
}

/** What a page asks: one worker, or several that share the work. */
export interface Engine {
  /** Ask; the returned function cancels (then neither handler is called). */
  ask<K extends OperationName>(op: K, input: Input<K>, handlers: Handlers<Result<K>>): () => void;
  /** Open a stream. Nothing comes until a credit is granted; each credit brings one frame. */
  open<K extends StreamName>(
    stream: K,
    input: Streams[K]['input'],
    follower: Follower<K>,
  ): Following;
  /** Make the reader's own text known to the engine, under its hash. */
  provideText(sha256: string, text: string): void;
  /** End the workers. What is open hears nothing more; a later question starts anew. */
  close(): void;
  load(): Load;
}

interface Pending {
  message: ToWorker;
  handlers: Handlers<never>;
  /** How many workers have died on it. */
  deaths: number;
}

/** A question that has killed this many workers is not asked again. */
const MOST_DEATHS = 2;

export class EngineClient implements Engine {
  #worker: WorkerLike | null = null;
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();
  readonly #following = new Map<number, { stream: StreamName; follower: Follower<never> }>();
  readonly #texts = new Map<string, string>();
  readonly #make: () => WorkerLike;
  readonly #onRestart: () => void;
  readonly #onIdle: () => void;

  /**
   * `make` starts a worker; `onRestart` is told when one had to be replaced, `onIdle` each time
   * that nothing is left open.
   */
  constructor(make: () => WorkerLike, onRestart: () => void, onIdle: () => void = () => {}) {
    this.#make = make;
    this.#onRestart = onRestart;
    this.#onIdle = onIdle;
  }

  ask<K extends OperationName>(op: K, input: Input<K>, handlers: Handlers<Result<K>>): () => void {
    const id = this.#nextId++;
    const message: ToWorker = { kind: 'ask', id, op, input };
    this.#pending.set(id, { message, handlers: handlers as Handlers<never>, deaths: 0 });
    this.#post(message);
    return () => {
      if (this.#pending.delete(id)) this.#drop(id);
    };
  }

  open<K extends StreamName>(
    stream: K,
    input: Streams[K]['input'],
    follower: Follower<K>,
  ): Following {
    const id = this.#nextId++;
    this.#following.set(id, { stream, follower: follower as Follower<never> });
    this.#post({ kind: 'open', id, stream, input });
    return {
      credit: (until, focus) => {
        if (this.#following.has(id)) this.#post({ kind: 'credit', id, until, focus });
      },
      close: () => {
        if (this.#following.delete(id)) this.#drop(id);
      },
    };
  }

  provideText(sha256: string, text: string): void {
    this.#texts.set(sha256, text);
    if (this.#worker) this.#post({ kind: 'text', sha256, text });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#pending.clear();
    this.#following.clear();
  }

  load(): Load {
    return {
      workers: this.#worker ? 1 : 0,
      questions: this.#pending.size,
      streams: this.#following.size,
      sweeps: [...this.#following.values()].filter(({ stream }) => stream === 'sweep').length,
    };
  }

  #drop(id: number): void {
    this.#post({ kind: 'cancel', id });
    this.#rest();
  }

  #rest(): void {
    if (this.#pending.size + this.#following.size === 0) this.#onIdle();
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): WorkerLike {
    const worker = this.#make();
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = () => this.#restart(worker);
    for (const [sha256, text] of this.#texts) worker.postMessage({ kind: 'text', sha256, text });
    return worker;
  }

  #receive(message: FromWorker): void {
    const { id, kind } = message;
    const pending = this.#pending.get(id);
    const follower = this.#following.get(id)?.follower;
    if (kind === 'progress') {
      pending?.handlers.onProgress?.(message.progress);
      return;
    }
    if (kind !== 'frame' || message.last) {
      this.#pending.delete(id);
      this.#following.delete(id);
      this.#rest();
    }
    if (kind === 'frame') follower?.onFrame(message.frame as never, message.last);
    else if (kind === 'answer') pending?.handlers.onAnswer(message.result as never);
    else (pending?.handlers ?? follower)?.onFault(message.fault);
  }

  #restart(dead: WorkerLike): void {
    if (dead !== this.#worker) return;
    dead.terminate();
    this.#worker = null;
    const crashed: Fault = { code: 'crashed', detail: '' };
    // Questions are answered in order: the worker died on the oldest.
    const [oldest] = this.#pending;
    let given: Pending | undefined;
    if (oldest && ++oldest[1].deaths >= MOST_DEATHS) {
      given = oldest[1];
      this.#pending.delete(oldest[0]);
    }
    const followed = [...this.#following.values()];
    this.#following.clear();
    for (const { message } of this.#pending.values()) this.#post(message);
    this.#rest();
    // Told last: a handler may ask or open again, which must not be asked twice.
    given?.handlers.onFault(crashed);
    for (const { follower } of followed) follower.onFault(crashed);
    this.#onRestart();
  }
}
