/** What the figure “One width, cut into heads” shows, and where its parts stand. No DOM. */
import { byRoot } from '../../engine/attention.ts';
import { linear, softmax } from '../../engine/by-hand.ts';
import type { Size } from '../frame.tsx';
import { px } from '../px.ts';

/** How far the way through attention is drawn: to the scores, to the weights, to its end. */
export type Reach = 'scores' | 'weights' | 'all';

export interface View {
  /** Null: as many as the recipe has. */
  readonly heads: number | null;
  /** The head in hand, counted from 0. */
  readonly head: number;
  /** Who asks, and whom it looks at; null is the last position, and the one before it. */
  readonly t: number | null;
  readonly s: number | null;
  readonly trained: boolean;
  readonly reach: Reach;
  /** The reader has chosen a head or a letter: that is what is told of. */
  readonly chosen: boolean;
}

const START: View = {
  heads: null,
  head: 0,
  t: null,
  s: null,
  trained: false,
  reach: 'scores',
  chosen: false,
};

/** The beat that asks how much more several heads multiply. */
export const ASKS = 3;

export const BEATS: readonly View[] = [
  { ...START, heads: 1 },
  START,
  { ...START, reach: 'weights' },
  { ...START, reach: 'all' },
  { ...START, reach: 'all' },
];

/** What one layer’s attention makes of a text, [T, C] each. */
export interface Vectors {
  readonly q: readonly (readonly number[])[];
  readonly k: readonly (readonly number[])[];
  readonly v: readonly (readonly number[])[];
}

/** What one head does with its own part of the vectors at one position. */
export interface Head {
  /** Its channels: from the first on, up to the one that is no longer its own. */
  readonly from: number;
  readonly to: number;
  /** Dot products with every key up to its own, and what is left after the division. */
  readonly dots: readonly number[];
  readonly scores: readonly number[];
  readonly weights: readonly number[];
  /** [to − from] */
  readonly found: readonly number[];
}

/** What a head multiplies its dot products by. */
export const factorOf = (size: number, scaled: boolean): number => (scaled ? byRoot(size) : 1);

/**
 * The heads of one layer at position `t`, each on its own part of the width.
 * @param scaled whether scores are divided by the root of a head’s size
 */
export function headsAt({ q, k, v }: Vectors, t: number, heads: number, scaled: boolean): Head[] {
  const size = q[t].length / heads;
  const times = factorOf(size, scaled);
  return Array.from({ length: heads }, (_, head) => {
    const [from, to] = [head * size, (head + 1) * size];
    const part = (x: readonly number[]) => x.slice(from, to);
    const seen = k.slice(0, t + 1).map(part);
    const values = v.slice(0, t + 1).map(part);
    const dots = linear(part(q[t]), seen);
    const scores = dots.map((dot) => dot * times);
    const weights = softmax(scores);
    // Every number of the mixture is the weights with one column of the values.
    const columns = Array.from({ length: size }, (_one, j) => values.map((row) => row[j]));
    return { from, to, dots, scores, weights, found: linear(weights, columns) };
  });
}

/** Who asks and whom it looks at, held to the text. */
export function pairOf({ t, s }: View, positions: number): { t: number; s: number } {
  const asks = Math.min(t ?? positions - 1, positions - 1);
  return { t: asks, s: Math.max(0, Math.min(s ?? asks - 1, asks)) };
}

/** The rows of the picture, from top to bottom. */
export const BANDS = ['wq', 'wk', 'wv', 'q', 'k', 'product', 'weights', 'found', 'wo'] as const;
export type BandName = (typeof BANDS)[number];
/** How much of the height each takes, and which go first where there is little. */
const SHARES: Readonly<Record<BandName, number>> = {
  wq: 26,
  wk: 26,
  wv: 26,
  q: 30,
  k: 30,
  product: 34,
  weights: 46,
  found: 30,
  wo: 52,
};
const LEAST_NEEDED: readonly BandName[] = ['wv', 'wk', 'wo', 'wq', 'found', 'k', 'q'];

