/** What the figure “Wider, higher, another seed” shows, and where its parts stand. No DOM. */
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import type { SweptRun } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { priceOf } from '../prices.ts';
import { headsOf, runOf } from './runs.ts';
import { FLOORS } from './stream-view.ts';

/** What is changed from one row to the next. */
export type Vary = 'heads' | 'layers';

export interface View {
  readonly vary: Vary;
  /** Heads or layers of the run in view; null: as the page has them. */
  readonly value: number | null;
  /** Trained with Adam instead of plain gradient descent. */
  readonly adam: boolean;
  /** The same comparison for other seeds too. */
  readonly seeds: boolean;
}

/** The beat that asks which number of heads is best. */
export const ASKS = 1;

const OWN: View = { vary: 'heads', value: null, adam: false, seeds: false };

/** One view a beat: one head and several, the question, its answer, seeds, layers, Adam. */
export const BEATS: readonly View[] = [
  OWN,
  OWN,
  OWN,
  { ...OWN, seeds: true },
  { ...OWN, vary: 'layers', value: FLOORS.at(-1)!, seeds: true },
  { ...OWN, vary: 'layers', value: FLOORS.at(-1)!, adam: true, seeds: true },
];

/** Seeds beside the reader's own. */
export const OTHER_SEEDS = 5;
/** Rows at most. */
export const ROWS = 5;

/** The rows of a comparison, few first: layers, or numbers of heads that divide the width. */
export function rowsOf(recipe: Recipe, vary: Vary): number[] {
  if (vary === 'layers') return [...FLOORS];
  const { embd, heads } = settingsOf(recipe)!;
  const all = headsOf(embd);
  // The ends and what the page has stay; of the others those that are nearest to a doubling.
  const kept = new Set([1, heads, embd]);
  for (let value = 2; kept.size < ROWS && value < embd; value *= 2)
    if (all.includes(value)) kept.add(value);
  for (const value of all) if (kept.size < ROWS) kept.add(value);
  return [...kept].toSorted((a, b) => a - b);
}

/** The row that the page's own run stands in. */
export const ownValue = (recipe: Recipe, vary: Vary): number => settingsOf(recipe)![vary];

/** A row's run. */
export const rowRun = (recipe: Recipe, vary: Vary, value: number, adam: boolean): Recipe =>
  runOf(recipe, { adam, [vary]: value });

export interface Plan {
  readonly recipes: readonly Recipe[];
  /** Place of the run in view among the recipes, and of the page's own. */
  readonly view: number;
  readonly page: number;
  /** By seed, the reader's first, and by row. */
  readonly places: readonly (readonly number[])[];
}

/** Every run that the rows need: those in view first, then seed by seed. */
export function planOf(recipe: Recipe, view: View): Plan {
  const { vary, adam, seeds } = view;
  const value = view.value ?? ownValue(recipe, vary);
  const recipes = [rowRun(recipe, vary, value, adam), recipe];
  const rows = rowsOf(recipe, vary);
  const places = Array.from({ length: seeds ? 1 + OTHER_SEEDS : 1 }, (_, more) => {
    const own = more === 0 ? recipe : { ...recipe, seed: recipe.seed + more };
    return rows.map((row) => recipes.push(rowRun(own, vary, row, adam)) - 1);
  });
  return { recipes, view: 0, page: 1, places };
}

/** How a run ended, as far as a row needs it. */
export type Ending = Pick<SweptRun, 'heldOut' | 'ended'>;

/** By seed and by row; null while a run is not known. */
export type Endings = readonly (readonly (Ending | null)[])[];

/** What a row costs more than the first with the same seed, nats a pair, by seed where known. */
export function againstFirst(endings: Endings, row: number): number[] {
  return endings.flatMap((ends) => {
    const price = priceOf(ends[row] ?? null, ends[0] ?? null);
    return price === null ? [] : [price];
  });
}

/** How far a row's runs lie apart from seed to seed, nats; null for fewer than two. */
export function seedSpread(endings: Endings, row: number): number | null {
  const nats = natsOf(endings.map((ends) => ends[row] ?? null));
  return nats.length < 2 ? null : Math.max(...nats) - Math.min(...nats);
}

/** Held-out nats of the runs that are known and did not break down. */
export const natsOf = (ends: readonly (Ending | null)[]): number[] =>
  ends.flatMap((end) => (end && !end.ended && end.heldOut !== null ? [end.heldOut] : []));

/** The row that ends lowest with the reader's own seed; null until all are known. */
export function lowestRow(endings: Endings): number | null {
  const ends = endings[0];
  if (ends.some((end) => end === null)) return null;
  const nats = ends.map((end) => (end!.ended ? Infinity : (end!.heldOut ?? Infinity)));
  const least = Math.min(...nats);
  return least === Infinity ? null : nats.indexOf(least);
}

export interface Axis {
  readonly x: (nats: number) => number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Room at the ends of an axis, px. */
const INSET = 8;
/** Around the page's own run, nats: what other seeds, sizes and optimizers come to. */
const BELOW = 0.05;
const ABOVE = 0.02;
const TICK = 0.02;

/**
 * The axis that rows share. It is laid around the page's own run, so that it stays as it is while
 * the view changes, and is widened for what lies further away, to an uniform guess at most.
 */
export function axisOf(own: number, nats: readonly number[], most: number, width: number): Axis {
  const least = Math.min(own - BELOW, ...nats);
  const highest = Math.min(most, Math.max(own + ABOVE, ...nats));
  const low = Math.floor(least / TICK) * TICK;
  const high = Math.max(low + TICK, Math.ceil(highest / TICK) * TICK);
  const pitch = Math.max(1, width - 2 * INSET) / (high - low);
  const x = (value: number) => INSET + (Math.max(low, Math.min(high, value)) - low) * pitch;
  const count = Math.round((high - low) / TICK);
  const every = Math.max(1, Math.ceil(count / Math.max(1, Math.floor(width / 64))));
  const ticks = Array.from(
    { length: Math.floor(count / every) + 1 },
    (_, i) => low + i * every * TICK,
  );
  return { x, low, high, ticks };
}

export interface ComparisonLayout {
  /** Null where there is room for the rows alone. */
  readonly chart: Size | null;
  /** Height of a row, px; null where there is room for the chart alone. */
  readonly row: number | null;
  /** Samples are shown. */
  readonly names: boolean;
}

const ROW = 23;
const LOWEST_ROW = 15;
const HEAD = 22;
const AXIS = 24;
const NAMES = 52;
/** Height below which a chart says nothing, px. */
const CHART = 150;

/**
 * The chart above, rows on their axis below, samples at the foot. Where it is low, the rows stand
 * alone once they have something to tell, and the chart before.
 */
export function comparisonLayout(
  size: Size,
  scale: number,
  rows: number,
  told: boolean,
): ComparisonLayout {
  const { width, height } = size;
  const frame = (HEAD + AXIS) * scale + 6;
  const table = frame + rows * ROW * scale;
  const names = height >= table + (CHART + NAMES) * scale;
  const chart = height - table - (names ? NAMES * scale : 0);
  if (chart >= CHART * scale) return { chart: { width, height: chart }, row: ROW * scale, names };
  const row = Math.min(1.3 * ROW * scale, (height - frame) / rows);
  return told && row >= LOWEST_ROW * scale
    ? { chart: null, row, names: false }
    : { chart: size, row: null, names: false };
}
