/** What the figure “Two valleys” shows, and which runs it asks for. No DOM, no engine. */
import type { Recipe } from '../../engine/recipe.ts';
import type { Schedule } from '../../engine/schedule.ts';
import { DEFAULT_NETWORKS, settingsOf } from '../../engine/settings.ts';
import type { SweptRun } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';

export const OPTIMIZERS = ['sgd', 'adam'] as const;
export type Method = (typeof OPTIMIZERS)[number];

export const SCHEDULES: readonly Schedule[] = ['linear', 'cosine', 'constant', 'inverse'];

export interface View {
  /** Whose rate the slider changes, and whose run is played. */
  readonly method: Method;
  /** Learning rates of the first step. */
  readonly sgd: number;
  readonly adam: number;
  readonly schedule: Schedule;
  /** Names read. */
  readonly step: number;
  /** All rates are drawn, and their runs are trained. */
  readonly sweep: boolean;
}

/** The beat that asks where Adam ends at the rate of plain descent. */
export const ASKS = 1;

/** The rates that both programs begin with. */
export interface Rates {
  readonly sgd: number;
  readonly adam: number;
}

/** The page's rates: Step 4's for plain descent, the run's own for Adam. */
export function ratesOf(recipe: Recipe): Rates {
  const own = settingsOf(recipe);
  return {
    sgd: own?.optimizer === 'sgd' ? own.rate : DEFAULT_NETWORKS[4].rate,
    adam: own?.optimizer === 'adam' ? own.rate : DEFAULT_NETWORKS[5].rate,
  };
}

/** One view a beat: on the way, the question, its answer, both valleys, without a fall, the cost. */
export function valleysBeats({ sgd, adam }: Rates, schedule: Schedule, steps: number): View[] {
  const end: View = { method: 'adam', sgd, adam, schedule, step: steps, sweep: true };
  return [
    { ...end, step: Math.ceil(steps * 0.1), sweep: false },
    { ...end, adam: sgd, sweep: false },
    { ...end, adam: sgd, sweep: false },
    end,
    { ...end, schedule: 'constant' },
    end,
  ];
}

/** The page's network, trained in one of the two ways; the recipe itself where it is that run. */
export function runOf(
  recipe: Recipe,
  method: Method,
  { rate, schedule }: { rate: number; schedule: Schedule },
): Recipe {
  const own = settingsOf(recipe);
  const same = own?.optimizer === method && own.rate === rate && own.schedule === schedule;
  if (same) return recipe;
  const model = method === 'adam' ? 5 : 4;
  return { ...recipe, model, optimizer: method, rate, schedule };
}

/** Six rates to a power of ten. */
const TENTHS = [1, 1.5, 2, 3, 5, 7];
const POWERS = [-4, -3, -2, -1, 0];
const LEAST = 0.0005;
const MOST = 2;

/** The rates of both valleys, in rising order; the page's own are among them. */
export function valleyRates({ sgd, adam }: Rates): number[] {
  const round = POWERS.flatMap((power) => TENTHS.map((tenth) => Number(`${tenth}e${power}`)));
  const within = round.filter((rate) => rate >= LEAST && rate <= MOST);
  return [...new Set([...within, sgd, adam])].filter((rate) => rate > 0).toSorted((a, b) => a - b);
}

/** Did a run come to nothing: a number that is not finite, on the way or at its end? */
export const broke = ({ ended, heldOut }: Pick<SweptRun, 'ended' | 'heldOut'>): boolean =>
  ended !== null || (heldOut !== null && !Number.isFinite(heldOut));

/** What is known of one optimizer's runs, a place for each rate. */
export type Valley = readonly (SweptRun | null)[];

/** The rate of the lowest end, and that end; null while no run is known. */
export function bottomOf(
  rates: readonly number[],
  valley: Valley,
): { readonly rate: number; readonly nats: number } | null {
  let best: { rate: number; nats: number } | null = null;
  valley.forEach((run, i) => {
    if (!run || broke(run) || run.heldOut === null) return;
    if (!best || run.heldOut < best.nats) best = { rate: rates[i], nats: run.heldOut };
  });
  return best;
}

/** A valley reaches as far as its runs end so near to the lowest one, nats. */
export const NEAR = 0.05;

/** From which rate to which all runs end near the lowest: the stretch around it. */
export function floorOf(
  rates: readonly number[],
  valley: Valley,
): { readonly from: number; readonly to: number } | null {
  const bottom = bottomOf(rates, valley);
  if (!bottom) return null;
  const near = (i: number): boolean => {
    const run = valley[i];
    return Boolean(run && !broke(run) && run.heldOut !== null && run.heldOut <= bottom.nats + NEAR);
  };
  let from = rates.indexOf(bottom.rate);
  let to = from;
  while (from > 0 && near(from - 1)) from -= 1;
  while (to < rates.length - 1 && near(to + 1)) to += 1;
  return { from: rates[from], to: rates[to] };
}

/** What one step costs for one weight, as the program computes it. */
export interface StepCost {
  readonly multiplications: number;
  readonly divisions: number;
  readonly roots: number;
  /** Numbers kept between steps beside the weight. */
  readonly kept: number;
}

export const COSTS: Readonly<Record<Method, StepCost>> = {
  sgd: { multiplications: 1, divisions: 0, roots: 0, kept: 0 },
  adam: { multiplications: 6, divisions: 3, roots: 1, kept: 2 },
};

/** Bytes of a number with 64 bits. */
export const BYTES = 8;

export interface ValleysLayout {
  readonly chart: Size;
  readonly strip: Size;
}

const GAP = 8;

/**
 * The curves above, the valleys below, low while they are only a slider; under a low question the
 * curves have all of it.
 */
export function valleysLayout(
  { width, height }: Size,
  scale: number,
  { asking, sweep }: { asking: boolean; sweep: boolean },
): ValleysLayout {
  const low = height < 250 * scale;
  if (low && asking) return { chart: { width, height }, strip: { width, height: 0 } };
  const tall = sweep ? Math.min(210, height * 0.44) : 110;
  const strip = Math.round((low ? 92 : tall) * scale);
  return {
    chart: { width, height: Math.max(80, height - strip - GAP) },
    strip: { width, height: strip },
  };
}
