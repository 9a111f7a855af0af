// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import type { EngineSource } from '../../../src/reader/engine-source.ts';
import { PageContext, type PageContextValue } from '../../../src/reader/page.ts';
import { makePace, usePlayback, type Playback } from '../../../src/reader/playback.ts';
import type { Fault, LearnFrame, TableState } from '../../../src/worker/protocol.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

type Follow = Parameters<EngineSource['follow']>;

/** One run being followed, as the test moves it. */
class Run {
  stopped = false;
  readonly stream: Follow[0];
  readonly input: Follow[1];
  readonly #pace: Follow[2];
  readonly #onFrame: Follow[3];
  readonly #onFault: Follow[4];
  constructor([stream, input, pace, onFrame, onFault]: Follow) {
    this.stream = stream;
    this.input = input;
    this.#pace = pace;
    this.#onFrame = onFrame;
    this.#onFault = onFault;
  }
  /** Some milliseconds go by; the worker trains as far as the pace says. */
  frame(elapsed: number): number {
    const step = this.#pace(elapsed);
    act(() => this.#onFrame({ step } as TableState, step >= this.input.to));
    return step;
  }
  /** The run can go no further: its last good state is the last frame. */
  breakDown(step: number): void {
    const ended = { step: step + 2, lastGood: step };
    act(() => this.#onFrame({ step, ended } as LearnFrame, true));
  }
  fail(code: Fault['code']): void {
    act(() => this.#onFault({ code, detail: '' }));
  }
}

let runs: Run[];
let root: Root;
let playback: Playback;
let step: number;

const follow: EngineSource['follow'] = (...parts) => {
  const run = new Run(parts as Follow);
  runs.push(run);
  return () => {
    run.stopped = true;
  };
};
const page = { engine: { follow } } as unknown as PageContextValue;

function Figure({ recipe, total }: { recipe: Recipe; total: number }) {
  playback = usePlayback({ recipe, step, total, onStep: (to) => (step = to) });
  return null;
}

function show(recipe: Recipe = DEFAULT_RECIPE, total = 1000): void {
  act(() =>
    root.render(
      <PageContext value={page}>
        <Figure recipe={recipe} total={total} />
      </PageContext>,
    ),
  );
}

beforeEach(() => {
  runs = [];
  step = 0;
  root = createRoot(document.createElement('div'));
  show();
});
afterEach(() => act(() => root.unmount()));

describe('the pace of a run', () => {
  it('is so many documents a second, in whole steps, none lost on the way', () => {
    const pace = makePace(0, 1000, () => 200);
    const steps = Array.from({ length: 60 }, () => pace(1000 / 60));
    expect(steps[0]).toBe(3);
    expect(steps.at(-1)).toBe(200);
  });

  it('waits for slow speeds: two a second is a step every thirty frames', () => {
    const pace = makePace(5, 1000, () => 2);
    const steps = Array.from({ length: 30 }, () => pace(1000 / 60));
    expect(steps.slice(0, 29).every((at) => at === 5)).toBe(true);
    expect(pace(1)).toBe(6);
  });

  it('never passes its end', () => {
    expect(makePace(990, 1000, () => 2000)(50)).toBe(1000);
  });

  it('does not leap when the tab was hidden', () => {
    const pace = makePace(0, 1000, () => 200);
    expect(pace(60_000)).toBe(20);
  });

  it('follows a change of speed from there on', () => {
    let speed = 20;
    const pace = makePace(0, 1000, () => speed);
    expect(pace(100)).toBe(2);
    speed = 2000;
    expect(pace(100)).toBe(202);
  });
});

describe('playing', () => {
  it('goes on from the present step and reports each frame', () => {
    step = 300;
    show();
    act(() => playback.play());
    expect(playback.playing).toBe(true);
    expect(runs[0].stream).toBe('train');
    expect(runs[0].input).toEqual({ recipe: DEFAULT_RECIPE, from: 300, to: 1000 });
    runs[0].frame(100);
    expect(step).toBe(320);
  });

  it('stops by itself at the end, and begins again from nothing', () => {
    step = 990;
    show();
    act(() => playback.play());
    runs[0].frame(100);
    expect([step, playback.playing, runs[0].stopped]).toEqual([1000, false, true]);
    show();
    act(() => playback.play());
    expect(runs[1].input.from).toBe(0);
  });

  it('pauses where it is, and goes on from there', () => {
    act(() => playback.play());
    runs[0].frame(100);
    show();
    act(() => playback.pause());
    expect([playback.playing, runs[0].stopped]).toEqual([false, true]);
    act(() => playback.play());
    expect(runs[1].input.from).toBe(20);
  });

  it('to a step of its own, at a speed of its own', () => {
    step = 1000;
    show();
    act(() => playback.playTo(32_178, 16_000));
    expect(runs[0].input).toMatchObject({ from: 1000, to: 32_178 });
    expect(runs[0].frame(50)).toBe(1800);
  });

  it('to a step already reached does nothing', () => {
    step = 1000;
    show();
    act(() => playback.playTo(1000));
    expect([runs.length, playback.playing]).toEqual([0, false]);
  });

  it('twice leaves one run', () => {
    act(() => playback.play());
    act(() => playback.playTo(10));
    expect(runs.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(playback.playing).toBe(true);
  });

  it('takes up a new speed at once', () => {
    act(() => playback.play());
    act(() => playback.setSpeed(2000));
    expect(runs[0].frame(100)).toBe(200);
  });

  it('stops when the figure goes', () => {
    act(() => playback.play());
    act(() => root.render(null));
    expect(runs[0].stopped).toBe(true);
  });
});

describe('a network', () => {
  const network: Recipe = { ...DEFAULT_RECIPE, model: 1 };

  it('is followed as it learns, without its numbers', () => {
    show(network);
    act(() => playback.play());
    expect(runs[0].stream).toBe('learn');
    expect(runs[0].input).toEqual({ recipe: network, from: 0, to: 1000, tensors: [] });
    runs[0].frame(100);
    expect([step, playback.playing]).toEqual([20, true]);
  });

  it('that breaks down stops at its last good step', () => {
    show(network);
    act(() => playback.play());
    runs[0].frame(100);
    runs[0].breakDown(31);
    expect([step, playback.playing]).toEqual([31, false]);
  });

  it('goes on from its last frame when its worker dies', () => {
    show(network);
    act(() => playback.play());
    runs[0].frame(100);
    runs[0].fail('crashed');
    expect(runs[1].input).toMatchObject({ from: 20, to: 1000, tensors: [] });
  });
});

describe('another recipe', () => {
  it('stops the run', () => {
    act(() => playback.play());
    show({ ...DEFAULT_RECIPE, seed: 7 });
    expect([playback.playing, runs[0].stopped]).toEqual([false, true]);
  });

  it('is not moved by a frame of the one before', () => {
    act(() => playback.play());
    show({ ...DEFAULT_RECIPE, seed: 7 });
    runs[0].frame(100);
    expect(step).toBe(0);
  });

  it('is what the next run follows', () => {
    const other = { ...DEFAULT_RECIPE, seed: 7 };
    show(other);
    act(() => playback.play());
    expect(runs[0].input.recipe).toBe(other);
  });
});

describe('when something goes wrong', () => {
  it('a run whose worker died goes on from its last frame', () => {
    act(() => playback.play());
    runs[0].frame(100);
    runs[0].fail('crashed');
    expect(runs[1].input).toMatchObject({ from: 20, to: 1000 });
    expect(playback.playing).toBe(true);
    runs[1].frame(100);
    expect(step).toBe(40);
  });

  it('a run that kills one worker after another is left paused', () => {
    act(() => playback.play());
    runs[0].fail('crashed');
    runs[1].fail('crashed');
    expect(runs).toHaveLength(2);
    expect(playback.playing).toBe(false);
  });

  it('a run that cannot be had is left paused, and may be tried again', () => {
    act(() => playback.play());
    runs[0].fail('data-missing');
    expect([runs.length, playback.playing]).toEqual([1, false]);
    act(() => playback.play());
    expect(runs).toHaveLength(2);
  });

  it('what has failed is not stopped as well', () => {
    act(() => playback.play());
    runs[0].fail('failed');
    act(() => playback.pause());
    expect(runs[0].stopped).toBe(false);
  });
});
