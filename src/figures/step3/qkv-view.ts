/** What the figure “A query meets a key” shows, and where its parts stand. No DOM. */
import { monoWidth } from '../../charts/text.ts';
import type { Size } from '../frame.tsx';
import { termsOf, type Band as NamedBand } from '../step1/linear-view.ts';

/** Three vectors a letter; one pair's products; their sum; a query's sum with every key. */
export type Reach = 'rows' | 'products' | 'sum' | 'all';

export interface View {
  readonly reach: Reach;
  /** Whose query; null is the last position’s. */
  readonly t: number | null;
  /** Whose key; null is the one that the story tells of. */
  readonly s: number | null;
  /** The number of the two vectors; null is that of the largest product. */
  readonly i: number | null;
  /** The story’s key is that of the asking position itself. */
  readonly own: boolean;
}

const START: View = { reach: 'rows', t: null, s: null, i: null, own: false };

/** The beat that asks whose key agrees most. */
export const ASKS = 3;

export const BEATS: readonly View[] = [
  START,
  { ...START, reach: 'products' },
  { ...START, reach: 'sum' },
  { ...START, reach: 'all' },
  { ...START, reach: 'all', own: true },
];

/** The dot product of a query with every key up to its own, [t + 1], by the engine's `linear`. */
export const agreements = (q: readonly number[], keys: readonly (readonly number[])[]): number[] =>
  keys.map((k) => termsOf(q, k).output);

/** The position whose query is looked at. */
export const askerOf = ({ t }: View, positions: number): number =>
  Math.min(t ?? positions - 1, positions - 1);

/** The first letter: whose key the story takes before all keys are compared. */
export const firstOf = (t: number): number => Math.min(1, t);

/** The position whose key the query meets. @param most the one that agrees most */
export function keyOf({ s, own, reach }: View, t: number, most: number): number {
  if (s !== null) return Math.min(s, t);
  if (own) return t;
  return reach === 'all' ? most : firstOf(t);
}

export type Band = Omit<NamedBand, 'name'>;

export interface QkvLayout {
  readonly width: number;
  readonly height: number;
  /** Base line of the panels' names; first row of cells; height of a row. */
  readonly head: number;
  readonly top: number;
  readonly row: number;
  /** Left edges of the three panels, and their width. */
  readonly panels: readonly [q: number, k: number, v: number];
  readonly panel: number;
  readonly bands: Readonly<Record<BandName, Band>>;
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  readonly bar: number;
  /** Base line of the numbers under the bars. */
  readonly foot: number;
  readonly scale: number;
}

export type BandName = 'q' | 'k' | 'product' | 'sum';
export const BANDS: readonly BandName[] = ['q', 'k', 'product', 'sum'];

const HEAD = 20;
/** Rows are no taller than this, and take no more than this share of the height. */
const ROW = 19;
const ROWS_SHARE = 0.42;
/** The same before a pair has met, when there is nothing below. */
const ALONE = { row: 72, share: 0.99 };
const BETWEEN = 14;
/** What the room at the right holds, and how large it is set, px. */
const NUMBER = '−0.000';
export const LARGE = 14;

/** Rows of cells above; bars of one pair below. */
export function qkvLayout(
  { width, height }: Size,
  positions: number,
  count: number,
  ends: Readonly<Record<BandName, readonly [low: number, high: number]>>,
  { scale = 1, alone = false }: { scale?: number; alone?: boolean } = {},
): QkvLayout {
  const gutter = 24 * scale;
  const panel = (width - gutter - 2 * BETWEEN) / 3;
  const top = HEAD * scale;
  const roomy = height >= 300 * scale;
  const share = roomy ? ROWS_SHARE : 0.5;
  const [most, part] = alone ? [ALONE.row, ALONE.share] : [ROW, share];
  const row = Math.min(most * scale, (height * part - top) / Math.max(1, positions));
  const left = Math.ceil(54 * scale);
  const right = width - Math.ceil(monoWidth(NUMBER, LARGE * scale)) - 10;
  const pitch = (right - left) / Math.max(1, count);
  const foot = height - 3 * scale;
  const begin = top + positions * row + (roomy ? 22 : 10) * scale;
  const gap = roomy ? 16 * scale : 6;
  const bottom = foot - 14 * scale;
  const tall = Math.max(8, (bottom - begin - gap * (BANDS.length - 1)) / BANDS.length);
  const bands = Object.fromEntries(
    BANDS.map((name, i) => {
      const y = begin + i * (tall + gap);
      return [name, { top: y, bottom: y + tall, low: ends[name][0], high: ends[name][1] }];
    }),
  ) as Record<BandName, Band>;
  return {
    width,
    height,
    head: top - 7 * scale,
    top,
    row,
    panels: [gutter, gutter + panel + BETWEEN, gutter + 2 * (panel + BETWEEN)],
    panel,
    bands,
    left,
    right,
    pitch,
    bar: Math.max(1, pitch - Math.max(1, Math.min(7, pitch * 0.3))),
    foot,
    scale,
  };
}