export interface BandAt {
  readonly top: number;
  readonly bottom: number;
}

export interface SplitLayout {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Channels: where they begin and end, and how far apart they stand. */
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  readonly bar: number;
  /** Base lines of the letters, and of the heads’ names over their columns. */
  readonly letters: number;
  readonly names: number;
  /** Base lines of the dot products and of the scores, under the products. */
  readonly dots: number;
  readonly scores: number;
  /** Only the bands that there is room for. */
  readonly bands: Readonly<Partial<Record<BandName, BandAt>>>;
}

const GUTTER = 50;
const RIGHT = 46;
const LETTERS = 20;
const NAMES = 18;
const LINE = 15;
const GAP = 8;

/** One column a channel through all that attention does. */
export function splitLayout({ width, height }: Size, channels: number, scale: number): SplitLayout {
  const left = GUTTER * scale;
  const right = width - RIGHT * scale;
  const pitch = (right - left) / Math.max(1, channels);
  const numbers = (2 * LINE + 3) * scale;
  const head = (LETTERS + NAMES) * scale;
  const fixed = head + 2 + numbers;
  const need = (names: readonly BandName[]) =>
    names.reduce((sum, name) => sum + SHARES[name], 0) * 0.72 * scale + names.length * GAP * scale;
  let names: BandName[] = [...BANDS];
  for (const spare of LEAST_NEEDED) {
    if (fixed + need(names) <= height) break;
    names = names.filter((name) => name !== spare);
  }
  const all = names.reduce((sum, name) => sum + SHARES[name], 0);
  const unit = (height - fixed - names.length * GAP * scale) / all;
  let y = head;
  const bands: Partial<Record<BandName, BandAt>> = {};
  let dots = y;
  for (const name of names) {
    const tall = Math.max(4, SHARES[name] * unit);
    bands[name] = { top: px(y), bottom: px(y + tall) };
    y += tall;
    if (name === 'product') {
      dots = y + LINE * scale;
      y += numbers;
    }
    y += GAP * scale;
  }
  return {
    width,
    height,
    scale,
    left: px(left),
    right: px(right),
    pitch,
    bar: Math.max(1, pitch - Math.max(1, Math.min(6, pitch * 0.3))),
    letters: px(15 * scale),
    names: px(head - 5 * scale),
    dots: px(dots),
    scores: px(dots + LINE * scale),
    bands,
  };
}

/** Where a head’s channels begin and end, px. */
export const spanOf = (at: SplitLayout, { from, to }: Pick<Head, 'from' | 'to'>) => ({
  x: px(at.left + from * at.pitch),
  width: px((to - from) * at.pitch),
});

/** Bars of some channels about the middle of a band; `most` reaches its edge. */
export function barsPath(
  at: SplitLayout,
  { top, bottom }: BandAt,
  values: readonly number[],
  most: number,
  from = 0,
): string {
  const zero = (top + bottom) / 2;
  const half = (bottom - top) / 2;
  return values
    .map((value, i) => {
      const x = px(at.left + (from + i) * at.pitch + (at.pitch - at.bar) / 2);
      const tall = px((value / (most || 1)) * half);
      return `M${x} ${px(zero)}v${-tall}h${px(at.bar)}v${tall}z`;
    })
    .join('');
}

/** A head’s weights as bars side by side over its own channels. */
export function weightBars(
  { x, width }: { x: number; width: number },
  { top, bottom }: BandAt,
  weights: readonly number[],
  most: number,
): { x: number; y: number; width: number; height: number }[] {
  const inset = Math.min(5, width * 0.08);
  const pitch = (width - 2 * inset) / weights.length;
  return weights.map((weight, i) => {
    const height = (weight / most) * (bottom - top);
    return {
      x: px(x + inset + i * pitch),
      y: px(bottom - height),
      width: px(Math.max(0.6, pitch * 0.78)),
      height: px(height),
    };
  });
}
