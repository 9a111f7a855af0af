import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../src/engine/recipe.ts';
import { poolSize } from '../../../src/worker/pool.ts';
import { recipe } from './fakes.ts';
import { failed, of, run, start } from './pool-fakes.ts';

describe('how many workers', () => {
  it.each([
    [undefined, 1],
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [64, 3],
  ])('for %s cores: %i', (cores, workers) => expect(poolSize(cores)).toBe(workers));
});

describe('routing', () => {
  it('starts no worker before the first question', () => {
    const { pool, workers } = start();
    pool.provideText('abc', 'ada');
    expect(workers).toHaveLength(0);
    expect(pool.load()).toEqual({ workers: 0, questions: 0, streams: 0, sweeps: 0 });
  });

  it('keeps one recipe to one worker, however much is asked and followed', () => {
    const { pool, workers, ask, follower } = start();
    for (let i = 0; i < 50; i++) ask(7);
    pool.open('train', { ...run, recipe: of(7) }, follower());
    expect(workers).toHaveLength(1);
  });

  it('knows a recipe again whose keys were written in another order', () => {
    const { pool, workers, handlers } = start();
    const turned = Object.fromEntries(Object.entries(recipe).toReversed()) as unknown as Recipe;
    pool.ask('floors', { recipe }, handlers());
    pool.ask('floors', { recipe: turned }, handlers());
    expect(workers).toHaveLength(1);
  });

  it('takes another recipe to the least busy worker, and stays there', () => {
    const { ask, seeds } = start();
    for (const seed of [1, 1, 2, 3, 2, 1, 4, 4, 3]) ask(seed);
    expect(seeds()).toEqual([
      [1, 1, 1],
      [2, 2],
      [3, 4, 4, 3],
    ]);
  });

  it('comes back to the first worker when nothing is busy', () => {
    const { ask, answer, workers, seeds } = start();
    for (const seed of [1, 2, 3, 4]) {
      ask(seed);
      answer(workers[0]);
    }
    expect(seeds()).toEqual([[1, 2, 3, 4]]);
  });

  it('counts a stream as being busy', () => {
    const { pool, follower, ask, seeds } = start();
    pool.open('train', run, follower());
    ask(1);
    expect(seeds()).toEqual([[], [1]]);
  });

  it('takes a question without a recipe to the least busy worker that has started', () => {
    const { pool, handlers, ask, answer, workers } = start(2);
    const inspect = () => pool.ask('inspect', { text: 'ada', preview: 1 }, handlers());
    inspect();
    inspect();
    expect(workers).toHaveLength(1);
    ask(1);
    ask(2);
    expect(workers).toHaveLength(2);
    answer(workers[1]);
    inspect();
    expect(workers[1].of('ask').map(({ op }) => op)).toContain('inspect');
    expect(workers).toHaveLength(2);
  });

  it('forgets where a recipe was that was not asked about for long', () => {
    const { ask, answer, workers, seeds } = start(2);
    ask(0);
    ask(1);
    answer(workers[0]);
    answer(workers[1]);
    for (let seed = 2; seed < 100; seed++) {
      ask(seed);
      answer(workers[0]);
    }
    ask(1);
    expect(seeds()[0].at(-1)).toBe(1);
  });
});

describe('hearing', () => {
  it('gives answers, progress and faults of each worker to the one who asked', () => {
    const { workers, handlers, ask } = start();
    const [first, second] = [handlers(), handlers()];
    ask(1, first);
    ask(2, second);
    workers[1].say({ kind: 'progress', id: 1, progress: { done: 1, total: 2 } });
    workers[1].say({ kind: 'answer', id: 1, result: 'two' });
    workers[0].say({ kind: 'fault', id: 1, fault: failed });
    expect(second.onProgress.mock.calls).toEqual([[{ done: 1, total: 2 }]]);
    expect(second.onAnswer.mock.calls).toEqual([['two']]);
    expect(first.onFault.mock.calls).toEqual([[failed]]);
    expect(first.onAnswer).not.toHaveBeenCalled();
  });

  it('cancels with the worker that was asked', () => {
    const { workers, handlers, ask } = start();
    const one = handlers();
    ask(1);
    ask(2, one)();
    expect(workers.map((worker) => worker.of('cancel'))).toEqual([[], [{ kind: 'cancel', id: 1 }]]);
    workers[1].say({ kind: 'answer', id: 1, result: 'late' });
    expect(one.onAnswer).not.toHaveBeenCalled();
  });
});

