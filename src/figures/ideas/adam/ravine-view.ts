/** What the figure “Four ways down a ravine” shows at each beat, and where. No DOM. */
import { LEVEL, toAxes, toBed, type Place, type Ravine } from '../../../engine/ideas/ravine.ts';
import type { Race, Racer } from '../../../worker/protocol.ts';
import type { Size } from '../../frame.tsx';

export const RACERS = ['sgd', 'momentum', 'rmsprop', 'adam'] as const satisfies readonly Racer[];

/** What the running means keep: the program's own shares, or those that the paper suggests. */
export type Shares = 'program' | 'paper';
export const SHARES: Readonly<Record<Shares, Pick<Race, 'beta1' | 'beta2'>>> = {
  program: { beta1: 0.85, beta2: 0.99 },
  paper: { beta1: 0.9, beta2: 0.999 },
};

export type Over = 'angle' | 'stretch';

export interface View {
  readonly stretch: number;
  /** Degrees. */
  readonly angle: number;
  /** Along the ravine's bed and across it. */
  readonly start: Place;
  readonly shares: Shares;
  /** Plain descent by itself, or all four. */
  readonly who: 'one' | 'all';
  /** What the chart runs over. */
  readonly over: Over;
  /** Steps gone, at most `DRAWN`. */
  readonly step: number;
}

export const STRETCHES = [1, 3, 10, 30, 100, 300, 1000] as const;
export const ANGLES = Array.from({ length: 19 }, (_, k) => 5 * k);
/** The two of which the text tells. */
export const STRETCHED = 100;
export const FAR = 1000;
export const SLANT = 45;
/** Steps that are drawn. */
export const DRAWN = 200;
/** The beat that asks how many steps Adam needs. */
export const ASKS = 3;

export const START: Place = [-2, 0.7];

const FIRST: View = {
  stretch: STRETCHED,
  angle: 0,
  start: START,
  shares: 'program',
  who: 'one',
  over: 'stretch',
  step: DRAWN,
};
const ALL: View = { ...FIRST, who: 'all' };

export const BEATS: readonly View[] = [
  FIRST,
  ALL,
  { ...ALL, stretch: FAR },
  { ...ALL, over: 'angle', angle: SLANT },
  { ...ALL, over: 'angle', angle: SLANT },
  { ...ALL, over: 'angle', angle: SLANT, shares: 'paper' },
];

/** The square reaches so far to each side of the bottom. */
export const REACH = 2.5;
/** The arrow keys move the start by this; and no start is further from the bottom. */
export const STRIDE = 0.1;
const MOST = 2.4;

/** A start on the page as one that the ravine can turn with, without leaving the square. */
export function heldStart(ravine: Ravine, [x, y]: Place): Place {
  const far = Math.hypot(x, y);
  const share = far > MOST ? MOST / far : 1;
  const [along, across] = toBed(ravine, [x * share, y * share]);
  return [round(along), round(across)];
}

const round = (value: number): number => Math.round(value * 100) / 100 + 0;

/** The start by the axes. */
export const startOf = (view: Pick<View, 'stretch' | 'angle' | 'start'>): Place =>
  toAxes(view, view.start);

/** An ellipse of one height, about the bottom: half axes along and across, in the square's units. */
export interface Contour {
  readonly along: number;
  readonly across: number;
  /** From 0 at the bottom to 1 at the corner. */
  readonly tone: number;
}

const CONTOURS = 14;

/** From the highest corner down, each half as high as the one before. */
export function contoursOf({ stretch }: Pick<View, 'stretch'>): Contour[] {
  let height = REACH * REACH;
  return Array.from({ length: CONTOURS }, (_, k) => {
    const contour = halfAxes(stretch, height);
    height /= 2;
    return { ...contour, tone: Math.sqrt(0.5 ** k) };
  });
}

/** Half axes of the ellipse that lies at a height. */
export const halfAxes = (stretch: number, height: number) => ({
  along: Math.sqrt(2 * height * stretch),
  across: Math.sqrt(2 * height),
});

/** The line that counts: a thousandth of the height of the start. */
export function levelOf({ stretch, start: [along, across] }: Pick<View, 'stretch' | 'start'>) {
  return halfAxes(stretch, (LEVEL / 2) * ((along * along) / stretch + across * across));
}

export interface Layout {
  readonly plane: { readonly left: number; readonly top: number; readonly side: number };
  /** What each has needed, and under it the chart. */
  readonly legend: { readonly left: number; readonly width: number; readonly row: number };
  readonly chart: Size & { readonly left: number; readonly top: number };
}

const AXIS = 26;
const LEFT = 22;
const GAP = 22;
/** The square takes at most this part of the width. */
const SHARE = 0.55;
const ROWS = { low: 19, tall: 26 };
const TALL = 340;

/** There is room only for what is known. */
export const isLow = ({ height }: Pick<Size, 'height'>, scale: number): boolean =>
  height < TALL * scale;

/** `rows`: of what is told beside the square. */
export function layoutOf({ width, height }: Size, scale: number, rows: number): Layout {
  const left = LEFT * scale;
  const side = Math.max(40, Math.min(height - AXIS * scale, width * SHARE - left));
  const x = left + side + GAP;
  const row = (isLow({ height }, scale) ? ROWS.low : ROWS.tall) * scale;
  const top = rows * row + 10;
  return {
    plane: { left, top: 0, side },
    legend: { left: x, width: width - x, row },
    chart: { left: x, top, width: width - x, height: Math.max(60, height - top) },
  };
}

/** The polyline of a way, as far as it has gone. `path`: [drawn + 1, 2]. */
export function wayPath(
  path: ArrayLike<number>,
  step: number,
  x: (x: number) => number,
  y: (y: number) => number,
): string {
  const last = Math.min(step, path.length / 2 - 1);
  const points: string[] = [];
  for (let s = 0; s <= last; s++)
    points.push(`${x(path[2 * s]).toFixed(1)} ${y(path[2 * s + 1]).toFixed(1)}`);
  return `M${points.join('L')}`;
}

/** Where a way is after so many steps. */
export function placeAt(path: ArrayLike<number>, step: number): Place {
  const s = Math.min(step, path.length / 2 - 1);
  return [path[2 * s], path[2 * s + 1]];
}
