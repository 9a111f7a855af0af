/** What the figure “Why a bend” shows, and its arithmetic. No DOM. */
import { ACTIVATIONS, type ActivationName } from '../../engine/activations.ts';
import { linear, type Dials } from '../../engine/by-hand.ts';
import { sum } from '../../engine/vector.ts';

/** Two matrices and their product; a walk between two letters; five complete runs. */
export type Part = 'product' | 'fold' | 'runs';
export const PARTS: readonly Part[] = ['product', 'fold', 'runs'];

/** In order of their age on this page: nothing, the reference's, and the others. */
export const NAMES: readonly ActivationName[] = ['none', 'relu', 'tanh', 'sigmoid', 'gelu'];

export interface View {
  readonly part: Part;
  /** Tokens at the ends of the walk, and the one whose logit is drawn; null is the name's own. */
  readonly from: number | null;
  readonly to: number | null;
  readonly logit: number | null;
  /** A cell of the product; null is that of the walk's logit and the first number. */
  readonly cell: readonly [row: number, col: number] | null;
  /** Other seeds too. */
  readonly seeds: boolean;
}

const START: View = {
  part: 'product',
  from: null,
  to: null,
  logit: null,
  cell: null,
  seeds: false,
};

/** The beat that asks where the run with a bend ends. */
export const ASKS = 2;

export const BEATS: readonly View[] = [
  START,
  { ...START, part: 'fold' },
  { ...START, part: 'runs' },
  { ...START, part: 'runs', seeds: true },
];

/** Seeds beside the page's own. */
export const otherSeeds = (seed: number): number[] =>
  [1, 2, 3, 4, 5].filter((other) => other !== seed).slice(0, 4);

/** fc2 · fc1: [V, 4C] times [4C, C] is [V, C]. */
export function product(fc2: readonly number[][], fc1: readonly number[][]): number[][] {
  const width = fc1[0]?.length ?? 0;
  return fc2.map((row) =>
    Array.from({ length: width }, (_, i) => sum(row.map((w, j) => w * fc1[j][i]))),
  );
}

/** Logits by two matrices in turn and by their product, and how far apart they come out. */
export function bothWays(
  x: number[],
  fc1: number[][],
  fc2: number[][],
): { twice: number[]; once: number[]; apart: number } {
  const twice = linear(linear(x, fc1), fc2);
  const once = linear(x, product(fc2, fc1));
  return { twice, once, apart: Math.max(...twice.map((value, k) => Math.abs(value - once[k]))) };
}

export interface Walk {
  /** Share of the way, and the logit there. */
  readonly points: readonly (readonly [number, number])[];
  /** The same with every gate taken out: a straight line. */
  readonly straight: readonly (readonly [number, number])[];
  /** Where hidden units pass zero, in order. */
  readonly zeros: readonly number[];
}

/** Points of a walk where nothing is bent at once. */
const SAMPLES = 120;

/**
 * A logit on the straight way from one embedding to another. Hidden units change evenly along it,
 * so each passes zero once at most; between two such places a network of ReLUs is straight.
 */
export function walk(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  row: readonly number[],
  activation: ActivationName,
): Walk {
  const { value } = ACTIVATIONS[activation];
  const zeros = crossings(from, to);
  const units = (t: number): number[] =>
    row.map((_, j) => (t === 1 ? to[j] : from[j] + t * (to[j] - from[j])));
  const logit = (t: number, gate: (h: number) => number): number =>
    sum(units(t).map((h, j) => row[j] * gate(h)));
  const places =
    activation === 'relu' || activation === 'none'
      ? [0, ...zeros, 1]
      : Array.from({ length: SAMPLES + 1 }, (_, i) => i / SAMPLES);
  const plain = ACTIVATIONS.none.value;
  return {
    points: places.map((t) => [t, logit(t, value)]),
    straight: [0, 1].map((t) => [t, logit(t, plain)]),
    zeros,
  };
}

/** The walk between two tokens of a network, and one token's logit on it; null if it lacks one. */
export function walkBetween(
  { wte, mlp_fc1: fc1, mlp_fc2: fc2 }: Dials,
  from: number,
  to: number,
  logit: number,
  activation: ActivationName,
): Walk | null {
  if (!wte[from] || !wte[to] || !fc2[logit]) return null;
  return walk(linear(wte[from], fc1), linear(wte[to], fc1), fc2[logit], activation);
}

/** Shares of the way at which hidden units pass zero, in order. */
export function crossings(from: ArrayLike<number>, to: ArrayLike<number>): number[] {
  return Array.from(from, (start, j) => ({ start, end: to[j] ?? start }))
    .filter(({ start, end }) => start * end < 0)
    .map(({ start, end }) => start / (start - end))
    .toSorted((a, b) => a - b);
}

/** How many of the places make a corner of the drawn line. */
export const corners = (found: Walk, activation: ActivationName): number =>
  activation === 'relu' ? found.zeros.length : 0;

/** The ends of the walk: the first pair of different letters in the name; else a letter and •. */
export function endsOf(tokens: readonly number[], bos: number): { from: number; to: number } {
  const letters = tokens.filter((token) => token !== bos);
  const from = letters[0] ?? bos;
  return { from, to: letters.find((token) => token !== from) ?? bos };
}

/** How an activation looks, −3 to 3, as a path in a box of this size. */
export function glyph(name: ActivationName, width: number, height: number): string {
  const { value } = ACTIVATIONS[name];
  const x = (at: number): number => ((at + 3) / 6) * width;
  const y = (at: number): number => height / 2 - (Math.max(-3, Math.min(3, at)) / 6) * height;
  const count = name === 'none' ? 1 : name === 'relu' ? 2 : 24;
  return Array.from({ length: count + 1 }, (_, i) => -3 + (6 * i) / count)
    .map((at, i) => `${i === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value(at)).toFixed(1)}`)
    .join('');
}

/** One row of the comparison. */
export interface RunsOf {
  readonly name: ActivationName;
  /** Held-out nats with the page's seed; null while unknown or where nothing is held out. */
  readonly nats: number | null;
  /** And with each of the other seeds. */
  readonly others: readonly (number | null)[];
}

/**
 * Ends of the axis: nothing is cut off, and a third of it lies under the floor of one letter, where
 * a guess may go and no run does.
 */
export function axisOf(
  rows: readonly RunsOf[],
  floor: number,
): readonly [low: number, high: number] {
  const all = rows
    .flatMap(({ nats, others }) => [nats, ...others])
    .filter((value): value is number => value !== null && Number.isFinite(value));
  const high = Math.max(floor + 0.01, ...all);
  const over = (high - floor) * 1.12;
  return [Math.min(floor - over / 2, ...all), floor + over];
}
