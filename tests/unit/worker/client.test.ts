import { describe, expect, it, vi } from 'vitest';
import { EngineClient } from '../../../src/worker/client.ts';
import { FakeWorker, recipe } from './fakes.ts';

function start() {
  const workers: FakeWorker[] = [];
  const onRestart = vi.fn();
  const onIdle = vi.fn();
  const client = new EngineClient(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    onRestart,
    onIdle,
  );
  const handlers = () => ({ onAnswer: vi.fn(), onFault: vi.fn(), onProgress: vi.fn() });
  const follower = () => ({ onFrame: vi.fn(), onFault: vi.fn() });
  return { client, workers, onRestart, onIdle, handlers, follower };
}

const floors = { uniform: 4, unigram: 3, bigram: 2, trigram: 1 };

describe('asking', () => {
  it('starts the worker at the first question, not before', () => {
    const { client, workers, handlers } = start();
    client.provideText('abc', 'ada');
    expect(workers).toHaveLength(0);
    client.ask('floors', { recipe }, handlers());
    expect(workers).toHaveLength(1);
    expect(workers[0].received.map(({ kind }) => kind)).toEqual(['text', 'ask']);
  });

  it('gives each answer to the one who asked, once', () => {
    const { client, workers, handlers } = start();
    const [first, second] = [handlers(), handlers()];
    client.ask('floors', { recipe }, first);
    client.ask('floors', { recipe }, second);
    const [, { id }] = workers[0].of('ask');
    workers[0].say({ kind: 'answer', id, result: floors });
    workers[0].say({ kind: 'answer', id, result: floors });
    expect(first.onAnswer).not.toHaveBeenCalled();
    expect(second.onAnswer.mock.calls).toEqual([[floors]]);
  });

  it('passes on progress and faults', () => {
    const { client, workers, handlers } = start();
    const one = handlers();
    client.ask('losses', { recipe }, one);
    const [{ id }] = workers[0].of('ask');
    workers[0].say({ kind: 'progress', id, progress: { done: 1, total: 4 } });
    workers[0].say({ kind: 'fault', id, fault: { code: 'data-missing', detail: 'x' } });
    expect(one.onProgress).toHaveBeenCalledWith({ done: 1, total: 4 });
    expect(one.onFault).toHaveBeenCalledWith({ code: 'data-missing', detail: 'x' });
  });

  it('hears nothing more of a question that is cancelled', () => {
    const { client, workers, handlers } = start();
    const one = handlers();
    const cancel = client.ask('floors', { recipe }, one);
    const [{ id }] = workers[0].of('ask');
    cancel();
    cancel();
    expect(workers[0].of('cancel')).toEqual([{ kind: 'cancel', id }]);
    workers[0].say({ kind: 'answer', id, result: floors });
    workers[0].say({ kind: 'fault', id, fault: { code: 'failed', detail: '' } });
    expect(one.onAnswer).not.toHaveBeenCalled();
    expect(one.onFault).not.toHaveBeenCalled();
  });
});

describe('following', () => {
  const run = { recipe, from: 0, to: 8 };

  it('brings frames until the last, and then grants nothing more', () => {
    const { client, workers, follower } = start();
    const one = follower();
    const stream = client.open('train', run, one);
    const [{ id }] = workers[0].of('open');
    stream.credit(3);
    workers[0].say({ kind: 'frame', id, frame: 'a', last: false });
    workers[0].say({ kind: 'frame', id, frame: 'b', last: true });
    stream.credit(9);
    stream.close();
    expect(one.onFrame.mock.calls).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(workers[0].of('credit')).toEqual([{ kind: 'credit', id, until: 3 }]);
    expect(workers[0].of('cancel')).toEqual([]);
  });

  it('is deaf and mute after it is closed', () => {
    const { client, workers, follower } = start();
    const one = follower();
    const stream = client.open('train', run, one);
    const [{ id }] = workers[0].of('open');
    stream.close();
    stream.credit(3);
    workers[0].say({ kind: 'frame', id, frame: 'a', last: false });
    expect(one.onFrame).not.toHaveBeenCalled();
    expect(workers[0].of('credit')).toEqual([]);
    expect(workers[0].of('cancel')).toEqual([{ kind: 'cancel', id }]);
  });

  it('hears of a fault once', () => {
    const { client, workers, follower } = start();
    const one = follower();
    client.open('train', run, one);
    const [{ id }] = workers[0].of('open');
    const fault = { code: 'failed', detail: '' } as const;
    workers[0].say({ kind: 'fault', id, fault });
    workers[0].say({ kind: 'fault', id, fault });
    expect(one.onFault.mock.calls).toEqual([[fault]]);
  });
});

