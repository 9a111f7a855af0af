/** What the figure “One part less” shows, and where its parts stand. No DOM, no engine. */
import type { Recipe } from '../../engine/recipe.ts';
import { DEFAULT_NETWORKS, settingsOf } from '../../engine/settings.ts';
import type { Size } from '../frame.tsx';

/** What can be taken out of the network. */
export const PARTS = ['position', 'norm', 'scaled', 'residual'] as const;
export type Part = (typeof PARTS)[number];

export interface View {
  /** The parts that are taken out, in the order of `PARTS`. */
  readonly off: readonly Part[];
  /** Trained with Adam instead of plain gradient descent. */
  readonly adam: boolean;
  /** The same comparison for other seeds too. */
  readonly seeds: boolean;
}

/** The beat that asks which part is missed most. */
export const ASKS = 1;

const WHOLE: View = { off: [], adam: false, seeds: false };

/** One view a beat: the comparison, the question, one part, a part nobody misses, two, Adam. */
export const BEATS: readonly View[] = [
  WHOLE,
  { ...WHOLE, off: ['residual'] },
  { ...WHOLE, off: ['residual'] },
  { ...WHOLE, off: ['scaled'], seeds: true },
  { ...WHOLE, off: ['norm', 'residual'], seeds: true },
  { ...WHOLE, adam: true, seeds: true },
];

const TAKEN: Readonly<Record<Part, Partial<Recipe>>> = {
  position: { position: false },
  norm: { norm: 'none' },
  scaled: { scaled: false },
  residual: { residual: false },
};

/** A network without these parts; the recipe itself where it is the same run. */
export function runOf(recipe: Recipe, off: readonly Part[], adam: boolean): Recipe {
  const taken = Object.assign({}, ...off.map((part) => TAKEN[part])) as Partial<Recipe>;
  const { optimizer, rate } = DEFAULT_NETWORKS[5];
  const taught = adam && settingsOf(recipe)?.optimizer !== optimizer ? { optimizer, rate } : {};
  const changes = { ...taken, ...taught };
  return Object.keys(changes).length === 0 ? recipe : { ...recipe, ...changes };
}

/** A part put in or taken out. */
export const toggled = (off: readonly Part[], part: Part): Part[] =>
  PARTS.filter((one) => (one === part ? !off.includes(one) : off.includes(one)));

/** Seeds beside the reader's own. */
export const OTHER_SEEDS = 5;

/** Every run that the prices need: the one in view, then the reader's seed, then the others. */
export interface Plan {
  readonly recipes: readonly Recipe[];
  /** Places among the recipes: of the run in view, and by seed of the whole and of each part. */
  readonly view: number;
  readonly seeds: readonly { readonly whole: number; readonly parts: Record<Part, number> }[];
}

export function planOf(recipe: Recipe, { off, adam, seeds }: View): Plan {
  const recipes = [runOf(recipe, off, adam)];
  const place = (run: Recipe): number => recipes.push(run) - 1;
  const places = Array.from({ length: seeds ? 1 + OTHER_SEEDS : 1 }, (_, more) => {
    const own = more === 0 ? recipe : { ...recipe, seed: recipe.seed + more };
    const whole = place(runOf(own, [], adam));
    const parts = PARTS.map((part) => [part, place(runOf(own, [part], adam))] as const);
    return { whole, parts: Object.fromEntries(parts) as Record<Part, number> };
  });
  return { recipes, view: 0, seeds: places };
}

/** The parts, the dearest first; those whose price is not known stay in order at the end. */
export function byPrice(prices: Readonly<Record<Part, number | null>>): Part[] {
  return PARTS.toSorted((a, b) => (prices[b] ?? -Infinity) - (prices[a] ?? -Infinity));
}

/** A ranking made by pressing: a part pressed again leaves it, and those behind move up. */
export const ranked = (order: readonly Part[], part: Part): Part[] =>
  order.includes(part) ? order.filter((one) => one !== part) : [...order, part];

export interface Lane {
  /** Place of a price, px; what is beyond the end stands at the end. */
  readonly x: (price: number) => number;
  readonly zero: number;
  readonly end: number;
  /** The price at the end, nats. */
  readonly most: number;
}

/** The axis of prices: from a little below the least to a round number past the most. */
export function laneOf(prices: readonly number[], width: number): Lane {
  const least = Math.min(0, ...prices);
  const top = Math.max(0.05, ...prices);
  const most = Math.ceil(top * 20) / 20;
  const inset = 7;
  const low = Math.min(least, -most / 24);
  const pitch = Math.max(1, width - 2 * inset) / (most - low);
  const x = (price: number) => inset + (Math.max(low, Math.min(most, price)) - low) * pitch;
  return { x, zero: x(0), end: x(most), most };
}

export interface AblationsLayout {
  readonly chart: Size;
  /** Prices as rows with their lanes, or in two columns without. */
  readonly rows: boolean;
  /** Prices are shown at all: not under a question where it is low. */
  readonly prices: boolean;
  /** Height of a row of prices, px. */
  readonly row: number;
  /** Samples are shown. */
  readonly names: boolean;
}

const ROW = 24;
const NAMES = 52;

/** The chart above, the prices below it, samples at the foot; what has no room goes. */
export function ablationsLayout(
  { width, height }: Size,
  scale: number,
  asking: boolean,
): AblationsLayout {
  const row = ROW * scale;
  const rows = width >= 400 * scale && height >= 330 * scale;
  const names = height >= 400 * scale;
  const prices = rows || !asking;
  const lines = rows ? PARTS.length + 2 : prices ? 2 : 0;
  const below = lines * row + (names ? NAMES * scale : 0) + 8;
  return { chart: { width, height: Math.max(90, height - below) }, rows, prices, row, names };
}
