/** A pool whose workers and timers a test holds in its hands. */
import { vi } from 'vitest';
import type { Recipe } from '../../../src/engine/recipe.ts';
import { EnginePool } from '../../../src/worker/pool.ts';
import { FakeWorker, recipe } from './fakes.ts';

export const of = (seed: number): Recipe => ({ ...recipe, seed });
export const run = { recipe, from: 0, to: 8 };
export const failed = { code: 'failed', detail: '' } as const;

export function start(size = 3) {
  const workers: FakeWorker[] = [];
  const onRestart = vi.fn();
  /** What waits, and for how long, ms. */
  const timers = new Map<() => void, number>();
  const pool = new EnginePool(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    onRestart,
    size,
    (ms, act) => {
      const timer = () => {
        timers.delete(timer);
        act();
      };
      timers.set(timer, ms);
      return () => timers.delete(timer);
    },
  );
  const handlers = () => ({ onAnswer: vi.fn(), onFault: vi.fn(), onProgress: vi.fn() });
  const follower = () => ({ onFrame: vi.fn(), onFault: vi.fn() });
  /** Ask something about the recipe of a seed. */
  const ask = (seed: number, one = handlers()) => pool.ask('floors', { recipe: of(seed) }, one);
  /** Answer everything that a worker has been asked. */
  const answer = (worker: FakeWorker) => {
    for (const { id } of worker.of('ask')) worker.say({ kind: 'answer', id, result: 'answered' });
  };
  /** Seeds of the recipes that each worker was asked about. */
  const seeds = () =>
    workers.map((worker) =>
      worker.of('ask').map(({ input }) => (input as { recipe: Recipe }).recipe.seed),
    );
  const wait = () => [...timers.keys()].forEach((timer) => timer());
  return { pool, workers, onRestart, timers, wait, handlers, follower, ask, answer, seeds };
}
