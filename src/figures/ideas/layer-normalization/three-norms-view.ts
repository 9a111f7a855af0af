/** What the figure of three norms shows at each beat, and what each makes of a batch. No DOM. */
import { applyNorm, measureBatch, normState } from '../../../engine/ideas/batch-norm.ts';
import { normed } from '../../../engine/ideas/norm-work.ts';
import type { Size } from '../../frame.tsx';

export const NORMS = ['none', 'batch', 'layer'] as const;
export type Norm = (typeof NORMS)[number];

export interface View {
  readonly norm: Norm;
  /** What the vector in hand is multiplied by, and what is added to each of its numbers. */
  readonly scale: number;
  readonly shift: number;
  /** Which vector is in hand: its place in the batch. */
  readonly row: number;
  /** It is all there is in the batch. */
  readonly alone: boolean;
}

export const SCALES: readonly number[] = [0.25, 0.5, 1, 2, 4];
export const SHIFTS: readonly number[] = [-1, -0.5, 0, 0.5, 1];

const START: View = { norm: 'none', scale: 1, shift: 0, row: 1, alone: false };

/** The beat that asks what batch norm makes of a batch of one. */
export const ASKS = 2;
export const ANSWERS = ['same', 'zeros', 'large'] as const;
export type Answer = (typeof ANSWERS)[number];

export const BEATS: readonly View[] = [
  { ...START, scale: 4 },
  { ...START, scale: 4, norm: 'batch' },
  { ...START, norm: 'batch' },
  { ...START, norm: 'batch', alone: true },
  { ...START, norm: 'layer', scale: 4, shift: 0.5 },
];

export type Batch = readonly (readonly number[])[];

/** A batch as the reader has changed it. */
export const altered = (batch: Batch, { scale, shift, row, alone }: View): Batch => {
  const changed = batch.map((x, i) => (i === row ? x.map((xi) => xi * scale + shift) : x));
  return alone ? changed.slice(row, row + 1) : changed;
};

/** What a norm makes of a batch; batch norm with every vector counting alike. */
export function normedBy(norm: Norm, batch: Batch): Batch {
  if (norm === 'none') return batch;
  if (norm === 'layer') return batch.map((x) => normed('layer', x));
  const width = batch[0]?.length ?? 0;
  const state = normState(batch.length, width);
  const x = Float64Array.from(batch.flat());
  measureBatch(state, x, new Float64Array(batch.length).fill(1 / batch.length));
  applyNorm(state, x);
  return batch.map((_, t) => Array.from(state.y.subarray(t * width, (t + 1) * width)));
}

/** Numbers closer than this are the same, as far as they are shown. */
const SAME = 0.01;

/** Which vectors come out otherwise than if the one in hand had been left alone. */
export function movedRows(batch: Batch, view: View): boolean[] {
  const before = normedBy(view.norm, altered(batch, { ...view, scale: 1, shift: 0 }));
  const after = normedBy(view.norm, altered(batch, view));
  return after.map((y, t) => y.some((yi, i) => Math.abs(yi - before[t][i]) > SAME));
}

/** Mean of numbers, and how far they spread about it. */
export function spreadOf(x: readonly number[]): { mean: number; spread: number } {
  const mean = x.reduce((sum, xi) => sum + xi, 0) / Math.max(1, x.length);
  const square = x.reduce((sum, xi) => sum + (xi - mean) ** 2, 0) / Math.max(1, x.length);
  return { mean, spread: Math.sqrt(square) };
}

export interface Layout {
  /** Width of the letters at the left; where cells begin, and how wide a grid of them is. */
  readonly left: number;
  readonly cells: number;
  /** Where the grids begin, and how tall a row is. */
  readonly before: number;
  readonly after: number;
  readonly row: number;
}

const LEFT = 24;
const BESIDE = 104;
const HEAD = 20;
const BETWEEN = 16;

/** What comes in above, what comes out below, a row for each vector. */
export function normsLayout({ width, height }: Size, scale: number, rows: number): Layout {
  const free = height - (2 * HEAD + BETWEEN) * scale;
  const row = Math.max(5, Math.min(26 * scale, free / (2 * Math.max(1, rows))));
  const before = HEAD * scale;
  return {
    left: LEFT * scale,
    cells: width - (LEFT + BESIDE) * scale,
    before,
    after: before + rows * row + (HEAD + BETWEEN) * scale,
    row,
  };
}
