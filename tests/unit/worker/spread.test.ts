import { describe, expect, it, vi } from 'vitest';
import type { WorkerLike } from '../../../src/worker/client.ts';
import { EnginePool } from '../../../src/worker/pool.ts';
import type { FromWorker, SweptRun } from '../../../src/worker/protocol.ts';
import { serve } from '../../../src/worker/serve.ts';
import { small } from './asking.ts';
import { fakeClock, NAMES, type FakeWorker } from './fakes.ts';
import { failed, of, start } from './pool-fakes.ts';

describe('a sweep', () => {
  const recipes = Array.from({ length: 7 }, (_, i) => of(100 + i));
  const input = { recipes, focus: 3, points: 9 };
  const swept = (index: number) => ({ index, names: [`${index}`] });
  /** The stream that a worker was told to open last. */
  const opened = (worker: FakeWorker) => {
    const { id, input: own } = worker.of('open').at(-1)!;
    const { recipes: dealt, focus } = own as typeof input;
    return { id, focus, seeds: dealt.map(({ seed }) => seed - 100) };
  };
  const credits = (worker: FakeWorker) => worker.of('credit').map(({ focus }) => focus);
  /** A worker tells of runs by their places in its part. */
  const tell = (worker: FakeWorker, places: number[], left: number) =>
    worker.say({
      kind: 'frame',
      id: opened(worker).id,
      frame: { finished: places.map(swept), left },
      last: left === 0,
    });

  /** A sweep over two workers while the first holds the reader's recipe. */
  function spread(size = 3) {
    const all = start(size);
    all.ask(1);
    const one = all.follower();
    const stream = all.pool.open('sweep', input, one);
    /** Places and what is left, of each frame that came. */
    const seen = () =>
      one.onFrame.mock.calls.map(([{ finished, left }, last]) => ({
        at: finished.map(({ index }: { index: number }) => index),
        left,
        last,
      }));
    return { ...all, one, stream, seen };
  }

  it('is dealt out to all workers but the one that holds the recipe in its focus', () => {
    const { workers, pool } = spread();
    expect(workers[0].of('open')).toEqual([]);
    expect(opened(workers[1])).toMatchObject({ seeds: [0, 2, 4, 6], focus: 1 });
    expect(opened(workers[2])).toMatchObject({ seeds: [1, 3, 5], focus: 1 });
    expect(pool.load()).toEqual({ workers: 3, questions: 1, streams: 2, sweeps: 2 });
  });

  it('leaves the worker alone that knows the recipe in its focus', () => {
    const { pool, workers, ask, follower } = start();
    ask(1);
    ask(103);
    ask(1);
    pool.open('sweep', input, follower());
    expect(workers.map((worker) => worker.of('open').length)).toEqual([1, 0, 1]);
  });

  it('leaves the first worker to the reader when nothing was asked yet', () => {
    const { pool, workers, ask, follower } = start();
    pool.open('sweep', input, follower());
    expect(workers).toHaveLength(2);
    ask(103);
    expect(workers).toHaveLength(3);
    expect(workers[2].of('open')).toEqual([]);
  });

  it('runs whole on the other of two workers, and on the only one', () => {
    const two = spread(2);
    expect(opened(two.workers[1])).toMatchObject({ seeds: [0, 1, 2, 3, 4, 5, 6], focus: 3 });
    expect(two.workers[0].of('open')).toEqual([]);
    const one = spread(1);
    expect(opened(one.workers[0])).toMatchObject({ seeds: [0, 1, 2, 3, 4, 5, 6], focus: 3 });
  });

  it('starts no worker that would have nothing to do', () => {
    const { pool, workers, ask, follower } = start();
    ask(1);
    pool.open('sweep', { ...input, recipes: recipes.slice(0, 1), focus: 0 }, follower());
    expect(workers).toHaveLength(2);
    pool.open('sweep', { ...input, recipes: [], focus: 0 }, follower());
    expect(workers).toHaveLength(2);
  });

  it('does not keep the reader’s next recipes waiting', () => {
    const { ask, seeds } = spread();
    for (const seed of [2, 3, 4, 5]) ask(seed);
    expect(seeds()).toEqual([[1, 2, 3, 4, 5], [], []]);
  });

  it('shows the runs of all workers at their places in the whole, and ends once', () => {
    const { workers, stream, seen } = spread();
    stream.credit(1);
    tell(workers[1], [2], 3);
    stream.credit(1);
    tell(workers[2], [1, 0], 1);
    stream.credit(1);
    tell(workers[2], [2], 0);
    stream.credit(1);
    tell(workers[1], [1, 3, 0], 0);
    expect(seen()).toEqual([
      { at: [4], left: 6, last: false },
      { at: [3, 1], left: 4, last: false },
      { at: [5], left: 3, last: false },
      { at: [2, 6, 0], left: 0, last: true },
    ]);
  });

  it('shows one frame a credit, however many workers answer', () => {
    const { workers, stream, seen } = spread();
    expect(credits(workers[1])).toEqual([]);
    stream.credit(1);
    tell(workers[1], [2], 3);
    tell(workers[2], [1], 2);
    expect(seen()).toHaveLength(1);
    stream.credit(1);
    expect(seen().slice(1)).toEqual([{ at: [3], left: 5, last: false }]);
    expect(credits(workers[1])).toHaveLength(2);
    expect(credits(workers[2])).toHaveLength(2);
  });

  it('grants nothing more to a worker that has not answered yet', () => {
    const { workers, stream } = spread();
    for (let i = 0; i < 5; i++) {
      stream.credit(1);
      tell(workers[1], [], 4);
    }
    expect(credits(workers[1])).toHaveLength(5);
    expect(credits(workers[2])).toHaveLength(1);
  });

  it('holds the last frame back until there is a credit for it', () => {
    const { pool, workers, stream, seen } = spread();
    stream.credit(1);
    tell(workers[1], [0, 1, 2, 3], 0);
    tell(workers[2], [0, 1, 2], 0);
    expect(pool.load().streams).toBe(0);
    expect(seen()).toEqual([{ at: [0, 2, 4, 6], left: 3, last: false }]);
    stream.credit(1);
    stream.credit(1);
    expect(seen().slice(1)).toEqual([{ at: [1, 3, 5], left: 0, last: true }]);
  });

  it('tells every worker where the focus has moved, the slower with its next credit', () => {
    const { workers, stream } = spread();
    stream.credit(1);
    tell(workers[1], [], 4);
    stream.credit(1, 6);
    tell(workers[2], [], 3);
    stream.credit(1);
    expect(credits(workers[1])).toEqual([1, 3]);
    expect(credits(workers[2])).toEqual([1, 2]);
  });

  it('is closed on every worker, and says nothing more', () => {
    const { pool, workers, stream, one } = spread();
    stream.credit(1);
    tell(workers[1], [2], 3);
    tell(workers[2], [1], 2);
    stream.close();
    stream.close();
    stream.credit(1);
    tell(workers[1], [1], 2);
    expect(one.onFrame).toHaveBeenCalledOnce();
    expect(workers.map((worker) => worker.of('cancel').length)).toEqual([0, 1, 1]);
    expect(pool.load()).toMatchObject({ streams: 0, sweeps: 0 });
  });

  it('fails once when one part fails or its worker dies, and the other part is closed', () => {
    const { pool, workers, stream, one } = spread();
    stream.credit(1);
    workers[1].say({ kind: 'fault', id: opened(workers[1]).id, fault: failed });
    workers[2].crash();
    expect(one.onFault.mock.calls).toEqual([[failed]]);
    expect(workers[2].of('cancel')).toHaveLength(1);
    const again = { onFrame: vi.fn(), onFault: vi.fn() };
    pool.open('sweep', input, again).credit(1);
    workers[1].crash();
    expect(again.onFault.mock.calls).toEqual([[{ code: 'crashed', detail: '' }]]);
    expect(pool.load()).toMatchObject({ questions: 1, streams: 0 });
    stream.credit(1);
    expect(one.onFrame).not.toHaveBeenCalled();
  });
});

