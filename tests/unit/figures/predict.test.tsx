// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Predict, usePrediction, type Prediction } from '../../../src/figures/predict.tsx';
import { readSeed } from '../../../src/figures/seed-field.tsx';
import { IslandContext, PageContext, type PageContextValue } from '../../../src/reader/page.ts';
import { INITIAL_STATE, readerStore } from '../../../src/reader/state.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const words = { label: 'Your guess first', reveal: 'Show the answer', skip: 'Skip' };
const page = { locale: 'en', messages: () => words } as unknown as PageContextValue;
const place = { name: 'table', section: 'the-table', number: '0.3' };

let root: Root;
let host: HTMLElement;
let guess: Prediction<string>;

function Figure(props: { beat: number; touched?: boolean; about?: string }) {
  guess = usePrediction<string>({ at: 3, ...props });
  return guess.asking ? <Predict question="Which?" prediction={guess} /> : null;
}

function show(beat: number, props: { touched?: boolean; about?: string } = {}): void {
  act(() =>
    root.render(
      <PageContext value={page}>
        <IslandContext value={place}>
          <Figure beat={beat} {...props} />
        </IslandContext>
      </PageContext>,
    ),
  );
}

const enter = (section: string) => act(() => readerStore.setState({ section }));
function press(key: string, on: EventTarget = document.body): void {
  act(() => void on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
}

beforeEach(() => {
  readerStore.setState({ ...INITIAL_STATE, beats: { 'the-table': 3 }, section: 'the-table' });
  host = document.createElement('div');
  host.dataset.figure = 'table';
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

describe('a question before the answer', () => {
  it('is asked on its beat and on no other', () => {
    show(2);
    expect(guess.asking).toBe(false);
    show(3);
    expect(guess.asking).toBe(true);
    show(4);
    expect(guess.asking).toBe(false);
  });

  it('is not asked before the reader is anywhere, as at build', () => {
    readerStore.setState({ beats: {} });
    show(3);
    expect(guess.asking).toBe(false);
  });

  it('is not asked in a figure that the reader has taken over', () => {
    show(3, { touched: true });
    expect(guess.asking).toBe(false);
  });

  it('shows guess and truth once it is settled, and asks no more during the visit', () => {
    show(3);
    act(() => guess.setGuess('n'));
    act(() => guess.reveal());
    expect(guess).toMatchObject({ asking: false, revealed: true, guess: 'n' });
    show(2);
    show(3);
    expect(guess).toMatchObject({ asking: false, revealed: true, guess: 'n' });
  });

  it('is asked again on the next visit', () => {
    show(3);
    act(() => guess.setGuess('n'));
    act(() => guess.reveal());
    enter('the-model');
    enter('the-table');
    show(3);
    expect(guess).toMatchObject({ asking: true, revealed: false, guess: null });
  });

  it('is asked anew about another name or list', () => {
    show(3, { about: 'myliah' });
    act(() => guess.skip());
    expect(guess.skipped).toBe(true);
    show(3, { about: 'zoe' });
    expect(guess.asking).toBe(true);
  });
});

describe('one key skips', () => {
  it('with Escape, wherever the focus is, while its section is read', () => {
    show(3);
    press('Escape');
    expect(guess.skipped).toBe(true);
  });

  it('but not while another section is read', () => {
    show(3);
    enter('the-model');
    press('Escape');
    expect(guess.skipped).toBe(false);
  });

  it('with S within the figure, and not elsewhere', () => {
    show(3);
    press('s');
    expect(guess.skipped).toBe(false);
    press('s', host.querySelector('button')!);
    expect(guess.skipped).toBe(true);
  });
});

describe('a seed as typed', () => {
  it('is a whole number, with or without space around it', () => {
    expect(readSeed('42')).toBe(42);
    expect(readSeed(' 7 ')).toBe(7);
    expect(readSeed('0')).toBe(0);
  });

  it('is refused when it is anything else', () => {
    for (const text of ['', '-1', '1.5', '1e3', 'x', '9007199254740993', '٤٢'])
      expect(readSeed(text)).toBeNull();
  });
});
