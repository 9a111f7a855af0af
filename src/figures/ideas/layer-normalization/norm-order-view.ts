/** What the figure of norms before and after shows at each beat. No DOM. */

/** Where a norm stands: before each half of a layer, or after its addition. */
export const ORDERS = ['before', 'after'] as const;
export type Order = (typeof ORDERS)[number];

export interface View {
  readonly layers: number;
  readonly adam: boolean;
}

export const LAYERS: readonly number[] = [1, 2, 4];

/** The beat that asks which ends lower. */
export const ASKS = 0;
export const ANSWERS = ['before', 'after', 'same'] as const;
export type Answer = (typeof ANSWERS)[number];
/** Closer than this the two are the same, nats a pair. */
const SAME = 0.002;

export const lowerOf = (before: number, after: number): Answer =>
  Math.abs(before - after) < SAME ? 'same' : before < after ? 'before' : 'after';

export const BEATS: readonly View[] = [
  { layers: 4, adam: true },
  { layers: 4, adam: true },
  { layers: 1, adam: true },
];
