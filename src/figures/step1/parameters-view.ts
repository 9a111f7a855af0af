/** What the figure “Every number there is” shows, and where its parts stand. No DOM. */
import { binned } from '../../charts/index.ts';
import { exp } from '../../engine/math.ts';
import {
  matricesLayout,
  type Box,
  type CellAt,
  type MatricesLayout,
  type NetworkSize,
} from './matrices.ts';

export interface View {
  /** Names read. */
  readonly step: number;
  /** The number looked at; null is one of the name's first letter. */
  readonly cell: CellAt | null;
}

/** The beat that asks how many rows a few names leave alone. */
export const ASKS = 2;
/** So few names. */
export const FEW = 10;

export function parametersBeats(steps: number): View[] {
  const start = { step: 0, cell: null };
  return [start, start, { ...start, step: Math.min(FEW, steps) }, { ...start, step: steps }];
}

/** Spread of the numbers before training: gauss(0, 0.08). */
export const SPREAD = 0.08;
/** Width of a bin, as a share of the ink: half as many bins on each side. */
const BINS = 25;

/** Share of the numbers in each bin, from −ink to ink; what lies beyond is in the last bins. */
export function sharesOf(values: ArrayLike<number>, ink: number): number[] {
  const width = ink / BINS;
  const shares = Array.from({ length: 2 * BINS + 1 }, () => 0);
  const { first, counts } = binned(values, width);
  counts.forEach((count, k) => {
    const bin = Math.max(-BINS, Math.min(BINS, first + k));
    shares[bin + BINS] += count / values.length;
  });
  return shares;
}

/** The share that gauss(0, 0.08) puts into a bin about `value`. */
export const bell = (value: number, ink: number): number =>
  ((ink / BINS) * exp(-((value / SPREAD) ** 2) / 2)) / (SPREAD * Math.sqrt(2 * Math.PI));

/** Mean distance from zero. */
export function meanSize(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += Math.abs(values[i]);
  return values.length > 0 ? total / values.length : 0;
}

/** Rows in which every number is what it was, to the bit. */
export function untouched(
  before: ArrayLike<number>,
  now: ArrayLike<number>,
  cols: number,
): number[] {
  const rows: number[] = [];
  for (let row = 0; row * cols < before.length; row++) {
    let same = true;
    for (let i = row * cols; same && i < (row + 1) * cols; i++) same = before[i] === now[i];
    if (same) rows.push(row);
  }
  return rows;
}

/**
 * Places at least `apart` from each other and half as far from the start, in order, each as near
 * to where it belongs as can be.
 */
export function spread(places: readonly number[], apart: number, end: number): number[] {
  const out = [...places];
  for (let i = 0; i < out.length; i++) {
    out[i] = Math.max(out[i], i === 0 ? apart / 2 : out[i - 1] + apart);
  }
  let most = Math.max(end, (out.length - 0.5) * apart);
  for (let i = out.length - 1; i >= 0; i--) {
    out[i] = Math.min(out[i], most);
    most = out[i] - apart;
  }
  return out;
}

export interface ParametersLayout {
  readonly map: MatricesLayout;
  /** Names and sizes stand over the matrices. */
  readonly titled: boolean;
  /** The chosen number over the run; null where there is no room. */
  readonly history: Box | null;
  /** One histogram a matrix; none where there is no room. */
  readonly bells: readonly Box[];
}

/** From this height on there is room for more than the matrices, px. */
const WHOLE = 300;
const TITLE = 38;
const BARE = 16;
const FOOT = 18;
const GAP = 18;
/** Histograms need so much, and never take more than `tall`, px. */
const LOW = 74;
const TALL = 210;
/** The corner under wte is used if it is at least so large, px. */
const CORNER = { width: 92, height: 76 };

export function parametersLayout(
  { width, height }: { width: number; height: number },
  size: NetworkSize,
  scale = 1,
): ParametersLayout {
  const whole = height >= WHOLE * scale;
  const [title, foot] = [TITLE * scale, FOOT * scale];
  const least = whole ? LOW * scale + GAP : 0;
  const mapOf = (top: number, under: number): MatricesLayout =>
    matricesLayout({ width, height: height - under - least }, size, top);
  const bare = mapOf(BARE * scale, 2);
  // Low pictures are as wide as they can be first: names stand where that leaves room for them.
  const named = mapOf(title, foot);
  const titled = whole || named.cell >= bare.cell - 1e-9;
  const map = titled ? named : bare;
  const below = map.height + foot + GAP;
  const tall = whole ? Math.min(TALL * scale, height - below) : 0;
  const fits =
    map.corner.width >= CORNER.width * scale && map.corner.height >= CORNER.height * scale;
  const slots = whole ? (fits ? 3 : 4) : 0;
  const wide = (width - GAP * (slots - 1)) / Math.max(1, slots);
  const boxes = Array.from({ length: slots }, (_, i) => ({
    x: i * (wide + GAP),
    y: below,
    width: wide,
    height: tall,
  }));
  return {
    map,
    titled,
    history: fits ? map.corner : (boxes[0] ?? null),
    bells: fits ? boxes : boxes.slice(1),
  };
}

/** Both ends of a history's axis: zero and all that is finite. */
export function historyEnds(series: ArrayLike<number>): readonly [low: number, high: number] {
  let [low, high] = [0, 0];
  for (let i = 0; i < series.length; i++) {
    if (!Number.isFinite(series[i])) continue;
    low = Math.min(low, series[i]);
    high = Math.max(high, series[i]);
  }
  return low === high ? [-0.1, 0.1] : [low, high];
}

/** Height of a value between both ends. */
export const historyHeight = (
  { y, height }: Box,
  [low, high]: readonly [number, number],
  value: number,
): number => y + height - ((value - low) / (high - low)) * height;

/** A line through a series, thinned to about a point a pixel; what is not finite is left out. */
export function historyPath(
  series: ArrayLike<number>,
  box: Box,
  last: number,
  ends: readonly [number, number],
): string {
  const every = Math.max(1, Math.floor(series.length / Math.max(1, box.width)));
  let path = '';
  for (let i = 0; i < series.length; i++) {
    if (i % every !== 0 && i !== series.length - 1) continue;
    if (!Number.isFinite(series[i])) continue;
    const across = box.x + (i / Math.max(1, last)) * box.width;
    const up = historyHeight(box, ends, series[i]);
    path += `${path === '' ? 'M' : 'L'}${across.toFixed(1)} ${up.toFixed(1)}`;
  }
  return path;
}