/** The engine itself, on this thread. */
function engineHere(): WorkerLike {
  const server = serve(
    { post: (data) => worker.onmessage?.({ data } as MessageEvent<FromWorker>) },
    async () => new TextEncoder().encode(NAMES),
    fakeClock(1),
  );
  const worker: WorkerLike = {
    postMessage: (message) => server.receive(message),
    terminate() {},
    onmessage: null,
    onerror: null,
  };
  return worker;
}

describe('a sweep by the engine itself', () => {
  const rates = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];
  const recipes = rates.map((rate) => small(1, { rate, steps: 8 }));

  /** All runs, by their places, of a sweep over so many workers. */
  async function sweep(workers: number): Promise<SweptRun[]> {
    const never = () => () => {};
    const pool = new EnginePool(engineHere, vi.fn(), workers, never);
    const runs: SweptRun[] = [];
    await new Promise<void>((resolve, reject) => {
      const input = { recipes, focus: 2, points: 8 };
      const stream = pool.open('sweep', input, {
        onFrame({ finished, left }, last) {
          runs.push(...finished);
          expect(left).toBe(recipes.length - runs.length);
          if (last) resolve();
          else stream.credit(1);
        },
        onFault: ({ detail }) => reject(new Error(detail)),
      });
      stream.credit(1);
    });
    expect(pool.load()).toMatchObject({ streams: 0, sweeps: 0 });
    return runs.toSorted((a, b) => a.index - b.index);
  }

  it('finds the same runs, each once, however many workers share it', async () => {
    const [one, two, three] = [await sweep(1), await sweep(2), await sweep(3)];
    expect(one.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(one.map(({ losses }) => losses.at(-1))).size).toBe(7);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });
});
