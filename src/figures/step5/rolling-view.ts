/** What the figure of two optimizers on one slice of the loss shows, and where. No DOM. */
import { contours } from 'd3-contour';
import type { Direction, ParameterAt } from '../../worker/protocol.ts';

/** A place on the slice: how far each of its two directions is followed. */
export type Point = readonly [along: number, across: number];

export interface View {
  /** Which of the pairs of weights that are offered. */
  readonly pair: number;
  /** Both axes stand between the two weights. */
  readonly turned: boolean;
  /** The network as it was drawn, or after the run. */
  readonly trained: boolean;
  readonly start: Point;
  /** The rates, as a multiple of those of the programs. */
  readonly times: number;
  /** Steps gone, at most `STEPS`. */
  readonly step: number;
  readonly adam: boolean;
  /** Momentum and RMSProp beside the two. */
  readonly all: boolean;
  /** Shares that the means keep; null is what the run has. */
  readonly beta1: number | null;
  readonly beta2: number | null;
}

/** The slice reaches so far to each side of the weights' own values. */
export const REACH = 2.5;
/** The arrow keys move the start by this. */
export const STRIDE = 0.1;
export const STEPS = 300;
/** Values along each side of the slice that the engine is asked for. */
export const COUNT = 41;
export const TIMES = [0.1, 0.3, 1, 3, 10, 30] as const;

export const START: Point = [1.5, -1.5];
const UPPER: Point = [1.5, 1.5];
/** The beat that asks where Adam will be. */
export const ASKS = 2;

const FIRST: View = {
  pair: 0,
  turned: false,
  trained: true,
  start: START,
  times: 1,
  step: 0,
  adam: false,
  all: false,
  beta1: null,
  beta2: null,
};

export const BEATS: readonly View[] = [
  FIRST,
  { ...FIRST, step: STEPS },
  { ...FIRST, step: STEPS },
  { ...FIRST, step: STEPS, adam: true },
  { ...FIRST, step: STEPS, adam: true, turned: true },
  { ...FIRST, pair: 1, start: UPPER, step: STEPS, adam: true },
];

const HALF = Math.SQRT1_2;

/** The two directions: each weight by itself, or both together and one against the other. */
export function directions(
  [first, second]: readonly [ParameterAt, ParameterAt],
  turned: boolean,
): [Direction, Direction] {
  if (!turned) return [first, second];
  return [
    {
      several: [
        { ...first, amount: HALF },
        { ...second, amount: HALF },
      ],
    },
    {
      several: [
        { ...first, amount: -HALF },
        { ...second, amount: HALF },
      ],
    },
  ];
}

/** A place given by the two weights, along the turned axes; and back. */
export const turn = ([a, b]: Point): Point => [(a + b) * HALF, (b - a) * HALF];
export const turnBack = ([u, v]: Point): Point => [(u - v) * HALF, (u + v) * HALF];

/** The shares that a slider offers, the run's own among them. */
export const betas = (offered: readonly number[], own: number): number[] =>
  [...new Set([...offered, own])].toSorted((a, b) => a - b);

/** Within the slice, on the grid of the arrow keys. */
export const held = (value: number): number =>
  Math.max(-REACH, Math.min(REACH, Math.round(value / STRIDE) * STRIDE));

export interface Layout {
  /** The slice, a square. */
  readonly plane: { readonly left: number; readonly top: number; readonly side: number };
  /** The loss step by step. */
  readonly curve: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  /** What each optimizer has reached, beside the slice or under it; `compact` is a line each. */
  readonly legend: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly compact: boolean;
  };
}

const AXIS = 34;
const FOOT = 22;
/** Room beside the slice for words, or else they stand under it. */
const BESIDE = 118;
const GAP = 20;
/** Heights of what is told of one way: a line, or all that there is. */
const LINE = 22;
const TOLD = 88;
/** Height from which all of it is told. */
const TALL = 300;

