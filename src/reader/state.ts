/**
 * What the reader has chosen, in one store that the page and every figure share.
 * Small on purpose: the page needs it before any figure is near.
 */
import { createStore } from 'zustand/vanilla';
import { DEFAULT_RECIPE, type Recipe } from '../engine/recipe.ts';

/** The thing pointed at, named by the key that equation, code and picture share. */
export interface Selection {
  /** Link key, such as `count` or `probability`. */
  readonly key: string;
  /** True when chosen to stay (click, tap, Enter), not only pointed at. */
  readonly held: boolean;
}

/** A state that a figure is to be shown in. */
export interface RequestedView {
  /** The figure's name. */
  readonly figure: string;
  /** The part of its view that matters; the rest is the end of its section's story. */
  readonly part: object;
}

export interface ReaderState {
  readonly recipe: Recipe;
  /** The name under the lens; null until the reader picks one (then the first shuffled document). */
  readonly lens: string | null;
  readonly selection: Selection | null;
  /** The beat that each section has reached, by section id. */
  readonly beats: Readonly<Record<string, number>>;
  /** The section the reader is in. */
  readonly section: string | null;
  /** Asked for elsewhere on the page, until the figure has taken it up. */
  readonly requested: RequestedView | null;
}

export const INITIAL_STATE: ReaderState = {
  recipe: DEFAULT_RECIPE,
  lens: null,
  selection: null,
  beats: {},
  section: null,
  requested: null,
};

export const readerStore = createStore<ReaderState>()(() => INITIAL_STATE);

export const setLens = (lens: string | null): void => readerStore.setState({ lens });
export const setRecipe = (change: Partial<Recipe>): void =>
  readerStore.setState(({ recipe }) => ({ recipe: { ...recipe, ...change } }));

export function setBeat(section: string, beat: number): void {
  const { beats } = readerStore.getState();
  if (beats[section] !== beat) readerStore.setState({ beats: { ...beats, [section]: beat } });
}

/** Point at a key (or at nothing, which leaves a held key lit). */
export function pointAt(key: string | null): void {
  const { selection } = readerStore.getState();
  if (selection?.held) return;
  if ((selection?.key ?? null) !== key) {
    readerStore.setState({ selection: key === null ? null : { key, held: false } });
  }
}

/** Hold a key lit, or let it go when it is held already. */
export function hold(key: string | null): void {
  const { selection } = readerStore.getState();
  const same = selection?.held && selection.key === key;
  readerStore.setState({ selection: key === null || same ? null : { key, held: true } });
}

/** Have a figure of the page show a state; one that still sleeps takes it up when it wakes. */
export const requestView = (figure: string, part: object): void =>
  readerStore.setState({ requested: { figure, part } });