describe('a worker that dies', () => {
  it('is replaced, told the reader’s texts, and asked what was open', () => {
    const { client, workers, onRestart, handlers } = start();
    const [open, answered] = [handlers(), handlers()];
    client.ask('floors', { recipe }, answered);
    client.provideText('abc', 'ada');
    client.ask('data', { recipe }, open);
    workers[0].say({ kind: 'answer', id: 1, result: floors });
    workers[0].crash();
    expect(workers).toHaveLength(2);
    expect(workers[0].dead).toBe(true);
    expect(workers[1].received).toEqual([
      { kind: 'text', sha256: 'abc', text: 'ada' },
      { kind: 'ask', id: 2, op: 'data', input: { recipe } },
    ]);
    expect(onRestart).toHaveBeenCalledOnce();
    workers[1].say({ kind: 'answer', id: 2, result: 'fine' });
    expect(open.onAnswer).toHaveBeenCalledWith('fine');
    expect(open.onFault).not.toHaveBeenCalled();
  });

  it('twice on the same question is not asked it again; the others are', () => {
    const { client, workers, handlers } = start();
    const [deadly, harmless] = [handlers(), handlers()];
    client.ask('losses', { recipe }, deadly);
    client.ask('floors', { recipe }, harmless);
    workers[0].crash();
    workers[1].crash();
    expect(deadly.onFault.mock.calls).toEqual([[{ code: 'crashed', detail: '' }]]);
    expect(workers[2].of('ask').map(({ op }) => op)).toEqual(['floors']);
    workers[2].say({ kind: 'answer', id: 2, result: floors });
    expect(harmless.onAnswer).toHaveBeenCalledWith(floors);
  });

  it('is not replaced for the last breath of one already replaced', () => {
    const { client, workers, handlers } = start();
    client.ask('floors', { recipe }, handlers());
    workers[0].crash();
    workers[0].crash();
    expect(workers).toHaveLength(2);
  });

  it('tells those who follow, and one who opens again at once is opened once', () => {
    const { client, workers, follower } = start();
    const run = { recipe, from: 0, to: 8 };
    const second = follower();
    const first = follower();
    first.onFault.mockImplementation(() => client.open('train', { ...run, from: 5 }, second));
    client.open('train', run, first);
    workers[0].crash();
    expect(first.onFault).toHaveBeenCalledOnce();
    expect(second.onFault).not.toHaveBeenCalled();
    expect(workers[1].of('open')).toMatchObject([{ input: { from: 5 } }]);
    workers[1].say({ kind: 'frame', id: workers[1].of('open')[0].id, frame: 'on', last: false });
    expect(second.onFrame).toHaveBeenCalledWith('on', false);
    expect(first.onFrame).not.toHaveBeenCalled();
  });

  it('does not ask twice what a handler asks anew', () => {
    const { client, workers, handlers } = start();
    const [deadly, again] = [handlers(), handlers()];
    deadly.onFault.mockImplementation(() => client.ask('floors', { recipe }, again));
    client.ask('losses', { recipe }, deadly);
    workers[0].crash();
    workers[1].crash();
    expect(workers[2].of('ask').map(({ op }) => op)).toEqual(['floors']);
  });
});

describe('what is open', () => {
  const none = { questions: 0, streams: 0, sweeps: 0 };

  it('is counted until it is answered, cancelled, closed or failed', () => {
    const { client, workers, handlers, follower, onIdle } = start();
    expect(client.load()).toEqual({ workers: 0, ...none });
    const cancel = client.ask('floors', { recipe }, handlers());
    client.ask('floors', { recipe }, handlers());
    client.ask('floors', { recipe }, handlers());
    const run = { recipe, from: 0, to: 8 };
    const stream = client.open('train', run, follower());
    client.open('train', run, follower());
    client.open('sweep', { recipes: [recipe], focus: 0, points: 1 }, follower());
    expect(client.load()).toEqual({ workers: 1, questions: 3, streams: 3, sweeps: 1 });
    cancel();
    workers[0].say({ kind: 'answer', id: 2, result: floors });
    workers[0].say({ kind: 'fault', id: 3, fault: { code: 'failed', detail: '' } });
    stream.close();
    workers[0].say({ kind: 'frame', id: 5, frame: 'a', last: true });
    expect(client.load()).toEqual({ workers: 1, questions: 0, streams: 1, sweeps: 1 });
    expect(onIdle).not.toHaveBeenCalled();
    workers[0].say({ kind: 'fault', id: 6, fault: { code: 'failed', detail: '' } });
    expect(client.load()).toEqual({ workers: 1, ...none });
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it('is forgotten when the engine is closed; a later question starts it again', () => {
    const { client, workers, handlers } = start();
    const [before, after] = [handlers(), handlers()];
    client.provideText('abc', 'ada');
    client.ask('floors', { recipe }, before);
    client.close();
    expect(workers[0].dead).toBe(true);
    expect(client.load()).toEqual({ workers: 0, ...none });
    client.ask('data', { recipe }, after);
    expect(workers[1].received.map(({ kind }) => kind)).toEqual(['text', 'ask']);
    workers[1].say({ kind: 'answer', id: 2, result: 'fine' });
    expect(after.onAnswer).toHaveBeenCalledWith('fine');
    expect(before.onAnswer).not.toHaveBeenCalled();
  });
});
