/** What the figure “From scores to weights” shows, and where its parts stand. No DOM. */
import { softmax } from '../../engine/by-hand.ts';
import { Random } from '../../engine/random.ts';
import type { Size } from '../frame.tsx';
import { best, termsOf } from '../step1/linear-view.ts';
import { px } from '../px.ts';

/** Scores; their weights; those of every position; what the root is there for. */
export type Reach = 'scores' | 'weights' | 'map' | 'root';
/** Whose scores: as drawn at random, as the program trains them, as Step 5’s rule would. */
export type Run = 'first' | 'trained' | 'adam';

export interface View {
  readonly reach: Reach;
  /** Who asks; null is the last position, or the one that the story tells of. */
  readonly t: number | null;
  readonly s: number | null;
  /** A place among `scalesOf`; null is the program’s own. */
  readonly scale: number | null;
  /** No division at all, wherever that stands among the scales. */
  readonly bare: boolean;
  readonly run: Run;
}

const START: View = {
  reach: 'scores',
  t: null,
  s: null,
  scale: null,
  bare: false,
  run: 'trained',
};

/** The beat that asks how large the largest weight is. */
export const ASKS = 1;

export const BEATS: readonly View[] = [
  START,
  { ...START, reach: 'weights' },
  { ...START, reach: 'map' },
  { ...START, reach: 'root', bare: true },
  { ...START, reach: 'map' },
];

/** What dot products of vectors of `size` numbers may be multiplied by, smallest first. */
export function scalesOf(size: number): number[] {
  const root = Math.sqrt(size);
  const quarter = Math.sqrt(root);
  const all = [1 / size, 1 / (root * quarter), 1 / root, 1 / quarter, 1, 2, 4, 8, 16];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Which of the scales is in force. */
export function scaleOf({ scale, bare }: View, size: number, scaled: boolean): number {
  const all = scalesOf(size);
  if (scale !== null) return Math.min(scale, all.length - 1);
  return all.indexOf(bare || !scaled ? 1 : 1 / Math.sqrt(size));
}

/** The weights of each position: softmax over as many scores as it has keys, [T, T]. */
export const weightsOf = (scores: readonly (readonly number[])[], times: number): number[][] =>
  scores.map((row, t) => {
    const weights = softmax(row.slice(0, t + 1).map((score) => score * times));
    return row.map((_, s) => weights[s] ?? 0);
  });

/** The cell whose weight is most above an even share, among positions with a choice of three. */
export function boldest(weights: readonly (readonly number[])[]): { t: number; s: number } {
  let found = { t: weights.length - 1, s: 0 };
  let most = 0;
  weights.forEach((row, t) => {
    if (t < 2) return;
    const s = best(row);
    if (row[s] * (t + 1) <= most) return;
    most = row[s] * (t + 1);
    found = { t, s };
  });
  return found;
}

/** Sizes of vectors in the experiment with random ones. */
export const SIZES = [1, 4, 16, 64, 256];
const TRIALS = 48;

/**
 * The largest of `count` softmax weights, on average, when query and keys are random numbers of
 * size 1: with the dot products as they are, and divided by the root of the size.
 */
export function randomWeights(count: number, seed: number): { bare: number[]; divided: number[] } {
  const random = new Random(seed);
  const longest = SIZES[SIZES.length - 1];
  const draw = () => Array.from({ length: longest }, () => random.gauss(0, 1));
  const bare = SIZES.map(() => 0);
  const divided = SIZES.map(() => 0);
  for (let trial = 0; trial < TRIALS; trial++) {
    const q = draw();
    const sums = Array.from({ length: count }, () => termsOf(q, draw()).sums);
    SIZES.forEach((size, i) => {
      const dots = sums.map((so) => so[size - 1]);
      const root = Math.sqrt(size);
      bare[i] += Math.max(...softmax(dots)) / TRIALS;
      divided[i] += Math.max(...softmax(dots.map((dot) => dot / root))) / TRIALS;
    });
  }
  return { bare, divided };
}

export interface ScoresLayout {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Where columns begin, and how far apart they stand. */
  readonly left: number;
  readonly pitch: number;
  /** Top of the arcs; base line of the letters. */
  readonly arcs: number;
  readonly letters: number;
  /** Base lines of the two rows of numbers; NaN where there is no room for the first. */
  readonly dots: number;
  readonly scores: number;
  /** The band of bars. */
  readonly bars: { readonly top: number; readonly bottom: number };
  /** The map, or what stands in its place. */
  readonly map: { readonly top: number; readonly row: number; readonly bottom: number };
}

const GUTTER = 52;

/** One column a position, from the arcs down to the map. */
export function scoresLayout({ width, height }: Size, positions: number, scale = 1): ScoresLayout {
  const roomy = height >= 320 * scale;
  const left = GUTTER * scale;
  const pitch = (width - left) / Math.max(1, positions);
  const line = 15 * scale;
  const arcs = 2;
  const letters = (roomy ? height * 0.17 : height * 0.13) + line;
  const dots = roomy ? letters + 1.55 * line : NaN;
  const scores = roomy ? dots + 1.3 * line : letters + line * 1.1;
  const room = height - scores;
  const map = Math.min(room * 0.48, 24 * scale * positions);
  const top = height - map - 2;
  return {
    width,
    height,
    scale,
    left,
    pitch,
    arcs,
    letters: px(letters),
    dots: px(dots),
    scores: px(scores),
    bars: { top: scores + (roomy ? 1.9 : 1.2) * line, bottom: top - (roomy ? 18 : 8) * scale },
    map: { top, row: map / Math.max(1, positions), bottom: top + map },
  };
}

export const middle = ({ left, pitch }: ScoresLayout, s: number): number =>
  px(left + (s + 0.5) * pitch);
