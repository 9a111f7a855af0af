/** What the figure of the caches of all layers shows, and where its parts stand. No DOM. */
import { rowWork, totalOf } from '../cache-work.ts';
import type { Size } from '../frame.tsx';
import type { Result, Rows } from '../../worker/protocol.ts';

/** The numbers that are kept, or by how much they differ once a letter is another. */
export type Shown = 'kept' | 'change';
export const SHOWN: readonly Shown[] = ['kept', 'change'];

export interface View {
  /** Tokens read. */
  readonly read: number | 'all';
  readonly layers: number;
  readonly shown: Shown;
  /** Which token is exchanged, from 1; null is the second letter. */
  readonly position: number | null;
  /** For which; null is the first of the vocabulary that is another. */
  readonly token: number | null;
}

/** How high the reader can build. */
export const TOWERS = [1, 2, 3, 4] as const;
/** How many layers the story has. */
export const STORY_LAYERS = 4;

const KEPT: View = {
  read: 'all',
  layers: STORY_LAYERS,
  shown: 'kept',
  position: null,
  token: null,
};

/** The beat that asks how many rows still hold. */
export const ASKS = 1;

/** One view a beat: growing, the question, what has changed, what it costs, what is kept. */
export const BEATS: readonly View[] = [
  { ...KEPT, read: 4 },
  KEPT,
  { ...KEPT, shown: 'change' },
  KEPT,
  KEPT,
];

export interface Exchange {
  readonly position: number;
  readonly from: string;
  readonly to: string;
  /** The token that comes in. */
  readonly token: number;
  /** The text with it. */
  readonly text: string;
}

/**
 * What is exchanged for what; null if nothing but the boundary is read.
 * @param tokens those read, the boundary first
 * @param labels of the vocabulary, by token
 */
export function exchangeOf(
  tokens: readonly number[],
  labels: readonly string[],
  bos: number,
  { position, token }: Pick<View, 'position' | 'token'>,
): Exchange | null {
  const last = tokens.length - 1;
  if (last < 1) return null;
  const at = Math.max(1, Math.min(position ?? 2, last));
  const others = labels.map((_, i) => i).filter((i) => i !== bos && i !== tokens[at]);
  if (others.length === 0) return null;
  const to = token !== null && others.includes(token) ? token : others[0];
  const letters = tokens.slice(1).map((one) => labels[one]);
  return {
    position: at,
    from: labels[tokens[at]],
    to: labels[to],
    token: to,
    text: letters.with(at - 1, labels[to]).join(''),
  };
}

/** One layer's cache: a row of keys and one of values for each token, [T, C] each. */
export interface Kept {
  readonly keys: Rows;
  readonly values: Rows;
}

export const cacheNames = (layers: number): string[] =>
  Array.from({ length: layers }, (_, l) => [`layer${l}.k`, `layer${l}.v`]).flat();

export const keptOf = (vectors: Readonly<Record<string, Rows>>, layers: number): Kept[] =>
  Array.from({ length: layers }, (_, l) => ({
    keys: vectors[`layer${l}.k`],
    values: vectors[`layer${l}.v`],
  }));

/** How far each row is from what it was, as a share of its length: 0 if not a bit of it differs. */
export function changesOf(before: Kept, after: Kept): number[] {
  const { size, values } = before.keys;
  return Array.from({ length: values.length / size }, (_, t) => {
    let [moved, length] = [0, 0];
    for (const half of ['keys', 'values'] as const)
      for (let j = t * size; j < (t + 1) * size; j++) {
        moved += (after[half].values[j] - before[half].values[j]) ** 2;
        length += before[half].values[j] ** 2;
      }
    return moved === 0 ? 0 : Math.sqrt(moved / length);
  });
}

/** Rows of all layers that are as they were. */
export const heldIn = (changes: readonly (readonly number[])[]): number =>
  changes.flat().filter((change) => change === 0).length;

/** What a full block costs in so many layers. */
export interface Tower {
  readonly layers: number;
  /** Numbers kept in the end, and their bytes. */
  readonly numbers: number;
  readonly bytes: number;
  /** Multiplications with a cache; if all is read again for each token; and if only that is done
   * again which the keys and values of the last layer need. */
  readonly cached: number;
  readonly again: number;
  readonly needed: number;
}

/**
 * Towers of one layer and more, from what the engine counted for each. To have the keys and values
 * of the last layer again, a program has to do all layers below again, and of the last only those.
 */
export function towersOf(
  works: readonly Pick<Result<'work'>, 'cached' | 'uncached' | 'parts' | 'numbers' | 'bytes'>[],
): Tower[] {
  let below = 0;
  return works.map(({ cached, uncached, parts, numbers, bytes }, i) => {
    const layers = i + 1;
    const [kept, again] = [totalOf(cached), totalOf(uncached)];
    const rows = (again.projections - kept.projections) / layers;
    const needed = kept.multiplications + below + (rows * rowWork(parts)) / layers;
    below = again.multiplications - kept.multiplications;
    return {
      layers,
      numbers,
      bytes,
      cached: kept.multiplications,
      again: again.multiplications,
      needed,
    };
  });
}

export interface CachesLayout {
  /** Width of the letters at the left, px. */
  readonly letters: number;
  /** Left edges of the layers' tables; width of their cells without what stands beside them. */
  readonly left: readonly number[];
  readonly cells: number;
  /** Where rows begin, and how tall they are. */
  readonly top: number;
  readonly row: number;
  /** Where the towers begin; in one line if `low`. */
  readonly towers: number;
  readonly tower: number;
  readonly low: boolean;
}

const HEAD = 38;
const FOOT = 20;
const LETTERS = 26;
const BETWEEN = 10;
/** Room at the right of a table for how much a row has changed. */
export const BESIDE = 30;
const ROW = { most: 36, least: 6 };
const TOWER = { row: 23, head: 19, low: 46 };

/** The tables side by side, the first layer at the left; below them the towers. */
export function cachesLayout(
  { width, height }: Size,
  scale: number,
  layers: number,
  tokens: number,
): CachesLayout {
  const low = width < 420 * scale || height < 300 * scale;
  const below = (low ? TOWER.low : TOWER.head + TOWER.row * TOWERS.length) * scale;
  const free = height - below - (HEAD + FOOT) * scale - 8;
  const row = Math.max(ROW.least, Math.min(ROW.most * scale, free / Math.max(1, tokens)));
  const letters = LETTERS * scale;
  const slot = (width - letters + BETWEEN) / layers;
  return {
    letters,
    left: Array.from({ length: layers }, (_, l) => letters + l * slot),
    cells: slot - BETWEEN - BESIDE * scale,
    top: HEAD * scale,
    row,
    towers: height - below,
    tower: TOWER.row * scale,
    low,
  };
}
