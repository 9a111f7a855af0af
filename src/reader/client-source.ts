/**
 * The engine as the figures of a page see it in the browser: answers of the build first, then
 * the worker's own, kept while they are likely to be asked for again.
 */
import type { Engine } from '../worker/client.ts';
import type {
  Fault,
  Input,
  OperationName,
  Result,
  Streams,
  TableState,
} from '../worker/protocol.ts';
import { questionKey, type EngineSource, type Entry, type RunStream } from './engine-source.ts';

/** Answers kept; the oldest unused go first. */
const KEPT = 400;
/** Frames of a run kept while it is followed. */
const FRAMES_KEPT = 2;

export interface ClientSource extends EngineSource {
  readonly client: Engine;
  /** Told each time a worker had to be replaced. */
  onRestart(listener: () => void): void;
}

/** `start` makes the engine, which tells when it had to replace a worker. */
export function makeClientSource(
  seed: Readonly<Record<string, unknown>>,
  start: (onRestart: () => void) => Engine,
): ClientSource {
  const entries = new Map<string, Entry>();
  const asked = new Map<string, () => void>();
  const slots = new Map<string, string>();
  const listeners = new Set<() => void>();
  const restartListeners: (() => void)[] = [];

  for (const [key, data] of Object.entries(seed)) {
    entries.set(key, {
      data: data as Result<OperationName>,
      live: false,
      fault: null,
      progress: null,
    });
  }
  const built = new Map(entries);
  const tell = (): void => listeners.forEach((listener) => listener());
  const client = start(() => {
    for (const listener of restartListeners) listener();
    tell();
  });

  function put(key: string, change: Partial<Entry>): void {
    const old = entries.get(key) ?? { data: undefined, live: false, fault: null, progress: null };
    entries.delete(key);
    entries.set(key, { ...old, ...change });
    if (entries.size > KEPT) forget();
    tell();
  }

  function drop(key: string): void {
    if (![...slots.values()].includes(key)) entries.delete(key);
  }

  /** Let the oldest go that no figure shows. */
  function forget(): void {
    const shown = new Set(slots.values());
    for (const oldest of entries.keys()) {
      if (entries.size <= KEPT) break;
      if (!shown.has(oldest)) entries.delete(oldest);
    }
  }

  function request<K extends OperationName>(op: K, input: Input<K>, slot: string): void {
    const key = questionKey(op, input);
    const before = slots.get(slot);
    slots.set(slot, key);
    // A newer question drops the older, unless another figure still wants it.
    if (before !== undefined && before !== key && ![...slots.values()].includes(before)) {
      asked.get(before)?.();
      asked.delete(before);
    }
    const known = entries.get(key);
    if (known?.live || asked.has(key)) return;
    // What went wrong is not asked again by itself, only when the reader comes back to it.
    if (known?.fault && before === key) return;
    const cancel = client.ask(op, input, {
      onAnswer(data) {
        asked.delete(key);
        put(key, { data, live: true, fault: null, progress: null });
      },
      onFault(fault) {
        asked.delete(key);
        put(key, { fault, progress: null });
      },
      onProgress: ({ done, total }) => put(key, { progress: done / total }),
    });
    asked.set(key, cancel);
  }

  return {
    client,
    onRestart: (listener) => void restartListeners.push(listener),
    read: (key) => entries.get(key),
    built: (key) => built.get(key),
    request,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    open: (stream, input, follower) => client.open(stream, input, follower),
    follow<K extends RunStream>(
      kind: K,
      input: Streams[K]['input'],
      pace: (elapsed: number) => number,
      onFrame: (frame: Streams[K]['frame'], last: boolean) => void,
      onFault: (fault: Fault) => void,
    ) {
      let last = performance.now();
      let frameRequest = 0;
      let reached = input.from;
      const passed: string[] = [];
      // A run is watched once: of its tables only the latest are kept, for they can be large.
      const keep = (table: TableState): void => {
        const key = questionKey('state', { recipe: input.recipe, step: table.step });
        put(key, { data: table, live: true });
        if (passed.push(key) > FRAMES_KEPT) drop(passed.shift()!);
      };
      const stream = client.open(kind, input, {
        onFrame(frame, done) {
          reached = frame.step;
          if ('counts' in frame) keep(frame);
          if (!done) frameRequest = requestAnimationFrame(grant);
          onFrame(frame, done);
        },
        onFault(fault) {
          cancelAnimationFrame(frameRequest);
          onFault(fault);
        },
      });
      // One credit an animation frame, only when the last frame has come and there is more to do.
      function grant(now: number): void {
        const elapsed = Math.max(0, now - last);
        last = now;
        const until = pace(elapsed);
        if (until > reached) stream.credit(until);
        else frameRequest = requestAnimationFrame(grant);
      }
      frameRequest = requestAnimationFrame(grant);
      return () => {
        cancelAnimationFrame(frameRequest);
        stream.close();
      };
    },
  };
}
