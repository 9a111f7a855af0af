/** What the figure “Four errors” shows at each beat, and where its marks stand. No DOM. */
import type { Size } from '../../frame.tsx';
import { PUBLISHED } from './published.ts';

export interface View {
  /** Plain networks, or residual ones beside them. */
  readonly kinds: 1 | 2;
  /** How a block is built, or how our own towers did. */
  readonly beside: 'block' | 'ours';
}

/** The beat that asks for the error of the deep plain network. */
export const ASKS = 0;

export const BEATS: readonly View[] = [
  { kinds: 1, beside: 'block' },
  { kinds: 1, beside: 'block' },
  { kinds: 2, beside: 'block' },
  { kinds: 2, beside: 'ours' },
];

/** One kind of network at two depths: two losses, or errors; null where it is not known. */
export interface Pair {
  readonly kind: 'plain' | 'after';
  readonly shallow: number | null;
  readonly deep: number | null;
}

export const published = (kinds: 1 | 2, deepKnown: boolean): Pair[] =>
  [
    {
      kind: 'plain' as const,
      shallow: PUBLISHED.plain[0],
      deep: deepKnown ? PUBLISHED.plain[1] : null,
    },
    {
      kind: 'after' as const,
      shallow: PUBLISHED.residual[0],
      deep: PUBLISHED.residual[1],
    },
  ].slice(0, kinds);

/** The axis of errors, %, which a guess keeps to; the ring waits at the error of 18 layers. */
export const GUESS = { min: 24, max: 30, step: 0.1, start: PUBLISHED.plain[0] } as const;

/** What an axis spans: all that is known, with room around it. */
export function spanOf(pairs: readonly Pair[]): [low: number, high: number] {
  const known = pairs
    .flatMap(({ shallow, deep }) => [shallow, deep])
    .filter((value) => value !== null);
  if (known.length === 0) return [0, 1];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const room = Math.max((high - low) * 0.12, high * 1e-3);
  return [low - room, high + room];
}

export interface Layout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HEAD = 44;
const FOOT = 26;
const NUMBER = 58;
const NAME = 62;

/** Two uprights with room for numbers beside them, and names to the right. */
export function pairLayout({ width, height }: Size, scale: number): Layout {
  return {
    left: NUMBER * scale,
    right: Math.max(NUMBER * scale + 40, width - (NUMBER + NAME) * scale),
    top: HEAD * scale,
    bottom: Math.max(HEAD * scale + 40, height - FOOT * scale),
  };
}

/** Heights of two numbers beside an upright, as near to their own as keeps them apart. */
export function beside(heights: readonly number[], apart: number): number[] {
  if (heights.length < 2 || Math.abs(heights[0] - heights[1]) >= apart) return [...heights];
  const middle = (heights[0] + heights[1]) / 2;
  const first = heights[0] <= heights[1] ? -1 : 1;
  return [middle + (first * apart) / 2, middle - (first * apart) / 2];
}

const WIDE = 560;
const GAP = 36;

export interface Split {
  readonly first: Size | null;
  readonly second: (Size & { readonly left: number }) | null;
}

/** Both side by side; or where there is room for one, what the beat is about. */
export function splitOf({ width, height }: Size, scale: number, view: View): Split {
  if (width < WIDE * scale)
    return view.beside === 'ours'
      ? { first: null, second: { width, height, left: 0 } }
      : { first: { width, height }, second: null };
  const half = (width - GAP) / 2;
  return {
    first: { width: half, height },
    second: { width: half, height, left: half + GAP },
  };
}
