/** What the figure “A row that is counted, a row that is learned” shows, and where. No DOM. */
import { SMALL, monoWidth } from '../../charts/text.ts';
import { log } from '../../engine/math.ts';
import { sum } from '../../engine/vector.ts';

export interface View {
  /** Names that the network has read. */
  readonly step: number;
  /** The position of the name whose letter is read; null is its first letter. */
  readonly at: number | null;
  /** The column looked at; null is the table's fullest. */
  readonly to: number | null;
}

/** The beat that asks how far the network will come. */
export const ASKS = 2;

/** One view a beat: before the first name, a tenth of the way, at the end. */
export function sameStartBeats(steps: number): View[] {
  const start = { step: 0, at: null, to: null };
  const early = Math.min(100, Math.ceil(steps / 10));
  return [start, { ...start, step: early }, { ...start, step: steps }, { ...start, step: steps }];
}

/** Steps to jump to: none, three powers of ten, and the run's last. */
export function landmarks(steps: number): number[] {
  const powers: number[] = [];
  for (let k = 1; k < steps; k *= 10) powers.push(k);
  return [0, ...powers.slice(-3), steps];
}

/** One row of a [T · V] array. */
export const rowAt = (p: ArrayLike<number>, t: number, size: number): number[] =>
  Array.from({ length: size }, (_, j) => p[t * size + j]);

/**
 * How many nats a letter costs more, on average, when it comes as `truth` says and `guess` was
 * expected: never below 0, and 0 only where the two agree (S. Kullback and R. Leibler, 1951).
 */
export const extraNats = (truth: readonly number[], guess: readonly number[]): number =>
  Math.max(
    0,
    sum(truth.map((p, j) => (p > 0 ? p * (guess[j] > 0 ? log(p / guess[j]) : Infinity) : 0))),
  );

/** The column where two rows are furthest apart. */
export function widestGap(a: readonly number[], b: readonly number[]): number {
  let at = 0;
  a.forEach((value, j) => {
    if (Math.abs(value - b[j]) > Math.abs(a[at] - b[at])) at = j;
  });
  return at;
}

/** The index of the largest; the first of equals. */
export const fullest = (row: readonly number[]): number =>
  row.reduce((best, value, j) => (value > row[best] ? j : best), 0);

/** Probability at the end of both axes: a round one, not below any bar. */
export const axisEnd = (...rows: readonly (readonly number[])[]): number =>
  Math.max(0.05, Math.ceil(Math.max(...rows.flat()) * 20 - 1e-9) / 20);

/** Who predicts the held-out names better, to the three decimals that are shown. */
export function leader(
  network: number | undefined,
  table: number | undefined,
): 'table' | 'network' | 'even' | 'unknown' {
  if (network === undefined || table === undefined) return 'unknown';
  const gap = Math.round(network * 1000) - Math.round(table * 1000);
  return gap === 0 ? 'even' : gap > 0 ? 'table' : 'network';
}

export interface MirrorLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly pitch: number;
  readonly bar: number;
  /** Zero of the upper bars and of the lower ones; the letters stand between, px. */
  readonly up: number;
  readonly down: number;
  /** Length of the longest bar there can be, px. */
  readonly reach: number;
  readonly most: number;
  /** Of the text, over the normal size. */
  readonly scale: number;
}

const LETTERS = 20;
/** Room beyond the longest bars for a heading and a number, px: less where it is low. */
const headOf = (height: number): number => (height < 240 ? 17 : 30);
/** Between the ends of the axes and their numbers, and between these and the bars, px. */
const AXIS = { tick: 8, gap: 3 };

/** What stands at the ends of the axes. */
export const endText = (most: number): string => most.toFixed(2);

export function mirrorLayout(
  width: number,
  height: number,
  size: number,
  most: number,
  scale = 1,
): MirrorLayout {
  const head = headOf(height / scale) * scale;
  const letters = LETTERS * scale;
  const reach = Math.max(10, (height - letters) / 2 - head);
  const left = Math.ceil(monoWidth(endText(most), SMALL * scale)) + AXIS.tick + AXIS.gap;
  const pitch = (width - left) / Math.max(1, size);
  return {
    width,
    height,
    left,
    pitch,
    bar: Math.max(1, pitch - Math.max(1, Math.min(6, pitch * 0.28))),
    up: head + reach,
    down: head + reach + letters,
    reach,
    most,
    scale,
  };
}

export const middle = (at: MirrorLayout, j: number): number => at.left + (j + 0.5) * at.pitch;
export const lengthOf = (at: MirrorLayout, p: number): number =>
  (Math.min(p, at.most) / at.most) * at.reach;

/** Bars of some columns as one path: up from the letters, or down from them. */
export function mirrorPath(
  at: MirrorLayout,
  side: 'up' | 'down',
  values: readonly number[],
  which: (j: number) => boolean = () => true,
): string {
  const zero = at[side];
  return values
    .map((value, j) => {
      if (!which(j)) return '';
      const left = (middle(at, j) - at.bar / 2).toFixed(1);
      const end = zero + (side === 'up' ? -1 : 1) * lengthOf(at, value);
      return `M${left} ${zero}V${end.toFixed(1)}h${at.bar.toFixed(1)}V${zero}z`;
    })
    .join('');
}

/**
 * Where the number of a bar stands: at its end, or beside its end where the outline of a longer
 * bar (`ghost`, a probability) goes on from there.
 */
export function numberSpot(
  at: MirrorLayout,
  side: 'up' | 'down',
  j: number,
  value: number,
  ghost: number,
  text: string,
): { x: number; y: number; textAnchor: 'start' | 'middle' | 'end' } {
  const half = monoWidth(text, SMALL * at.scale) / 2;
  const x = middle(at, j);
  const long = lengthOf(at, value);
  const y = side === 'up' ? at.up - long - 5 : at.down + long + 4 + 10 * at.scale;
  if (lengthOf(at, ghost) < long + 3)
    return { x: Math.max(at.left + half, Math.min(at.width - half, x)), y, textAnchor: 'middle' };
  const gap = at.bar / 2 + 5;
  return x + gap + 2 * half < at.width
    ? { x: x + gap, y, textAnchor: 'start' }
    : { x: x - gap, y, textAnchor: 'end' };
}

/** The middle of the widest stretch whose bars stay under `level`; null if `room` px do not fit. */
export function clearing(
  at: MirrorLayout,
  values: readonly number[],
  level: number,
  room: number,
): number | null {
  let best = { from: 0, to: 0 };
  let from = 0;
  for (let j = 0; j <= values.length; j++) {
    if (j < values.length && values[j] < level) continue;
    if (j - from > best.to - best.from) best = { from, to: j };
    from = j + 1;
  }
  if ((best.to - best.from) * at.pitch < room) return null;
  return at.left + ((best.from + best.to) / 2) * at.pitch;
}
