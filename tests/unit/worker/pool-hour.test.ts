import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/engine/index.ts';
import type { FakeWorker } from './fakes.ts';
import { failed, of, run, start } from './pool-fakes.ts';

describe('an hour of use', () => {
  it('leaves nothing behind', () => {
    const { pool, workers, timers, wait, onRestart, handlers, follower } = start();
    const random = new Random(1);
    const die = (sides: number) => Math.floor(random.random() * sides);
    const recipes = Array.from({ length: 5 }, (_, i) => of(i));
    const undo: (() => void)[] = [];
    let most = 0;
    let timersAtMost = 0;
    for (let turn = 0; turn < 10_000; turn++) {
      const about = of(die(200));
      const what = die(9);
      if (what < 3) undo.push(pool.ask('floors', { recipe: about }, handlers()));
      else if (what === 3) undo.push(pool.ask('inspect', { text: '', preview: 1 }, handlers()));
      else if (what === 4)
        undo.push(pool.open('train', { ...run, recipe: about }, follower()).close);
      else if (what === 5) {
        const sweep = pool.open('sweep', { recipes, focus: die(5), points: 1 }, follower());
        sweep.credit(1);
        undo.push(sweep.close);
      } else if (what === 6) undo[die(undo.length)]?.();
      else {
        const alive = workers.filter(({ dead }) => !dead);
        const worker = alive[die(alive.length)];
        const fate = die(20);
        if (fate === 0) worker?.crash();
        else if (fate === 1) wait();
        else if (worker) settle(worker, fate % 2 === 0);
      }
      timersAtMost = Math.max(timersAtMost, timers.size);
      most = Math.max(most, pool.load().workers);
    }
    expect(most).toBe(3);
    expect(timersAtMost).toBeLessThanOrEqual(2);
    expect(onRestart).toHaveBeenCalled();
    for (const undone of undo) undone();
    expect(pool.load()).toMatchObject({ questions: 0, streams: 0, sweeps: 0 });
    wait();
    expect(pool.load().workers).toBe(1);
    expect(timers.size).toBe(0);
    expect(workers.filter(({ dead }) => !dead)).toHaveLength(1);
  });

  /** Let a worker finish all that it was given, or fail at it. */
  function settle(worker: FakeWorker, well: boolean): void {
    for (const message of worker.received.splice(0)) {
      if (message.kind === 'text') continue;
      const { id, kind } = message;
      if (!well) worker.say({ kind: 'fault', id, fault: failed });
      else if (kind === 'ask') worker.say({ kind: 'answer', id, result: null });
      else worker.say({ kind: 'frame', id, frame: { finished: [], left: 0 }, last: true });
    }
  }
});
