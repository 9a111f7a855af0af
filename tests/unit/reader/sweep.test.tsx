// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import { PageContext, type PageContextValue } from '../../../src/reader/page.ts';
import { nearestPlace, useSweep, type Sweep } from '../../../src/reader/sweep.ts';
import type { Follower } from '../../../src/worker/client.ts';
import type { Fault, Streams, SweptRun } from '../../../src/worker/protocol.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

type Input = Streams['sweep']['input'];

/** One stream, as the test answers it. */
class Stream {
  readonly credits: (number | undefined)[] = [];
  closed = false;
  readonly input: Input;
  readonly follower: Follower<'sweep'>;
  constructor(input: Input, follower: Follower<'sweep'>) {
    this.input = input;
    this.follower = follower;
  }
  readonly rates = () => this.input.recipes.map(({ rate }) => rate);
  /** These runs, by their places among the recipes of the stream, are finished. */
  finish(...places: number[]): void {
    const finished = places.map((index): SweptRun => {
      const heldOut = this.input.recipes[index].rate ?? null;
      return { index, losses: new Float64Array(), heldOut, ended: null, names: [], faults: [] };
    });
    const left = this.input.recipes.length - places.length;
    act(() => this.follower.onFrame({ finished, left }, left === 0));
  }
  fail(code: Fault['code']): void {
    act(() => this.follower.onFault({ code, detail: '' }));
  }
}

let streams: Stream[];
let frames: Map<number, () => void>;
let root: Root;
let sweep: Sweep;

/** One animation frame goes by. */
function draw(): void {
  const due = [...frames.values()];
  frames.clear();
  for (const callback of due) callback();
}

const engine = {
  open(_stream: 'sweep', input: Input, follower: Follower<'sweep'>) {
    const stream = new Stream(input, follower);
    streams.push(stream);
    return {
      credit: (_until: number, focus?: number) => void stream.credits.push(focus),
      close: () => void (stream.closed = true),
    };
  },
};
const page = { engine } as unknown as PageContextValue;

const rates = (...all: number[]): Recipe[] =>
  all.map((rate) => ({ ...DEFAULT_RECIPE, model: 1, rate }));
const FOUR = rates(0.1, 0.5, 1, 2);

function Figure({ recipes, focus }: { recipes: readonly Recipe[]; focus: number }) {
  sweep = useSweep(recipes, focus, 10);
  return null;
}

const show = (recipes: readonly Recipe[] = FOUR, focus = 2): void =>
  act(() =>
    root.render(
      <PageContext value={page}>
        <Figure recipes={recipes} focus={focus} />
      </PageContext>,
    ),
  );

const found = () => sweep.runs.map((run) => run?.heldOut ?? null);

beforeEach(() => {
  streams = [];
  frames = new Map();
  let id = 0;
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    frames.set(++id, callback);
    return id;
  });
  vi.stubGlobal('cancelAnimationFrame', (which: number) => frames.delete(which));
  root = createRoot(document.createElement('div'));
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

describe('a sweep', () => {
  it('asks for all recipes at once, the nearest to the focus first', () => {
    show();
    expect(streams[0].input).toEqual({ recipes: FOUR, focus: 2, points: 10 });
    expect([sweep.done, sweep.running]).toEqual([0, true]);
  });

  it('grants one credit an animation frame, and waits for what it brings', () => {
    show();
    expect(streams[0].credits).toEqual([]);
    draw();
    draw();
    expect(streams[0].credits).toEqual([2]);
    streams[0].finish(2);
    draw();
    expect(streams[0].credits).toEqual([2, 2]);
  });

  it('keeps each run at the place of its recipe', () => {
    show();
    streams[0].finish(2, 0);
    expect(found()).toEqual([0.1, null, 1, null]);
    expect(sweep.done).toBe(2);
  });

  it('follows the finger: the next credit tells the new focus', () => {
    show();
    draw();
    show(FOUR, 0);
    streams[0].finish(2);
    draw();
    expect(streams[0].credits).toEqual([2, 0]);
  });

  it('is over with the last run', () => {
    show();
    streams[0].finish(0, 1, 2, 3);
    draw();
    expect([sweep.done, sweep.running, frames.size]).toEqual([4, false, 0]);
  });

  it('closes its stream when the figure goes', () => {
    show();
    act(() => root.render(null));
    expect([streams[0].closed, frames.size]).toEqual([true, 0]);
  });
});

describe('other recipes', () => {
  it('close the stream and open another, and what was known is not asked again', () => {
    show();
    streams[0].finish(2);
    show(rates(1, 5), 0);
    expect(streams[0].closed).toBe(true);
    expect(streams[1].rates()).toEqual([5]);
    expect(found()).toEqual([1, null]);
    streams[1].finish(0);
    expect(found()).toEqual([1, 5]);
  });

  it('that only look new change nothing', () => {
    show();
    show(rates(0.1, 0.5, 1, 2));
    expect(streams).toHaveLength(1);
  });

  it('all known open no stream', () => {
    show();
    streams[0].finish(0, 1, 2, 3);
    show(rates(2, 1), 0);
    expect(streams).toHaveLength(1);
    expect(found()).toEqual([2, 1]);
  });
});

describe('stopping', () => {
  it('closes the stream and keeps what is known; going on asks for the rest', () => {
    show();
    streams[0].finish(2);
    act(() => sweep.stop());
    expect([streams[0].closed, sweep.running, sweep.stopped]).toEqual([true, false, true]);
    act(() => sweep.resume());
    expect(streams[1].rates()).toEqual([0.1, 0.5, 2]);
    expect(streams[1].input.focus).toBe(1);
  });

  it('is for these recipes only', () => {
    show();
    act(() => sweep.stop());
    show(rates(3, 4), 0);
    expect([streams.length, sweep.stopped]).toEqual([2, false]);
  });
});

describe('when something goes wrong', () => {
  it('a worker that died is asked again for the rest', () => {
    show();
    draw();
    streams[0].finish(2);
    streams[0].fail('crashed');
    expect(streams[1].rates()).toEqual([0.1, 0.5, 2]);
    expect([sweep.running, sweep.fault]).toEqual([true, null]);
    draw();
    expect(streams[0].credits).toEqual([2]);
    expect(streams[1].credits).toEqual([1]);
  });

  it('one that dies again and again is left alone, until it is asked for', () => {
    show();
    streams[0].fail('crashed');
    streams[1].fail('crashed');
    expect(streams).toHaveLength(2);
    expect([sweep.running, sweep.fault?.code]).toEqual([false, 'crashed']);
    act(() => sweep.resume());
    expect(streams).toHaveLength(3);
  });

  it('what cannot be had is told', () => {
    show();
    streams[0].fail('data-missing');
    expect([streams.length, sweep.fault?.code]).toEqual([1, 'data-missing']);
  });
});

describe('the nearest of the places left', () => {
  it('is found wherever the focus is', () => {
    const places = [1, 4, 9];
    expect([0, 2, 3, 6, 7, 20].map((focus) => nearestPlace(places, focus))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
  });
});
