import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeClientSource, type ClientSource } from '../../../src/reader/client-source.ts';
import { EngineClient } from '../../../src/worker/client.ts';
import { questionKey } from '../../../src/reader/engine-source.ts';
import { FakeWorker, recipe } from '../worker/fakes.ts';

let worker: FakeWorker;
let engine: ClientSource;
/** Animation frames wait here until the test lets them pass. */
let frames: Map<number, (now: number) => void>;

/** Let `ms` go by and draw one frame. A hidden tab draws none. */
let now = 0;
function draw(ms = 16): void {
  now += ms;
  const due = [...frames.values()];
  frames.clear();
  for (const callback of due) callback(now);
}

const start = (onRestart: () => void) =>
  new EngineClient(() => (worker = new FakeWorker()), onRestart);

beforeEach(() => {
  now = 0;
  let id = 0;
  frames = new Map();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => {
    frames.set(++id, callback);
    return id;
  });
  vi.stubGlobal('cancelAnimationFrame', (which: number) => frames.delete(which));
  engine = makeClientSource({}, start);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const asked = () => worker.of('ask').map(({ id, op }) => ({ id, op }));

describe('asking for a figure', () => {
  it('asks once what two figures want', () => {
    engine.request('floors', { recipe }, 'one');
    engine.request('floors', { recipe }, 'two');
    expect(asked()).toHaveLength(1);
  });

  it('drops the older question of the same slot', () => {
    engine.request('state', { recipe, step: 1 }, 'one');
    engine.request('state', { recipe, step: 2 }, 'one');
    expect(worker.of('cancel')).toEqual([{ kind: 'cancel', id: 1 }]);
  });

  it('keeps the older question while another figure wants it', () => {
    engine.request('state', { recipe, step: 1 }, 'one');
    engine.request('state', { recipe, step: 1 }, 'two');
    engine.request('state', { recipe, step: 2 }, 'one');
    expect(worker.of('cancel')).toEqual([]);
  });

  it('does not ask again by itself what went wrong, but does when the reader comes back', () => {
    engine.subscribe(() => engine.request('floors', { recipe }, 'page'));
    engine.request('floors', { recipe }, 'page');
    worker.say({ kind: 'fault', id: 1, fault: { code: 'data-missing', detail: '' } });
    expect(asked()).toHaveLength(1);
    engine.request('floors', { recipe: { ...recipe, seed: 1 } }, 'figure');
    engine.request('floors', { recipe }, 'figure');
    expect(asked()).toHaveLength(3);
  });

  it('never forgets an answer that a figure shows, however much is asked after it', () => {
    engine.request('floors', { recipe }, 'shown');
    worker.say({ kind: 'answer', id: 1, result: { uniform: 1 } });
    for (let step = 0; step < 600; step++) {
      engine.request('state', { recipe, step }, 'scrubbed');
      worker.say({ kind: 'answer', id: step + 2, result: { step } });
    }
    expect(engine.read(questionKey('floors', { recipe }))?.data).toEqual({ uniform: 1 });
    expect(engine.read(questionKey('state', { recipe, step: 0 }))).toBeUndefined();
  });
});

describe('answers of the build', () => {
  it('stand in until the worker has given its own, and stay on hand for a figure that wakes late', () => {
    const key = questionKey('floors', { recipe });
    const rounded = { uniform: 3.3 };
    engine = makeClientSource({ [key]: rounded }, start);
    expect(engine.read(key)).toMatchObject({ data: rounded, live: false });
    engine.request('floors', { recipe }, 'one');
    worker.say({ kind: 'answer', id: 1, result: { uniform: 3.295 } });
    expect(engine.read(key)).toMatchObject({ data: { uniform: 3.295 }, live: true });
    expect(engine.built(key)).toMatchObject({ data: rounded, live: false });
  });
});

describe('following a run', () => {
  const run = { recipe, from: 0, to: 8 };
  const say = (step: number, last = false, more: object = {}) =>
    worker.say({ kind: 'frame', id: 1, frame: { step, ...more }, last });
  /** What tells a table from a network. */
  const table = { counts: new Uint32Array() };
  const credits = () => worker.of('credit').map(({ until }) => until);

  it('grants one credit an animation frame, and waits for the frame it brings', () => {
    engine.follow('train', run, () => 3, vi.fn(), vi.fn());
    expect(credits()).toEqual([]);
    draw();
    draw();
    draw();
    expect(credits()).toEqual([3]);
  });

  it('asks for nothing while there is no step to take', () => {
    let step = 0;
    engine.follow('train', run, () => step, vi.fn(), vi.fn());
    draw();
    draw();
    expect(credits()).toEqual([]);
    step = 1;
    draw();
    expect(credits()).toEqual([1]);
    say(1);
    draw();
    expect(credits()).toEqual([1]);
  });

  it('tells the pace how long it has been', () => {
    const pace = vi.fn((_elapsed: number) => 0);
    engine.follow('train', run, pace, vi.fn(), vi.fn());
    draw(16);
    draw(40);
    expect(pace.mock.calls).toEqual([[16], [40]]);
  });

  it('stands still in a hidden tab, where no frame is drawn, and goes on after', () => {
    let step = 0;
    engine.follow('train', run, () => ++step, vi.fn(), vi.fn());
    draw();
    say(1);
    expect(credits()).toEqual([1]);
    draw(60_000);
    expect(credits()).toEqual([1, 2]);
  });

  it('makes each frame the answer to the question for its state', () => {
    const onFrame = vi.fn();
    engine.follow('train', run, () => 3, onFrame, vi.fn());
    draw();
    say(3, false, table);
    expect(engine.read(questionKey('state', { recipe, step: 3 }))).toMatchObject({
      data: { step: 3 },
      live: true,
    });
    expect(onFrame).toHaveBeenCalledWith({ step: 3, ...table }, false);
  });

  it('keeps only the latest frames', () => {
    engine.follow('train', run, () => 8, vi.fn(), vi.fn());
    draw();
    for (const step of [1, 2, 3, 4]) say(step, false, table);
    const kept = [1, 2, 3, 4].filter((step) => engine.read(questionKey('state', { recipe, step })));
    expect(kept).toEqual([3, 4]);
  });

  it('grants nothing after it was stopped, even from within a frame', () => {
    const stop = engine.follow(
      'train',
      run,
      () => 8,
      () => stop(),
      vi.fn(),
    );
    draw();
    say(3);
    draw();
    draw();
    expect(credits()).toEqual([8]);
    expect(worker.of('cancel')).toEqual([{ kind: 'cancel', id: 1 }]);
  });

  it('grants nothing after the last frame', () => {
    engine.follow('train', run, () => 8, vi.fn(), vi.fn());
    draw();
    say(8, true);
    draw();
    expect(credits()).toEqual([8]);
    expect(frames.size).toBe(0);
  });

  it('tells when the worker died', () => {
    const onFault = vi.fn();
    engine.follow('train', run, () => 8, vi.fn(), onFault);
    draw();
    worker.crash();
    expect(onFault).toHaveBeenCalledWith({ code: 'crashed', detail: '' });
  });

  it('waits for no animation frame after a fault', () => {
    engine.follow('train', run, () => 0, vi.fn(), vi.fn());
    draw();
    expect(frames.size).toBe(1);
    worker.crash();
    expect(frames.size).toBe(0);
  });

  it('of a network asks for no tables, and hands its frames on', () => {
    const onFrame = vi.fn();
    const net = { ...recipe, model: 1 as const };
    engine.follow('learn', { recipe: net, from: 0, to: 8, tensors: [] }, () => 3, onFrame, vi.fn());
    expect(worker.of('open')).toMatchObject([{ stream: 'learn', input: { recipe: net } }]);
    draw();
    say(3);
    expect(onFrame).toHaveBeenCalledWith({ step: 3 }, false);
    expect(engine.read(questionKey('state', { recipe: net, step: 3 }))).toBeUndefined();
    draw();
    expect(credits()).toEqual([3]);
  });
});