describe('texts of the reader', () => {
  const text = { kind: 'text', sha256: 'abc', text: 'ada' };

  it('reach the workers that have started and those that start later', () => {
    const { pool, workers, ask } = start();
    ask(1);
    pool.provideText('abc', 'ada');
    ask(2);
    expect(workers[0].received.at(-1)).toEqual(text);
    expect(workers[1].received[0]).toEqual(text);
  });

  it('reach a worker that takes the place of a dead or an idle one', () => {
    const { pool, workers, ask, answer, wait } = start();
    pool.provideText('abc', 'ada');
    ask(1);
    ask(2);
    workers[1].crash();
    expect(workers[2].received[0]).toEqual(text);
    answer(workers[2]);
    wait();
    ask(3);
    expect(workers[3].received[0]).toEqual(text);
  });
});

describe('a worker that dies', () => {
  it('takes only its own questions with it, and is told of once', () => {
    const { pool, workers, onRestart, handlers, follower, ask } = start();
    const [here, there, followed] = [handlers(), handlers(), follower()];
    ask(1, here);
    pool.open('train', { ...run, recipe: of(1) }, followed);
    ask(2, there);
    workers[1].crash();
    expect(onRestart).toHaveBeenCalledOnce();
    expect(workers[2].of('ask')).toMatchObject([{ input: { recipe: of(2) } }]);
    workers[2].crash();
    expect(onRestart).toHaveBeenCalledTimes(2);
    expect(there.onFault.mock.calls).toEqual([[{ code: 'crashed', detail: '' }]]);
    expect(workers[0].dead).toBe(false);
    workers[0].say({ kind: 'answer', id: 1, result: 'one' });
    expect(here.onAnswer).toHaveBeenCalledWith('one');
    expect(followed.onFault).not.toHaveBeenCalled();
  });
});

describe('idle workers', () => {
  it('are ended after half a minute, but never the first', () => {
    const { workers, timers, wait, ask, answer } = start();
    ask(1);
    ask(2);
    answer(workers[0]);
    expect(timers.size).toBe(0);
    answer(workers[1]);
    expect([...timers.values()]).toEqual([30_000]);
    wait();
    expect(workers.map(({ dead }) => dead)).toEqual([false, true]);
  });

  it('wait anew after each thing they do', () => {
    const { workers, timers, wait, ask, answer } = start();
    ask(1);
    ask(2);
    answer(workers[1]);
    const [first] = timers.keys();
    ask(2);
    answer(workers[1]);
    expect(timers.size).toBe(1);
    expect(timers.has(first)).toBe(false);
    wait();
    expect(workers[1].dead).toBe(true);
  });

  it('are not ended while they work, nor while a stream is open, though it may rest', () => {
    const { pool, workers, timers, wait, follower, ask, answer } = start();
    ask(1);
    ask(2);
    answer(workers[1]);
    const stream = pool.open('train', { ...run, recipe: of(2) }, follower());
    wait();
    expect(workers[1].dead).toBe(false);
    stream.close();
    expect(timers.size).toBe(1);
    wait();
    expect(workers[1].dead).toBe(true);
  });

  it('know nothing any more: what is asked of their recipe goes where there is room', () => {
    const { pool, workers, wait, ask, answer, seeds } = start();
    ask(1);
    ask(2);
    answer(workers[1]);
    wait();
    answer(workers[0]);
    ask(2);
    expect(seeds()[0]).toEqual([1, 2]);
    expect(pool.load().workers).toBe(1);
  });
});

describe('closing', () => {
  it('ends every worker and every wait; a later question starts one again', () => {
    const { pool, workers, timers, ask, answer, handlers } = start();
    const one = handlers();
    ask(1, one);
    ask(2);
    answer(workers[1]);
    pool.close();
    expect(workers.every(({ dead }) => dead)).toBe(true);
    expect(timers.size).toBe(0);
    expect(pool.load()).toEqual({ workers: 0, questions: 0, streams: 0, sweeps: 0 });
    ask(1);
    expect(workers).toHaveLength(3);
  });
});
