// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import ui from '../../../content/en/ui.json';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import { Questions, type Question } from '../../../src/figures/questions.tsx';
import {
  IslandContext,
  PageContext,
  type MessageTree,
  type PageContextValue,
} from '../../../src/reader/page.ts';
import { INITIAL_STATE, readerStore, setBeat } from '../../../src/reader/state.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const site = ui.site as unknown as Record<string, MessageTree>;
const page = {
  locale: 'en',
  recipe: DEFAULT_RECIPE,
  messages: (_group: string, name: string) => site[name],
} as unknown as PageContextValue;

const BIGGEST: Question = {
  id: 'biggest',
  ask: 'Which is the largest?',
  options: ['one', 'two', 'three'].map((id) => ({ id, label: id })),
  right: 'two',
  because: 'two was 5',
  instead: 'it is two',
  see: { section: 'training', figure: 'descent', view: { rate: 3 } },
};
const OPEN: Question = { ...BIGGEST, id: 'open', ask: 'And this?', right: null };

let box: HTMLElement;
let root: Root;

const show = (about = 'one name', questions: readonly Question[] = [BIGGEST, OPEN]) =>
  act(() =>
    root.render(
      <PageContext value={page}>
        <IslandContext value={{ name: 'questions-1', section: null, number: '1.9' }}>
          <Questions
            title="Two questions"
            caption="Choose."
            questions={questions}
            about={about}
            live
          />
        </IslandContext>
      </PageContext>,
    ),
  );

const asked = (at: number) => box.querySelectorAll('fieldset')[at];
const answer = (at: number) => asked(at).querySelector('.question-answer')!.textContent!.trim();
const choose = (at: number, label: string) =>
  act(() =>
    [...asked(at).querySelectorAll('button')]
      .find((button) => button.textContent!.startsWith(label))!
      .click(),
  );

beforeEach(() => {
  readerStore.setState(INITIAL_STATE);
  setBeat('training', 0);
  box = document.createElement('div');
  root = createRoot(box);
  show();
});
afterEach(() => act(() => root.unmount()));

describe('a question', () => {
  it('tells nothing before it is answered', () => {
    expect(answer(0)).toBe('');
    expect(box.querySelectorAll('[data-state]')).toHaveLength(0);
  });

  it('answered right says why', () => {
    choose(0, 'two');
    expect(answer(0)).toContain('Yes. two was 5');
    expect(asked(0).querySelector('[data-state=right]')?.textContent).toContain('two');
    expect(box.querySelector('.questions-score')?.textContent).toContain('1 right of 1');
  });

  it('answered wrong says what is true, and marks both', () => {
    choose(0, 'three');
    expect(answer(0)).toContain('No. it is two');
    expect(asked(0).querySelector('[data-state=wrong]')?.getAttribute('aria-pressed')).toBe('true');
    expect(asked(0).querySelector('[data-state=right]')?.getAttribute('aria-pressed')).toBe(
      'false',
    );
  });

  it('can be answered again', () => {
    choose(0, 'three');
    choose(0, 'two');
    expect(answer(0)).toContain('Yes.');
  });

  it('opens the figure in the state that shows it', () => {
    choose(0, 'three');
    const link = asked(0).querySelector('a')!;
    expect(link.getAttribute('href')).toBe('#training');
    act(() => link.click());
    expect(readerStore.getState().requested).toEqual({ figure: 'descent', part: { rate: 3 } });
  });

  it('cannot be answered while the engine has not said', () => {
    expect([...asked(1).querySelectorAll('button')].every(({ disabled }) => disabled)).toBe(true);
  });

  it('is open again when it is about something else', () => {
    choose(0, 'two');
    show('another name');
    expect(answer(0)).toBe('');
  });
});

describe('without scripts', () => {
  it('the answers are told', () => {
    act(() => readerStore.setState(INITIAL_STATE));
    expect(answer(0)).toContain('two was 5');
    expect(box.querySelectorAll('[aria-pressed=true]')).toHaveLength(0);
  });
});
