/**
 * The engine's side of the protocol, apart from where it runs: a worker, a test, anything with a
 * way to post and to receive. Questions are answered in order; long ones in slices of a few
 * milliseconds, so that a cancellation or a newer question is heard in between.
 */
import { dataKey, type DataRef, type Recipe } from '../engine/recipe.ts';
import { faultOf } from './faults.ts';
import { operationFor, streamFor } from './operations/on-demand.ts';
import type { Framed, Stream } from './operations/streams.ts';
import type {
  FromWorker,
  Input,
  OperationName,
  Progress,
  StreamName,
  ToWorker,
} from './protocol.ts';
import { Workspace } from './workspace.ts';

export interface Port {
  post(message: FromWorker, transfer: Transferable[]): void;
}

/** Time a slice of work may take before the worker listens again, ms. */
const SLICE = 8;

export interface Server {
  receive(message: ToWorker): void;
}

interface Clock {
  now(): number;
  /** Let messages in, then go on. */
  breathe(): Promise<void>;
}

/** What an input may be about. */
interface About {
  recipe: Recipe;
  against: Recipe;
  recipes: readonly Recipe[];
}

export function serve(port: Port, load: (id: string) => Promise<Uint8Array>, clock: Clock): Server {
  const workspace = new Workspace(() => clock.now());
  /** Questions and streams received and neither answered nor opened yet. */
  const waiting = new Set<number>();
  const cancelled = new Set<number>();
  const open = new Map<number, Stream>();
  let queue: Promise<void> = Promise.resolve();

  async function bring(data: DataRef): Promise<void> {
    if (data.kind === 'builtin' && !workspace.has(data))
      workspace.provide(dataKey(data), await load(data.id));
  }

  /** Every data set that a question or a stream is about. */
  async function bringAll(input: object): Promise<void> {
    const { recipe, against, recipes = [] } = input as Partial<About>;
    for (const each of [recipe, against, ...recipes]) if (each) await bring(each.data);
  }

  /** Does work to its end, slice by slice; undefined if it is no longer `wanted` in between. */
  async function finish<R>(
    work: R | Generator<Progress, R>,
    wanted: () => boolean,
    tell: (progress: Progress) => void = () => {},
  ): Promise<R | undefined> {
    if (!isGenerator<R>(work)) return work;
    for (let started = clock.now(); ;) {
      const { value, done } = work.next();
      if (done) return value;
      if (clock.now() - started < SLICE) continue;
      tell(value);
      await clock.breathe();
      if (!wanted()) return undefined;
      started = clock.now();
    }
  }

  async function answer<K extends OperationName>(
    id: number,
    op: K,
    input: Input<K>,
  ): Promise<void> {
    await clock.breathe();
    if (cancelled.has(id)) return;
    await bringAll(input);
    const operation = await operationFor(op);
    const result = await finish(
      operation(workspace, input),
      () => !cancelled.has(id),
      (progress) => port.post({ kind: 'progress', id, progress }, []),
    );
    if (!cancelled.has(id)) port.post({ kind: 'answer', id, result }, []);
  }

  async function openStream(id: number, name: StreamName, input: object): Promise<void> {
    await bringAll(input);
    if (cancelled.has(id)) return;
    const start = await streamFor(name);
    const stream = await finish<Stream>(start(workspace, input as never), () => !cancelled.has(id));
    if (stream && !cancelled.has(id)) open.set(id, stream);
  }

  async function advance(id: number, until: number): Promise<void> {
    const stream = open.get(id);
    if (!stream) return;
    const started = clock.now();
    const wanted = () => open.get(id) === stream;
    const work = stream.advance(until, () => clock.now() - started);
    const framed = await finish<Framed<StreamName>>(work, wanted);
    if (!framed || !wanted()) return;
    const { frame, last, transfer } = framed;
    if (last) open.delete(id);
    port.post({ kind: 'frame', id, frame, last }, transfer);
  }

  /** Do `work` when all before it is done; what goes wrong is told, and the next still comes. */
  function then(id: number, work: () => Promise<void> | void): void {
    queue = queue.then(work).catch((error: unknown) => {
      open.delete(id);
      if (!cancelled.has(id)) port.post({ kind: 'fault', id, fault: faultOf(error) }, []);
    });
  }

  function settle(id: number): void {
    queue = queue.then(() => {
      waiting.delete(id);
      cancelled.delete(id);
    });
  }

  return {
    receive(message) {
      const { kind } = message;
      if (kind === 'text') {
        workspace.provide(message.sha256, message.text);
        return;
      }
      const { id } = message;
      switch (kind) {
        case 'ask':
          waiting.add(id);
          then(id, () => answer(id, message.op, message.input as never));
          settle(id);
          break;
        case 'open':
          waiting.add(id);
          then(id, () => openStream(id, message.stream, message.input as object));
          settle(id);
          break;
        case 'credit':
          // Heard at once, in the midst of the work for an earlier credit.
          if (message.focus !== undefined) open.get(id)?.refocus?.(message.focus);
          then(id, () => advance(id, message.until));
          break;
        case 'cancel':
          if (waiting.has(id)) cancelled.add(id);
          else open.delete(id);
          break;
      }
    },
  };
}

function isGenerator<R>(work: R | Generator<Progress, R>): work is Generator<Progress, R> {
  return typeof work === 'object' && work !== null && Symbol.iterator in work && 'next' in work;
}
