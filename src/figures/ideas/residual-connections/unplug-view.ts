/** What the figure “Unplug a block” shows at each beat, and which networks it asks about. No DOM. */
import type { Recipe } from '../../../engine/recipe.ts';
import type { Pluggable } from '../../../worker/protocol.ts';
import { programOf } from '../../held-out.ts';
import { RATE, RUN, SHALLOW, towerQuestion } from './towers.ts';

/** The guide's network with four layers; a tower with skips; a plain tower. */
export const NETWORKS = ['gpt', 'after', 'plain'] as const;
export type Which = (typeof NETWORKS)[number];

export interface View {
  readonly network: Which;
  /** Branches taken out. */
  readonly out: readonly number[];
  /** What each branch costs is drawn. */
  readonly priced: boolean;
}

export const LAYERS = 4;
/** As many branches as four layers have, and as many blocks as a tower of 18 layers. */
export const BRANCHES = SHALLOW;
/** A branch that costs less than this can be missed, nats. */
export const LITTLE = 0.01;
/** Held-out names that measure the guide's network. */
const HELD_OUT = 1000;
/** The beat that asks how many branches can be missed. */
export const ASKS = 1;
/** The upper three layers. */
export const UPPER: readonly number[] = [2, 3, 4, 5, 6, 7];

const FIRST: View = { network: 'gpt', out: [], priced: false };

export const BEATS: readonly View[] = [
  FIRST,
  FIRST,
  { ...FIRST, priced: true },
  { ...FIRST, priced: true, out: UPPER },
  { network: 'plain', out: [3], priced: true },
  { network: 'after', out: [3], priced: true },
];

/** The guide's network with more layers than one; without residuals if so wanted. */
export const deepProgram = (reader: Recipe, residual = true): Recipe => ({
  ...programOf(reader, 5),
  layers: LAYERS,
  heldOut: Math.min(HELD_OUT, reader.heldOut),
  ...(residual ? {} : { residual }),
});

/** A question about sets of branches of one of the networks. */
export function unplugQuestion(reader: Recipe, which: Which, sets: readonly (readonly number[])[]) {
  const plain = sets.map((set) => [...set]);
  if (which === 'gpt') {
    const network: Pluggable = { kind: 'gpt' };
    return { recipe: deepProgram(reader), network, sets: plain };
  }
  const settings = { joint: which, blocks: BRANCHES, rate: RATE, steps: RUN };
  const { recipe } = towerQuestion(reader, settings);
  const network: Pluggable = { kind: 'tower', ...settings };
  return { recipe, network, sets: plain };
}

/** All in, and each out by itself. */
export const EACH: readonly (readonly number[])[] = [
  [],
  ...Array.from({ length: BRANCHES }, (_, branch) => [branch]),
];

/** What each branch costs to take out, nats; null while it is not known, or nothing is held out. */
export function pricesOf(nats: readonly number[] | undefined): number[] | null {
  if (nats?.length !== EACH.length || !nats.every(Number.isFinite)) return null;
  const [whole, ...others] = nats;
  return others.map((loss) => loss - whole);
}

/** How many branches can be missed for little. */
export const missable = (prices: readonly number[]): number =>
  prices.filter((price) => price < LITTLE).length;

/** With one branch more or one less taken out. */
export const toggled = (out: readonly number[], branch: number): number[] =>
  (out.includes(branch) ? out.filter((one) => one !== branch) : [...out, branch]).toSorted(
    (a, b) => a - b,
  );

/** A branch's name: the half of a layer, or the number of a block. */
export function branchOf(which: Which, branch: number): { half: string; number: number } {
  if (which !== 'gpt') return { half: 'block', number: branch + 1 };
  return {
    half: branch % 2 === 0 ? 'attention' : 'mlp',
    number: Math.floor(branch / 2) + 1,
  };
}

export interface Layout {
  /** Height of the stream with its branches, and of the bars under it. */
  readonly stream: number;
  readonly bars: number;
}

export function layoutOf(height: number, scale: number): Layout {
  const stream = Math.max(84 * scale, Math.min(150 * scale, 0.42 * height));
  return { stream, bars: Math.max(40, height - stream) };
}
