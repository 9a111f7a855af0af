/** What the figure “One earlier letter” shows, and where its parts stand. No DOM, no engine. */
import { matrixLayout } from '../../charts/matrix/layout.ts';
import type { Edit } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';

/** A letter before the last, exchanged: its place in the text, the boundary's being 0. */
export type Exchange = Pick<Edit, 'position' | 'token'>;

/** Who answers: the programs before, one head besides, and that head taught by Adam. */
export const SHOWN = ['old', 'head', 'adam'] as const;
export type Shown = (typeof SHOWN)[number];

export interface View {
  readonly shown: Shown;
  /** `most`: the one exchange that moves the last program's answer most. */
  readonly exchange: Exchange | 'most';
  /** Every exchange there is, as a map. */
  readonly map: boolean;
}

const HEAD: View = { shown: 'head', exchange: 'most', map: false };

export const BEATS: readonly View[] = [
  { ...HEAD, shown: 'old' },
  HEAD,
  HEAD,
  { ...HEAD, map: true },
  { ...HEAD, shown: 'adam', map: true },
];

/** The beat that asks how far the head's answer will move. */
export const ASKS = 1;

/** The programs by row, and from which on each is shown. */
export const ROWS = [
  { id: 'counting', from: 'old' },
  { id: 'mlp', from: 'old' },
  { id: 'head', from: 'head' },
  { id: 'adam', from: 'adam' },
] as const satisfies readonly { id: string; from: Shown }[];
export type RowId = (typeof ROWS)[number]['id'];

export const isShown = (shown: Shown, from: Shown): boolean =>
  SHOWN.indexOf(shown) >= SHOWN.indexOf(from);

/**
 * How many of a name's letters are read: all but the last, so that what comes next is known.
 * The shortest names are read whole.
 */
export const standOf = (letters: number): number => (letters > 2 ? letters - 1 : letters);

/** The letters, the boundary left out, with one of them exchanged. */
export const exchangedIn = (
  letters: readonly string[],
  exchange: Exchange | null,
  labels: readonly string[],
): string[] =>
  letters.map((letter, i) =>
    exchange?.position === i + 1 ? (labels[exchange.token] ?? letter) : letter,
  );

/** The next symbol in a letter's place; the boundary is none, and the letter itself comes last. */
export function nextAt(
  position: number,
  now: Exchange | null,
  own: number,
  bos: number,
  tokens: number,
): Exchange {
  let token = now?.position === position ? now.token : own;
  do token = (token + 1) % tokens;
  while (token === bos);
  return { position, token };
}

/** Which token lost the most of the belief, and which won the most; null if none moved. */
export function shiftOf(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): { lost: number; won: number } | null {
  const by = Array.from(before, (share, token) => after[token] - share);
  const [low, high] = [Math.min(...by), Math.max(...by)];
  return low < 0 && high > 0 ? { lost: by.indexOf(low), won: by.indexOf(high) } : null;
}

/** The most that each letter's exchange can move, by letter: the largest of each row. */
export function mostByLetter(moved: ArrayLike<number>, tokens: number): number[] {
  return Array.from({ length: moved.length / tokens }, (_, row) =>
    Math.max(...Array.from({ length: tokens }, (_, token) => moved[row * tokens + token])),
  );
}

export interface PastLayout {
  /** Left edge of the columns of tokens, their pitch, and their right edge, px. */
  readonly left: number;
  readonly pitch: number;
  readonly right: number;
  /** Height of the arcs; base lines of the letters and of their weights. */
  readonly arcs: number;
  readonly letters: number;
  readonly weights: number;
  /** Height of letters and arcs together. */
  readonly head: number;
  /** Base lines of the rows of bars, and how tall a bar may be. */
  readonly rows: readonly number[];
  readonly bar: number;
  /** Base line of the tokens under the rows. */
  readonly axis: number;
  /** Where the maps begin, the height of each, and how many there is room for. */
  readonly maps: number;
  readonly map: number;
  readonly count: number;
}