/** `ways`: for how many there is room; two or more. */
export function layoutOf(width: number, height: number, scale: number, ways = 2): Layout {
  const axis = AXIS * scale;
  const left = 26 * scale;
  const beside = BESIDE * scale;
  const wide = width - left - GAP - beside >= 0.62 * height;
  if (wide) {
    const side = Math.min(height - axis, width - left - GAP - beside);
    const x = left + side + GAP;
    const compact = ways > 2 || side < TALL * scale;
    const top = Math.min(side - 40, ways * (compact ? LINE : TOLD) * scale);
    return {
      plane: { left, top: 0, side },
      legend: { left: x, top: 0, width: width - x, compact },
      curve: {
        left: x,
        top,
        width: width - x,
        height: side - top,
      },
    };
  }
  const rows = (ways > 2 ? 2 : 1) * LINE * scale;
  const curve = Math.max(48, 0.18 * height);
  const side = Math.min(width - left, height - axis - rows - curve - FOOT * scale);
  return {
    plane: { left, top: 0, side },
    legend: { left: 0, top: side + axis, width, compact: true },
    curve: { left, top: side + axis + rows, width: width - left, height: curve },
  };
}

/** Lines of equal loss, and the loss that each stands for. */
export interface Level {
  readonly loss: number;
  /** Filled from here up: an SVG path in the square's own px. */
  readonly d: string;
  /** From 0, the least loss of the slice, to 1, the greatest. */
  readonly height: number;
}

const LEVELS = 18;

/**
 * Bands of the slice from its least loss up. They are closer near the bottom, where the ground is
 * flat. `losses`: [count · count], a row for each offset along the first direction, which is drawn
 * from left to right; the second goes up.
 */
export function levelsOf(losses: ArrayLike<number>, count: number, side: number): Level[] {
  const all = Array.from(losses);
  const finite = all.filter(Number.isFinite);
  if (finite.length < all.length || all.length === 0) return [];
  const least = Math.min(...finite);
  const most = Math.max(...finite);
  if (!(most > least)) return [];
  const heights = Array.from({ length: LEVELS }, (_, k) => (k / LEVELS) ** 1.6);
  const grid = contours().size([count, count]);
  // d3-contour reads rows from top to bottom, columns from left to right.
  const seen = all.map((_, i) => all[(i % count) * count + (count - 1 - Math.floor(i / count))]);
  const px = (at: number): string => (((at - 0.5) / (count - 1)) * side).toFixed(1);
  return heights.map((height) => {
    const loss = least + (most - least) * height;
    const { coordinates } = grid.contour(seen, loss);
    const d = coordinates
      .flat()
      .map((ring) => `M${ring.map(([x, y]) => `${px(x)} ${px(y)}`).join('L')}Z`)
      .join('');
    return { loss, height, d };
  });
}

/** Points that a line over all steps is drawn through. */
const POINTS = 60;

/** The steps that a line up to `step` goes through: every few, and the last. */
export function stepsDrawn(step: number): number[] {
  const every = STEPS / POINTS;
  const drawn = Array.from({ length: Math.floor(step / every) + 1 }, (_, k) => k * every);
  return drawn.at(-1) === step ? drawn : [...drawn, step];
}

/** The polyline of a way down, as far as it has gone. `path`: [steps + 1, 2]. */
export function trail(
  path: ArrayLike<number>,
  steps: number,
  x: (along: number) => number,
  y: (across: number) => number,
): string {
  const points = stepsDrawn(steps).map(
    (s) => `${x(path[2 * s]).toFixed(1)} ${y(path[2 * s + 1]).toFixed(1)}`,
  );
  return `M${points.join('L')}`;
}

/**
 * Heights for words beside some points, so that none stands on another: each at its point's height,
 * or as little lower as keeps them `gap` apart; all within `most`, if there is room.
 */
export function apart(heights: readonly number[], gap: number, most: number): number[] {
  const placed = heights.slice();
  const order = heights.map((_, i) => i).toSorted((a, b) => heights[a] - heights[b]);
  order.forEach((i, k) => {
    if (k > 0) placed[i] = Math.max(placed[i], placed[order[k - 1]] + gap);
  });
  let under = most;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i], under);
    under = placed[i] - gap;
  }
  return placed;
}

/** A way's place after so many steps, along its two directions. */
export const placeAt = (path: ArrayLike<number>, step: number): Point => [
  path[2 * step] ?? NaN,
  path[2 * step + 1] ?? NaN,
];
