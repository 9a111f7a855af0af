/** What the figure “One curve” shows at each beat, and where its marks stand. No DOM. */
import { solveLadder } from '../../../charts/lines/ladder.ts';
import { softmax } from '../../../engine/by-hand.ts';
import { exp } from '../../../engine/math.ts';
import { Random, weightedIndex } from '../../../engine/random.ts';

/** The scale at the left: logits upward, or energies, which fall where logits rise. */
export type Scale = 'logit' | 'energy';

export interface View {
  readonly temperature: number;
  /** Added to every logit. */
  readonly shift: number;
  readonly scale: Scale;
  /** The rung looked at; null is the likeliest. */
  readonly to: number | null;
}

const START: View = { temperature: 1, shift: 0, scale: 'logit', to: null };
export const COLD = 0.05;
export const HALF = 0.5;
export const HOT = 10;
/** Added at the beat that adds. */
export const ADDED = 100;
/** The beat that asks what half the temperature does. */
export const ASKS = 2;

export const BEATS: readonly View[] = [
  START,
  { ...START, temperature: COLD },
  { ...START, temperature: HALF },
  { ...START, temperature: HOT },
  { ...START, shift: ADDED },
  { ...START, scale: 'energy' },
];

/** Positions of the sliders. */
export const TEMPERATURES: readonly number[] = [
  0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2, 3, 5, 10, 30, 100,
];
export const SHIFTS: readonly number[] = [
  -1000, -100, -50, -20, -10, -5, -2, -1, 0, 1, 2, 5, 10, 20, 50, 100, 1000,
];

export const placeIn = (places: readonly number[], value: number): number =>
  places.reduce((best, one, i) => (Math.abs(one - value) < Math.abs(places[best] - value) ? i : best), 0); // prettier-ignore

/** Drawn at every temperature with the same random numbers. */
export const DRAWS = 100;

/** The shares at a temperature, with an amount added to every logit; by the engine's softmax. */
export const sharesAt = (z: readonly number[], temperature: number, shift = 0): number[] =>
  softmax(z.map((value) => (value + shift) / temperature));

/** Tokens from the largest logit to the smallest. */
export const rungsOf = (z: readonly number[]): number[] =>
  [...z.keys()].toSorted((a, b) => z[b] - z[a] || a - b);

/**
 * How many of the draws fall on each token. The random numbers are the same whatever the shares
 * are, and tokens are laid out from the likeliest, so heat moves draws one way only.
 */
export function drawsOf(shares: readonly number[], rungs: readonly number[], seed: number) {
  const random = new Random(seed);
  const inOrder = rungs.map((token) => shares[token]);
  const counts = shares.map(() => 0);
  for (let i = 0; i < DRAWS; i++) counts[rungs[weightedIndex(inOrder, random.random())]] += 1;
  return counts;
}

/** The likeliest token that the first is at least so many times as likely as. */
const APART = 3;

/** The likeliest, and one that is well behind it: what half the temperature is asked of. */
export function pairOf(shares: readonly number[], rungs: readonly number[]): [number, number] {
  const [top] = rungs;
  const rival = rungs.find((token) => shares[top] >= APART * shares[token]);
  return [top ?? 0, rival ?? rungs.at(-1) ?? 0];
}

export interface LevelsLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Largest share that the picture has room for. */
  readonly most: number;
  /** Height of a logit, px. */
  readonly y: (z: number) => number;
  /** Place of a share, px. */
  readonly x: (share: number) => number;
  /** Middles of the letters, by token; null where there is no room for one. */
  readonly letters: readonly (number | null)[];
  readonly scale: number;
}

/** Room for the scale and the letters, for numbers at the ends, above and below, px. */
const AXIS = 44;
const LETTERS = 34;
const NUMBERS = 96;
const HEAD = 24;
const FOOT = 26;
const LINE = 13;
/** The picture is as wide as one of these shares. */
const WIDTHS = [0.125, 0.25, 0.5, 1];

export function levelsLayout(
  width: number,
  height: number,
  z: readonly number[],
  shares: readonly number[],
  up: Scale,
  scale = 1,
): LevelsLayout {
  const left = (AXIS + LETTERS) * scale;
  const right = Math.max(left + 40, width - NUMBERS * scale);
  const top = HEAD * scale + 6;
  const bottom = Math.max(top + 40, height - FOOT * scale - 6);
  const least = Math.min(...z);
  const range = Math.max(1e-9, Math.max(...z) - least);
  const y = (value: number): number => {
    const share = (value - least) / range;
    return up === 'logit' ? bottom - share * (bottom - top) : top + share * (bottom - top);
  };
  const largest = Math.max(...shares);
  const most = WIDTHS.find((one) => one >= largest) ?? 1;
  const x = (share: number): number => left + (share / most) * (right - left);
  const room = Math.floor((bottom - top + LINE * scale) / (LINE * scale));
  const written = rungsOf(z).slice(0, room);
  const middles = solveLadder(
    written.map((token) => ({ target: y(z[token]), height: LINE * scale })),
    top - (LINE / 2) * scale,
    bottom + (LINE / 2) * scale,
  );
  const letters = z.map((_, token) => {
    const at = written.indexOf(token);
    return at < 0 ? null : middles[at];
  });
  return { width, height, left, right, top, bottom, most, y, x, letters, scale };
}

/** The curve that every bar ends on: e^(z/T) over the sum that the logits give. */
export function curvePath(
  at: LevelsLayout,
  z: readonly number[],
  shares: readonly number[],
  temperature: number,
): string {
  const largest = Math.max(...z);
  const least = Math.min(...z);
  const most = Math.max(...shares);
  const points: string[] = [];
  const count = 96;
  for (let i = 0; i <= count; i++) {
    const value = least + ((largest - least) * i) / count;
    const share = most * exp((value - largest) / temperature);
    points.push(`${at.x(share).toFixed(1)} ${at.y(value).toFixed(1)}`);
  }
  return `M${points.join('L')}`;
}

/** Round ticks of the scale, in logits with the amount added; about five. */
export function ticksOf(z: readonly number[], shift: number): number[] {
  const low = Math.min(...z) + shift;
  const high = Math.max(...z) + shift;
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20].find((s) => (high - low) / s <= 6) ?? 50; // prettier-ignore
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++) ticks.push(k * step);
  return ticks;
}
