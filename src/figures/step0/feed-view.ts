/** What the figure “Feed the table” shows, and where its parts stand. No DOM, no engine. */
import type { Cell, Point } from '../../charts/index.ts';
import { graphemes } from '../../engine/graphemes.ts';
import { exp, log } from '../../engine/math.ts';
import type { Size } from '../frame.tsx';

export interface View {
  /** Names counted. */
  readonly k: number;
  /** Whose pairs are priced: the lens name, or a held-out name with an unseen pair. */
  readonly text: 'lens' | 'unseen';
  /** Added to every count: smoothing on or off. */
  readonly alpha: 0 | 1;
  /** The chosen pair of the text. */
  readonly pair: number | null;
  /** A box chosen for the names behind it. */
  readonly cell: Cell | null;
  /** Which part is drawn where there is room for one alone. */
  readonly part: 'table' | 'curve';
}

const START: View = { k: 0, text: 'lens', alpha: 1, pair: null, cell: null, part: 'table' };

/** One view a beat. `steps`: the run's length; `end`: where there is nothing left to count. */
export function feedBeats(steps: number, end: number): View[] {
  return [
    START,
    { ...START, k: Math.min(10, end) },
    { ...START, k: steps, part: 'curve' },
    { ...START, k: steps, text: 'unseen', alpha: 0 },
    { ...START, k: end, part: 'curve' },
  ];
}

export interface FeedLayout {
  /** The square's picture, labels included, px; 0 when it is left out. */
  square: Size;
  bars: Size;
  /** The curve, px; its height is 0 when it is left out. */
  curve: Size;
}

/** Height of the line above square and bars, px. */
export const HEAD = 24;
const GAP = 14;
/** Between the square and the curve, px. */
const RULE = 12;
/** Below this height there is room for one part alone. */
export const ROOM_FOR_BOTH = 320;

/**
 * Square and bars above, the curve below; where it is low, one of the two. `fit` tells how high
 * the square is drawn in a box: what it leaves is the curve's. `share` is what the curve gets.
 */
export function feedLayout(
  { width, height }: Size,
  part: View['part'],
  fit: (box: Size) => number,
  head = HEAD,
  share = 0.35,
): FeedLayout {
  const none = { width: 0, height: 0 };
  const both = height >= ROOM_FOR_BOTH;
  if (!both && part === 'curve')
    return { square: none, bars: none, curve: { width, height: height - head } };
  const room = height - head - (both ? RULE : 0);
  const least = both ? Math.round(Math.max(130, Math.min(320, height * share))) : 0;
  const side = Math.min(room - least, Math.round(width * 0.57));
  const square = { width: side, height: room - least };
  const top = Math.min(square.height, Math.ceil(fit(square)));
  return {
    square: { width: side, height: top },
    bars: { width: width - side - GAP, height: top },
    curve: { width, height: both ? room - top : 0 },
  };
}

/** Place of a number of names on the axis: logarithmic, and zero has a place too. */
export const toAxis = (k: number): number => log(1 + k);
export const fromAxis = (x: number): number => Math.round(exp(x) - 1);

/**
 * Numbers of names to tick on an axis so many px long: 0, powers of ten, and the last, none so near
 * another that their labels touch. `room` is a label's width; the ends' labels stand inside.
 */
export function axisTicks(last: number, length: number, room: (k: number) => number): number[] {
  if (last <= 0) return [0];
  const place = (k: number) => (toAxis(k) / toAxis(last)) * length;
  const ticks = [0];
  let taken = room(0);
  for (let k = 1; k < last; k *= 10) {
    const half = room(k) / 2;
    if (place(k) - half < taken + 8 || place(k) + half > length - room(last) - 8) continue;
    ticks.push(k);
    taken = place(k) + half;
  }
  return [...ticks, last];
}

/** Whole numbers of names from `from` to `to`, evenly spaced on the axis, both ends among them. */
export function axisSteps(from: number, to: number, count: number): number[] {
  const at = (i: number) => toAxis(from) + ((toAxis(to) - toAxis(from)) * i) / count;
  const steps = Array.from({ length: count - 1 }, (_, i) => fromAxis(at(i + 1)));
  return [...new Set([from, ...steps, to])].toSorted((a, b) => a - b);
}

/** Of points in order of x, those at least `apart` from the one before. */
export function spaced(points: readonly Point[], apart: number): Point[] {
  const kept: Point[] = [];
  for (const point of points)
    if (kept.length === 0 || point[0] - kept[kept.length - 1][0] >= apart) kept.push(point);
  return kept;
}

/** Points as dots: a line chart draws a point between two gaps as a dot. */
export const asDots = (points: readonly Point[]): Point[] =>
  points.flatMap(([x, y]) => [[x, y] as const, [x, NaN] as const]);

/** So many dots make a cloud. */
const MANY = 300;

/** A plot: edges, px, and the names at its right and nats at its foot and top. */
export interface DotFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly last: number;
  readonly low: number;
  readonly high: number;
}

/** A few dots are large and dark; among many each counts for little: width, px, and ink. */
export function dotStyle(k: number): { dot: number; tone: number } {
  const share = Math.min(1, toAxis(k) / toAxis(MANY));
  return { dot: 3.75 - 1.5 * share, tone: 0.75 - 0.45 * share };
}

/** A path for each of the names `from` to `to`: a dot at its loss; '' where that is off the plot. */
export function dotPaths(
  losses: ArrayLike<number>,
  from: number,
  to: number,
  { left, right, top, bottom, last, low, high }: DotFrame,
): string[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => {
    const loss = losses[from + i];
    if (!(loss >= low && loss <= high)) return '';
    const x = left + (toAxis(from + i + 1) / toAxis(last)) * (right - left);
    const y = bottom - ((loss - low) / (high - low)) * (bottom - top);
    return `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
  });
}

/** A curve known at some steps, cut at `k`, with the value there. */
export function curveTo(
  steps: readonly number[],
  nats: readonly number[],
  k: number,
  now: number | undefined,
): Point[] {
  const points = steps.flatMap((step, i) =>
    step < k || (step === k && now === undefined) ? [[toAxis(step), nats[i]] as const] : [],
  );
  return now === undefined ? points : [...points, [toAxis(k), now]];
}

/** A word's steps as cells of the table; what the table has no row for is left out. */
export function pathOf(word: string, labels: readonly string[], bos: number): Cell[] {
  const ids = graphemes(word).map((symbol) => labels.indexOf(symbol));
  const tokens = [bos, ...ids.filter((id) => id >= 0), bos];
  return tokens.slice(1).map((next, i) => [tokens[i], next] as const);
}

/** So few names are dropped one by one, each to be seen; more run along the axis. */
export const FEW = 20;

/** Names counted when a share of the walk from none to `to` is over: 0 to 1. */
export function walkAt(to: number, share: number): number {
  if (share >= 1) return to;
  return to <= FEW ? Math.floor(share * (to + 1)) : fromAxis(share * toAxis(to));
}
