/** Where the lines of two pieces of code stand as strokes, px. */
import type { Size } from '../frame.tsx';

type Lines = readonly (readonly [indent: number, length: number])[];

export interface Stroke {
  x: number;
  y: number;
  width: number;
}

export interface Piece {
  name: string;
  /** Lines of code in it. */
  count: number;
  strokes: Stroke[];
  /** Middle of it, where its name stands. */
  middle: number;
  /** Top and foot. */
  top: number;
  foot: number;
}

export interface Column {
  pieces: Piece[];
  count: number;
  height: number;
}

/** Characters that fill a column; longer lines are cut. */
const WIDEST = 64;
/** Lines of room between two pieces. */
const APART = 3;

/** Pieces of code one under another, a stroke a line. */
export function columnOf(
  names: readonly string[],
  lines: Readonly<Record<string, Lines>>,
  pitch: number,
  width: number,
): Column {
  let at = 0;
  const pieces = names.map((name): Piece => {
    const own = lines[name] ?? [];
    const top = at * pitch;
    const strokes = own.map(([indent, length], k) => ({
      x: (Math.min(indent, WIDEST) / WIDEST) * width,
      y: (at + k) * pitch,
      width: (Math.min(length, WIDEST - indent) / WIDEST) * width,
    }));
    at += own.length;
    const foot = at * pitch;
    at += APART;
    return { name, count: own.length, strokes, middle: (top + foot) / 2, top, foot };
  });
  return {
    pieces,
    count: pieces.reduce((sum, { count }) => sum + count, 0),
    height: Math.max(0, at - APART) * pitch,
  };
}

/** Distance of lines so that a column of so many, in so many pieces, fits a height. */
export const pitchFor = (lines: number, pieces: number, height: number): number =>
  Math.max(1.4, Math.min(5, height / Math.max(1, lines + APART * (pieces - 1))));

export interface ChangesLayout {
  /** Room for the strokes, and for the rows of numbers under them. */
  code: number;
  /** How many parameters are shown, and whether their two numbers stand side by side. */
  rows: number;
  beside: boolean;
}

const HEAD = 26;
const ROW = 26;
const TALL_ROW = 52;

export function changesLayout({ width, height }: Size, scale: number): ChangesLayout {
  const beside = width >= 450 * scale;
  const row = (beside ? ROW : TALL_ROW) * scale;
  const room = height - HEAD * scale * 2 - 120;
  const rows = Math.max(1, Math.min(4, Math.floor(room / row)));
  const numbers = rows * row + (beside ? HEAD * scale : 0);
  return { rows, beside, code: Math.max(70, height - numbers - HEAD * scale - 14) };
}
