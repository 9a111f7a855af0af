/** What the figure of the cache shows, what was done so far, and where it stands. No DOM. */
import type { TokenWork } from '../../worker/protocol.ts';
import { rowWork } from '../cache-work.ts';
import type { Size } from '../frame.tsx';

export type TextName = 'name' | 'block';

export interface View {
  /** Tokens read. */
  readonly read: number | 'all';
  /** The reader's name, or it again and again until the block is full. */
  readonly text: TextName;
}

const FULL: View = { read: 'all', text: 'block' };

export const BEATS: readonly View[] = [{ read: 4, text: 'name' }, FULL, FULL, FULL, FULL];

/** The beat that asks how often keys and values are computed without a cache. */
export const ASKS = 1;
/** Rows that are shown without a cache while it asks. */
export const HINT = 3;

export interface CacheLayout {
  /** Side of a cell, px; left edges of the two panels. */
  readonly cell: number;
  readonly left: readonly [number, number];
  /** Base line of the letters over the panels; where the cells begin and end. */
  readonly letters: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the bars stand, and how tall they may be; 0 where there is no room. */
  readonly foot: number;
  readonly bar: number;
  /** Height of all this, px; the sums come below. */
  readonly height: number;
}

const HEAD = 40;
/** Between the panels, px. */
const BETWEEN = 28;
const LARGEST = 34;
const BAR = { most: 96, least: 30, gap: 8, foot: 16 };

/** Two triangles of cells side by side, bars under their columns, and `sums` px below for sums. */
export function cacheLayout(
  { width, height }: Size,
  scale: number,
  tokens: number,
  sums: number,
): CacheLayout {
  const n = Math.max(1, tokens);
  const head = HEAD * scale;
  const free = height - head - sums;
  const panel = (width - BETWEEN * scale) / 2;
  const widest = Math.min(panel / n, LARGEST * scale);
  const extra = (BAR.gap + BAR.foot) * scale;
  // Bars take what the cells leave, and a fifth of the room if there is that much.
  const spare = Math.max(free - widest * n, free > 200 * scale ? free * 0.22 : 0) - extra;
  const bar = spare < BAR.least * scale ? 0 : Math.min(BAR.most * scale, spare);
  const rest = bar === 0 ? 4 : bar + extra;
  const cell = Math.max(1, Math.min(widest, (free - rest) / n));
  const inset = Math.max(0, panel - cell * n) / 2;
  const bottom = head + cell * n;
  return {
    cell,
    left: [inset, panel + BETWEEN * scale + inset],
    letters: head - 6 * scale,
    top: head,
    bottom,
    foot: bottom + BAR.gap * scale + bar,
    bar,
    height: bottom + rest,
  };
}

/** Boxes of a row's cells from column `from` up to `to`: the upper half, or the lower. */
export function halfRow(
  at: Pick<CacheLayout, 'cell' | 'top'>,
  left: number,
  row: number,
  [from, to]: readonly [number, number],
  half: 'key' | 'value',
): string {
  if (to <= from) return '';
  const gap = at.cell > 5 ? 1 : 0;
  const tall = (at.cell - gap) / 2;
  const y = at.top + row * at.cell + (half === 'key' ? 0 : tall);
  return Array.from({ length: to - from }, (_, i) => {
    const x = left + (from + i) * at.cell;
    const wide = at.cell - gap;
    return `M${round(x)} ${round(y)}h${round(wide)}v${round(tall)}h${round(-wide)}z`;
  }).join('');
}

const round = (x: number): number => Math.round(x * 10) / 10;

/** Multiplications in all if only keys and values of earlier tokens were computed again. */
export const keysAndValuesAgain = (
  cached: TokenWork,
  uncached: TokenWork,
  parts: readonly { name: string; multiplications: number }[],
): number => cached.multiplications + (uncached.projections - cached.projections) * rowWork(parts);
