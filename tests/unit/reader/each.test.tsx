// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import { useEach, type Answers } from '../../../src/reader/each.ts';
import { questionKey, type Entry } from '../../../src/reader/engine-source.ts';
import { PageContext, type PageContextValue } from '../../../src/reader/page.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const inputs = [0, 10, 20].map((angle) => ({ recipe: DEFAULT_RECIPE, angle }));
const key = (place: number) => questionKey('turnedRun', inputs[place]);

let root: Root;
let seen: Answers<'turnedRun'>;
let asked: string[];
let entries: Map<string, Entry>;
let tell: () => void;

function Probe({ first }: { first?: number }) {
  seen = useEach('turnedRun', inputs, first);
  return null;
}

const page = () =>
  ({
    engine: {
      read: (name: string) => entries.get(name),
      built: () => undefined,
      request: (op: 'turnedRun', input: (typeof inputs)[number]) => {
        asked.push(questionKey(op, input));
      },
      subscribe: (onChange: () => void) => {
        tell = onChange;
        return () => {};
      },
    },
  }) as unknown as PageContextValue;

const show = (first?: number): void =>
  act(() =>
    root.render(
      <PageContext value={page()}>
        <Probe first={first} />
      </PageContext>,
    ),
  );

function answer(place: number, change: Partial<Entry> = {}): void {
  const data = { nats: 2 + place, ended: null, parameters: 1 };
  act(() => {
    entries.set(key(place), { data, live: true, fault: null, progress: null, ...change });
    tell();
  });
}

beforeEach(() => {
  root = createRoot(document.createElement('div'));
  asked = [];
  entries = new Map();
});
afterEach(() => act(() => root.unmount()));

describe('many questions of one kind', () => {
  it('are asked one after the other, the wanted one first', () => {
    show(1);
    expect(asked).toEqual([key(1)]);
    expect(seen).toMatchObject({ done: 0, busy: true, live: false });
    answer(1);
    expect(asked).toEqual([key(1), key(0)]);
    expect(seen).toMatchObject({ done: 1, live: true });
    answer(0);
    answer(2);
    expect(seen).toMatchObject({ done: 3, busy: false });
    expect(seen.runs.map((run) => run?.nats)).toEqual([2, 3, 4]);
  });

  it('stop between two, and go on', () => {
    show();
    act(() => seen.stop());
    answer(0);
    expect(asked).toEqual([key(0)]);
    expect(seen).toMatchObject({ stopped: true, busy: false });
    act(() => seen.resume());
    expect(asked).toEqual([key(0), key(1)]);
  });

  it('tell a fault, and still ask the others', () => {
    show();
    answer(0, { data: undefined, live: false, fault: { code: 'failed', detail: '' } });
    expect(seen.fault).toMatchObject({ code: 'failed' });
    expect(asked).toEqual([key(0), key(1)]);
  });
});