/** Room for what the rows are called, and for how far they moved, px. */
const GUTTER = { wide: 62, narrow: 34 };
const MOVED = 52;
const ARCS = 42;
const LETTERS = 42;
const AXIS = 18;
/** A line above each map, and its rows, px. */
export const MAP_HEAD = 19;
const MAP_ROW = { most: 13, least: 3.5 };
/** The least that a row of bars takes and what one without bars does, px; space above bars. */
const ROW = { least: 26, off: 19 };
const ABOVE = 5;

export const isNarrow = (width: number, scale: number): boolean => width < 420 * scale;

/** Letters above, then a row of bars for each program, then the maps, all in the same columns. */
export function pastLayout(
  { width, height }: Size,
  scale: number,
  letters: number,
  tokens: number,
  maps: number,
  shown: Shown,
): PastLayout {
  const on = ROWS.filter(({ from }) => isShown(shown, from)).length;
  const off = (ROWS.length - on) * ROW.off * scale;
  const left = (isNarrow(width, scale) ? GUTTER.narrow : GUTTER.wide) * scale;
  const { cellWidth: pitch } = matrixLayout({
    label: '',
    width: width - left - (MOVED - 2) * scale,
    matrix: { values: [], rows: 1, columns: Math.max(1, tokens) },
    square: false,
    maxCell: Infinity,
  });
  const low = height < 300 * scale;
  const arcs = (low ? 20 : ARCS) * scale;
  const head = arcs + (low ? 24 : LETTERS) * scale;
  const axis = AXIS * scale;
  const free = height - head - axis - off - on * ROW.least * scale;
  const rows = Math.max(0, letters - 1);
  const least = rows * MAP_ROW.least + MAP_HEAD * scale;
  const count = rows === 0 ? 0 : Math.max(0, Math.min(maps, Math.floor(free / least)));
  const row = Math.min(
    MAP_ROW.most * scale,
    pitch,
    count === 0 ? 0 : (free / count - MAP_HEAD * scale) / rows,
  );
  const map = count === 0 ? 0 : rows * row + MAP_HEAD * scale;
  const tall = (height - head - axis - off - count * map) / on;
  const foot = head + on * tall + off;
  return {
    left,
    pitch,
    right: left + pitch * tokens,
    arcs,
    letters: arcs + 21 * scale,
    weights: low ? 0 : arcs + 37 * scale,
    head,
    rows: ROWS.map(
      (_, i) => head + Math.min(i + 1, on) * tall + Math.max(0, i + 1 - on) * ROW.off * scale,
    ),
    bar: tall - ABOVE * scale,
    axis: foot + 12 * scale,
    maps: foot + axis,
    map,
    count,
  };
}

/** Middles of the boundary and the letters: as far apart as there is room, in the middle. */
export function lettersAcross(count: number, at: PastLayout, scale: number): number[] {
  const room = at.right - at.left;
  const pitch = Math.min(78 * scale, room / Math.max(1, count));
  const from = at.left + (room - pitch * count) / 2;
  return Array.from({ length: count }, (_, i) => from + (i + 0.5) * pitch);
}

/** From the letter that asks back to one it looks at; to itself a small loop. */
export function arcPath(from: number, to: number, foot: number, height: number): string {
  const f = (x: number) => x.toFixed(1);
  if (from === to) {
    const r = Math.min(7, height * 0.3);
    return `M${f(from - r)} ${f(foot)}c${f(-r * 0.6)} ${f(-r * 3)} ${f(r * 2.6)} ${f(-r * 3)} ${f(r * 2)} 0`;
  }
  return `M${f(from)} ${f(foot)}C${f(from)} ${f(foot - height * 1.3)} ${f(to)} ${f(foot - height * 1.3)} ${f(to)} ${f(foot)}`;
}

/** How high an arc rises, so that far ones go over near ones, px. */
export const riseOf = (distance: number, farthest: number, height: number): number =>
  height * (0.35 + 0.6 * (farthest > 0 ? distance / farthest : 0));
