// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import { IslandContext, PageContext, type PageContextValue } from '../../../src/reader/page.ts';
import { INITIAL_STATE, readerStore, requestView, setBeat } from '../../../src/reader/state.ts';
import { useStory, type Story } from '../../../src/reader/story.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

interface View {
  step: number;
  shown: string;
}
const BEATS: View[] = [
  { step: 0, shown: 'table' },
  { step: 10, shown: 'table' },
  { step: 1000, shown: 'curve' },
];

let root: Root;
let story: Story<View>;

const page = { recipe: DEFAULT_RECIPE } as unknown as PageContextValue;

function Figure() {
  story = useStory(BEATS);
  return null;
}

const show = () =>
  act(() =>
    root.render(
      <PageContext value={page}>
        <IslandContext value={{ name: 'feed', section: 'training', number: '1.1' }}>
          <Figure />
        </IslandContext>
      </PageContext>,
    ),
  );

beforeEach(() => {
  readerStore.setState(INITIAL_STATE);
  root = createRoot(document.createElement('div'));
});
afterEach(() => act(() => root.unmount()));

describe('a figure in its story', () => {
  it('shows the end before any beat is known, then the beat that is reached', () => {
    show();
    expect(story.view).toEqual(BEATS[2]);
    act(() => setBeat('training', 1));
    expect([story.view, story.touched]).toEqual([BEATS[1], false]);
  });

  it('is the reader’s once touched, until it is given back', () => {
    act(() => setBeat('training', 1));
    show();
    act(() => story.change({ step: 7 }));
    act(() => setBeat('training', 2));
    expect([story.view, story.touched]).toEqual([{ step: 7, shown: 'table' }, true]);
    act(() => story.resume());
    expect([story.view, story.touched]).toEqual([BEATS[2], false]);
  });
});

describe('a state asked for elsewhere on the page', () => {
  it('is shown whatever beat is reached, and is the reader’s', () => {
    act(() => setBeat('training', 0));
    show();
    act(() => requestView('feed', { step: 500 }));
    expect([story.view, story.touched]).toEqual([{ step: 500, shown: 'curve' }, true]);
    act(() => setBeat('training', 1));
    expect(story.view).toEqual({ step: 500, shown: 'curve' });
  });

  it('waits for a figure that sleeps', () => {
    requestView('feed', { step: 500 });
    show();
    expect(story.view).toEqual({ step: 500, shown: 'curve' });
  });

  it('is taken up once: what the reader does after it stays', () => {
    show();
    act(() => requestView('feed', { step: 500 }));
    act(() => story.resume());
    expect([story.touched, readerStore.getState().requested]).toEqual([false, null]);
  });

  it('leaves other figures alone', () => {
    show();
    act(() => requestView('memory', { step: 500 }));
    expect(story.touched).toBe(false);
    expect(readerStore.getState().requested?.figure).toBe('memory');
  });
});
