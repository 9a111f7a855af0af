/**
 * The page's side of the protocol. One client serves every figure of a page. A worker that dies
 * is replaced, told again what the reader gave it, and asked again what was open.
 */
import type {
  Fault,
  FromWorker,
  Input,
  OperationName,
  Progress,
  Result,
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

interface Pending {
  message: ToWorker;
  handlers: Handlers<never>;
  /** How many workers have died on it. */
  deaths: number;
}

interface Following {
  onFrame(frame: unknown, last: boolean): void;
  onFault(fault: Fault): void;
}

/** A question that has killed this many workers is not asked again. */
const MOST_DEATHS = 2;

export class EngineClient {
  #worker: WorkerLike | null = null;
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();
  readonly #following = new Map<number, Following>();
  readonly #texts = new Map<string, string>();
  readonly #make: () => WorkerLike;
  readonly #onRestart: () => void;

  /** `make` starts a worker; `onRestart` is told when one had to be replaced. */
  constructor(make: () => WorkerLike, onRestart: () => void) {
    this.#make = make;
    this.#onRestart = onRestart;
  }

  /** Ask; the returned function cancels (then neither handler is called). */
  ask<K extends OperationName>(op: K, input: Input<K>, handlers: Handlers<Result<K>>): () => void {
    const id = this.#nextId++;
    const message: ToWorker = { kind: 'ask', id, op, input };
    this.#pending.set(id, { message, handlers: handlers as Handlers<never>, deaths: 0 });
    this.#post(message);
    return () => this.#cancel(id);
  }

  /** Open a stream. Nothing comes until a credit is granted; each credit brings one frame. */
  open<K extends keyof Streams>(
    stream: K,
    input: Streams[K]['input'],
    handlers: {
      onFrame(frame: Streams[K]['frame'], last: boolean): void;
      onFault(fault: Fault): void;
    },
  ): { credit(until: number): void; close(): void } {
    const id = this.#nextId++;
    this.#following.set(id, handlers as Following);
    this.#post({ kind: 'open', id, stream, input });
    return {
      credit: (until) => {
        if (this.#following.has(id)) this.#post({ kind: 'credit', id, until });
      },
      close: () => {
        if (this.#following.delete(id)) this.#post({ kind: 'cancel', id });
      },
    };
  }

  /** Make the reader's own text known to the engine, under its hash. */
  provideText(sha256: string, text: string): void {
    this.#texts.set(sha256, text);
    if (this.#worker) this.#post({ kind: 'text', sha256, text });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #cancel(id: number): void {
    if (this.#pending.delete(id)) this.#post({ kind: 'cancel', id });
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
    if (message.kind === 'frame') {
      const follower = this.#following.get(message.id);
      if (message.last) this.#following.delete(message.id);
      follower?.onFrame(message.frame, message.last);
      return;
    }
    const pending = this.#pending.get(message.id);
    if (message.kind === 'progress') {
      pending?.handlers.onProgress?.(message.progress);
      return;
    }
    this.#pending.delete(message.id);
    if (message.kind === 'answer') pending?.handlers.onAnswer(message.result as never);
    else {
      pending?.handlers.onFault(message.fault);
      this.#following.get(message.id)?.onFault(message.fault);
      this.#following.delete(message.id);
    }
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
    const followers = [...this.#following.values()];
    this.#following.clear();
    for (const { message } of this.#pending.values()) this.#post(message);
    // Told last: a handler may ask or open again, which must not be asked twice.
    given?.handlers.onFault(crashed);
    for (const follower of followers) follower.onFault(crashed);
    this.#onRestart();
  }
}
