/** What the figure “What was found” shows, and where its parts stand. No DOM. */
import { linear } from '../../engine/by-hand.ts';
import type { Size } from '../frame.tsx';
import { px } from '../px.ts';

/** The mixture alone, or all the way to the answer. */
export type Reach = 'mix' | 'answer';

export interface View {
  readonly reach: Reach;
  /** Whose value is looked at; null is the first letter’s. */
  readonly s: number | null;
  /** The number of the mixture; null is its largest. */
  readonly j: number | null;
  /** Weights that the reader has set, for so many positions; null are the network’s. */
  readonly weights: readonly number[] | null;
  /** The story gives everything to the first letter. */
  readonly all: boolean;
  /** Nothing is added to what attention has found, nor to what the MLP makes of it. */
  readonly cut: boolean;
}

const START: View = { reach: 'mix', s: null, j: null, weights: null, all: false, cut: false };

/** The beat that asks how far the answer moves. */
export const ASKS = 2;

export const BEATS: readonly View[] = [
  START,
  { ...START, reach: 'answer' },
  { ...START, reach: 'answer', all: true },
  { ...START, reach: 'answer', cut: true },
];

/** All of it to one position. */
export const allTo = (s: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => (i === s ? 1 : 0));

/** The weights in force: the reader’s, the story’s, or the network’s own. */
export function weightsIn({ weights, all }: View, own: readonly number[]): readonly number[] {
  if (weights?.length === own.length) return weights;
  return all ? allTo(Math.min(1, own.length - 1), own.length) : own;
}

/** One weight set, and the others shrunk or grown alike so that they still add up to 1. */
export function dragged(weights: readonly number[], s: number, to: number): number[] {
  if (weights.length === 1) return [1];
  const held = Math.max(0, Math.min(1, to));
  const rest = 1 - weights[s];
  return weights.map((weight, i) => {
    if (i === s) return held;
    const share = rest > 1e-9 ? weight / rest : 1 / (weights.length - 1);
    return share * (1 - held);
  });
}

/** The values of all positions, mixed: [T] weights and [T, D] values to [D]. */
export const mixtureOf = (
  weights: readonly number[],
  values: readonly (readonly number[])[],
): number[] =>
  linear(
    [...weights],
    (values[0] ?? []).map((_, j) => values.map((value) => value[j])),
  );

export interface Band {
  readonly top: number;
  readonly bottom: number;
}

export interface MixingLayout {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Where the columns of positions begin, and how far apart they stand. */
  readonly left: number;
  readonly pitch: number;
  /** The same for the numbers of a vector. */
  readonly step: number;
  readonly letters: number;
  readonly weights: Band;
  readonly values: Band;
  /** Where the ribbons end: all weights side by side. */
  readonly shares: Band;
  readonly mix: Band;
  readonly attn: Band;
  readonly stream: Band;
  readonly answer: Band;
}

const GUTTER = 58;
/** Heights of the bands, in shares of what the text leaves. */
const SHARES = {
  weights: 5,
  values: 2.2,
  ribbons: 2.2,
  mix: 4,
  attn: 2.6,
  stream: 4,
  answer: 5,
} as const;

export function mixingLayout(
  { width, height }: Size,
  positions: number,
  count: number,
  scale = 1,
): MixingLayout {
  const left = GUTTER * scale;
  const roomy = height >= 320 * scale;
  const gap = (roomy ? 13 : 6) * scale;
  const letters = 15 * scale;
  const head = letters + (roomy ? 27 : 24) * scale;
  const foot = 14 * scale;
  const total = Object.values(SHARES).reduce((sum, share) => sum + share, 0);
  const unit = Math.max(1, (height - head - foot - 5 * gap) / total);
  let y = head;
  const band = (share: number, after: number): Band => {
    const top = y;
    y = top + share * unit + after;
    return { top: px(top), bottom: px(top + share * unit) };
  };
  const weights = band(SHARES.weights, gap * 0.5);
  const values = band(SHARES.values, 0);
  const ribbons = band(SHARES.ribbons, gap * 0.5);
  return {
    width,
    height,
    scale,
    left,
    pitch: (width - left) / Math.max(1, positions),
    step: (width - left) / Math.max(1, count),
    letters,
    weights,
    values,
    shares: { top: px(ribbons.bottom - 4 * scale), bottom: ribbons.bottom },
    mix: band(SHARES.mix, gap),
    attn: band(SHARES.attn, gap),
    stream: band(SHARES.stream, gap * 1.9),
    answer: band(SHARES.answer, 0),
  };
}

export const middleOf = ({ top, bottom }: Band): number => (top + bottom) / 2;

/** Middle of a position’s column. */
export const columnOf = ({ left, pitch }: MixingLayout, s: number): number =>
  px(left + (s + 0.5) * pitch);

/** Height of a weight’s bar: 1 is all of the band. */
export const weightY = ({ weights }: MixingLayout, weight: number): number =>
  weights.bottom - weight * (weights.bottom - weights.top);

/** The weight at a height, px from the top. */
export const weightAt = ({ weights }: MixingLayout, y: number): number =>
  (weights.bottom - y) / (weights.bottom - weights.top);

/** From each value to its share of the whole, as closed paths. */
export function ribbons(at: MixingLayout, weights: readonly number[]): string[] {
  const wide = at.width - at.left;
  const [from, to] = [at.values.bottom, at.shares.top];
  const bend = (from + to) / 2;
  let x = at.left;
  return weights.map((weight, s) => {
    const half = Math.max(0.4, (weight * at.pitch * 0.86) / 2);
    const middle = columnOf(at, s);
    const [a, b] = [middle - half, middle + half];
    const [c, d] = [x, x + weight * wide];
    x = d;
    const n = (value: number) => value.toFixed(0);
    return (
      `M${n(a)} ${n(from)}C${n(a)} ${n(bend)} ${n(c)} ${n(bend)} ${n(c)} ${n(to)}` +
      `H${n(d)}C${n(d)} ${n(bend)} ${n(b)} ${n(bend)} ${n(b)} ${n(from)}z`
    );
  });
}
