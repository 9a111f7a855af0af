/** What the figure of positions shows: a sum of two rows, and two orders of the same letters. */
import { Value } from '../../engine/autograd.ts';
import { add } from '../../engine/layers.ts';
import { matrixLayout } from '../../charts/matrix/layout.ts';
import type { Size } from '../frame.tsx';

export interface View {
  /** The position whose sum is drawn, the boundary's being 0. */
  readonly position: number;
  /** Which other order of the earlier letters. */
  readonly order: number;
  /** Where there is room for one of them: the sum, or the answers after both orders. */
  readonly focus: 'sum' | 'order';
}

const START: View = { position: 1, order: 0, focus: 'sum' };

export const BEATS: readonly View[] = [
  START,
  { ...START, position: 3 },
  { ...START, focus: 'order' },
  { ...START, focus: 'order' },
  { ...START, focus: 'order' },
];

/** The beat that asks what becomes of the difference without positions. */
export const ASKS = 2;
export const ANSWERS = ['larger', 'smaller', 'none'] as const;
export type Answer = (typeof ANSWERS)[number];

/** The engine's own sum of two vectors, over plain numbers. */
export function summed(x: ArrayLike<number>, y: ArrayLike<number>): number[] {
  const values = (row: ArrayLike<number>) => Array.from(row, (xi) => new Value(xi));
  return add(values(x), values(y)).map(({ data }) => data);
}

/**
 * The letters in other orders, the last in its place: turned around first, then that turned on
 * letter by letter. Empty if there is no order but this one.
 */
export function ordersOf(letters: readonly string[]): string[][] {
  const last = letters.at(-1);
  if (last === undefined) return [];
  const around = letters.slice(0, -1).toReversed();
  const orders = around.map((_, by) => [...around.slice(by), ...around.slice(0, by), last]);
  const seen = new Set([letters.join('\n')]);
  return orders.filter((order) => {
    const key = order.join('\n');
    return !seen.has(key) && seen.add(key);
  });
}

/** What the difference without positions is, against the one with them. */
export const answerOf = (withThem: number, without: number): Answer =>
  without < 1e-9 ? 'none' : without > withThem ? 'larger' : 'smaller';

export interface PositionsLayout {
  /** Base lines of the letters and of their positions, and the height of both. */
  readonly letters: number;
  readonly places: number;
  readonly head: number;
  /** Left edge of the columns of both maps. */
  readonly left: number;
  /** Heights of the sum and of the table; 0 where it is not shown. */
  readonly sum: number;
  readonly table: number;
  /** Height of the answers, 0 where they are not shown; base lines of their rows in it. */
  readonly answers: number;
  readonly rows: readonly [number, number];
  readonly bar: number;
}

const HEAD = 40;
const LABELS = 62;
/** A row of the sum, and of the table, px; a line of text above either. */
const SUM_ROW = 21;
const TABLE_ROW = { most: 9, least: 3 };
export const LINE = 18;
const ANSWERS_FOOT = 16;
const ANSWERS_LEAST = 52;

/** Letters, the sum of two rows, the table of positions, the answers after both orders. */
export function positionsLayout(
  { height }: Pick<Size, 'height'>,
  scale: number,
  block: number,
  focus: View['focus'],
): PositionsLayout {
  const head = HEAD * scale;
  const sumWanted = 3 * SUM_ROW * scale + 10;
  const line = LINE * scale;
  const answersLeast = line + (2 * ANSWERS_LEAST + ANSWERS_FOOT) * scale;
  const both = height >= head + sumWanted + answersLeast;
  const sum = both || focus === 'sum' ? Math.min(sumWanted, height - head) : 0;
  const room = height - head - sum - (both ? answersLeast : 0) - line;
  const row = Math.min(TABLE_ROW.most * scale, room / Math.max(1, block));
  const table = sum > 0 && row >= TABLE_ROW.least ? row * block + line : 0;
  const answers = both || focus === 'order' ? height - head - sum - table : 0;
  const tall = Math.max(0, answers - line - ANSWERS_FOOT * scale) / 2;
  return {
    letters: 19 * scale,
    places: 34 * scale,
    head,
    left: LABELS * scale,
    sum,
    table,
    answers,
    rows: [line + tall, line + 2 * tall],
    bar: Math.max(0, tall - 8 * scale),
  };
}

/** How far a map must be moved in, so that its columns begin at `left`. */
export function insetOf(
  left: number,
  map: Pick<Parameters<typeof matrixLayout>[0], 'matrix' | 'rowLabels' | 'textScale'> & {
    width: number;
    height: number;
  },
): number {
  const { left: own } = matrixLayout({ ...map, label: '', square: false, maxCell: Infinity });
  return Math.max(0, left - own);
}
