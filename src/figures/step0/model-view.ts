/** What the figure “One row becomes one prediction” shows, and where its marks stand. No DOM. */
import { fitting, monoWidth, SMALL } from '../../charts/text.ts';

/** The row as it was counted; with the same amount added to every box; divided by its total. */
export type Stage = 'counts' | 'plus' | 'shares';

export interface View {
  /** The row: that of the commonest letter, of the rarest one met, or of a token. */
  readonly prev: 'common' | 'rare' | number;
  readonly stage: Stage;
  /** Added to every box. */
  readonly alpha: number;
  /** The shares that nothing added would give, in outline. */
  readonly bare: boolean;
  /** The chosen column; null is the row's fullest. */
  readonly to: number | null;
}

const START: View = { prev: 'common', stage: 'counts', alpha: 1, bare: false, to: null };

export const BEATS: readonly View[] = [
  START,
  { ...START, stage: 'plus' },
  { ...START, stage: 'shares' },
  { ...START, prev: 'rare', stage: 'shares', bare: true },
];

/** Amounts that can be added: nothing, then 1, 2 and 5 hundredths and so on, up to ten. */
export const AMOUNTS: readonly number[] = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** The letters met most and least often (but met), by their rows' totals; the boundary is none. */
export function ends(totals: readonly number[], bos: number): { common: number; rare: number } {
  const met = [...totals.keys()].filter((token) => token !== bos && totals[token] > 0);
  const ranked = met.toSorted((a, b) => totals[b] - totals[a] || a - b);
  return { common: ranked[0] ?? 0, rare: ranked.at(-1) ?? 0 };
}

/** Columns from the fullest to the emptiest; the earlier of two equals first. */
export const ranking = (values: readonly number[]): number[] =>
  [...values.keys()].toSorted((a, b) => values[b] - values[a] || a - b);

/** One column's bar in units of the axis: the whole, and the part that was added (at its top). */
export interface Column {
  readonly value: number;
  readonly added: number;
}

export function columnsOf(
  stage: Stage,
  alpha: number,
  counts: readonly number[],
  p: readonly number[],
): Column[] {
  if (stage === 'counts') return counts.map((value) => ({ value, added: 0 }));
  if (stage === 'plus') return counts.map((count) => ({ value: count + alpha, added: alpha }));
  return p.map((share, j) => {
    const value = Number.isFinite(share) ? share : 0;
    const whole = counts[j] + alpha;
    return { value, added: whole > 0 ? (value * alpha) / whole : 0 };
  });
}

export interface ModelLayout {
  readonly width: number;
  readonly height: number;
  /** Left end of the columns, and their pitch, px. */
  readonly left: number;
  readonly pitch: number;
  readonly bar: number;
  /** Heights of the axis' end and of zero, px from the top. */
  readonly top: number;
  readonly base: number;
  /** Value at `top`. */
  readonly most: number;
  /** Is there room for the line under the letters? */
  readonly foot: boolean;
}

const LETTERS = 20;
const FOOT = 18;
/** Room for the numbers above the tallest bar, px. */
const NUMBERS = 17;

export function modelLayout(
  width: number,
  height: number,
  size: number,
  most: number,
  axis: number,
): ModelLayout {
  const foot = height >= 150;
  const pitch = (width - axis) / Math.max(1, size);
  return {
    width,
    height,
    left: axis,
    pitch,
    bar: Math.max(1, pitch - Math.max(1, Math.min(6, pitch * 0.28))),
    top: NUMBERS,
    base: Math.max(NUMBERS + 1, height - LETTERS - (foot ? FOOT : 0)),
    most: most > 0 ? most : 1,
    foot,
  };
}

/** Middle of a column, and the height of a value, px. */
export const middle = (at: ModelLayout, j: number): number => at.left + (j + 0.5) * at.pitch;
export const rise = (at: ModelLayout, value: number): number =>
  (Math.min(value, at.most) / at.most) * (at.base - at.top);

export interface NumberSpot {
  readonly j: number;
  readonly text: string;
  readonly x: number;
  /** Baseline, px. */
  readonly y: number;
}

/**
 * Where numbers stand above their bars. The first always stands; another is left out where it
 * would touch a number that stands already, or a taller bar beside its own.
 */
export function numberSpots(
  at: ModelLayout,
  heights: readonly number[],
  wanted: readonly { j: number; text: string }[],
): NumberSpot[] {
  const placed: (NumberSpot & { half: number })[] = [];
  for (const { j, text } of wanted) {
    const half = monoWidth(text, SMALL) / 2;
    const x = Math.max(at.left + half, Math.min(at.width - half, middle(at, j)));
    const y = at.base - heights[j] - 4;
    const touches = placed.some(
      (other) => Math.abs(other.x - x) < other.half + half + 4 && Math.abs(other.y - y) < SMALL,
    );
    const covers = heights.some(
      (tall, i) =>
        i !== j &&
        tall > heights[j] + 3 &&
        Math.abs(middle(at, i) - x) < half + at.bar / 2 &&
        at.base - tall < y,
    );
    if (placed.length === 0 || !(touches || covers)) placed.push({ j, text, x, y, half });
  }
  return placed.map(({ j, text, x, y }) => ({ j, text, x, y }));
}

/** Columns whose letters can be drawn under them; the first ones asked for come first. */
export const lettersThatFit = (
  at: ModelLayout,
  labels: readonly string[],
  urgent: readonly number[],
): Set<number> =>
  fitting(
    labels.map((label) => monoWidth(label, 12) + 2),
    at.pitch,
    urgent,
  );

/** Letters in a row of the strip and rows: places 24 px wide, unless that takes too many rows. */
export function stripShape(
  size: number,
  width: number,
  height: number,
): { perRow: number; rows: number } {
  const wide = Math.ceil(size / Math.max(1, Math.floor(width / 24)));
  const rows = Math.max(1, Math.min(wide, Math.max(2, Math.floor(height / 26))));
  return { perRow: Math.ceil(size / rows), rows };
}
