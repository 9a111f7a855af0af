/** What the figure “Down the slope” shows, and where its parts stand. No DOM, no engine. */
import { log } from '../../engine/math.ts';
import { LIMITS, type Recipe } from '../../engine/recipe.ts';
import type { Schedule } from '../../engine/schedule.ts';
import { settingsOf } from '../../engine/settings.ts';
import type { SweptRun } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { axisSteps } from '../step0/feed-view.ts';

export interface View {
  /** Names read. */
  readonly step: number;
  /** Learning rate of the first step, and how it changes. */
  readonly rate: number;
  readonly schedule: Schedule;
  /** How many times the steps of the page's run. */
  readonly times: 1 | 10;
}

export const SCHEDULES: readonly Schedule[] = ['linear', 'cosine', 'constant', 'inverse'];

/** A rate that is too large for the reference run, and one that is too small. */
export const TOO_FAST = 3;
export const TOO_SLOW = 0.1;
/** The beats that ask, and that break the run. */
export const ASKS = 2;
export const BREAKS = 4;

/** One view a beat: the flat start, on the way, the end (asked first), the end, broken, the end. */
export function descentBeats(rate: number, schedule: Schedule, steps: number): View[] {
  const end: View = { step: steps, rate, schedule, times: 1 };
  return [
    { ...end, step: Math.ceil(steps * 0.03) },
    { ...end, step: Math.ceil(steps * 0.1) },
    end,
    end,
    { ...end, rate: TOO_FAST },
    end,
  ];
}

/** Ten rates to a power of ten, about evenly apart on a logarithmic scale. */
const TENTHS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const POWERS = [-3, -2, -1, 0, 1];
const LEAST = 0.001;
const MOST = 30;

/** The rates of the slider, in rising order; `own` is among them even if it is no round number. */
export function ratesWith(own: number): number[] {
  const round = POWERS.flatMap((power) => TENTHS.map((tenth) => Number(`${tenth}e${power}`)));
  const within = round.filter((rate) => rate >= LEAST && rate <= MOST);
  return own > 0 ? [...new Set([...within, own])].toSorted((a, b) => a - b) : within;
}

/** The run that a view is about; the page's own recipe where nothing differs. */
export function runOf(recipe: Recipe, { rate, schedule, times }: Omit<View, 'step'>): Recipe {
  const settings = settingsOf(recipe);
  if (times === 1 && settings?.rate === rate && settings.schedule === schedule) return recipe;
  const steps = Math.min(LIMITS.steps.max, recipe.steps * times);
  return { ...recipe, rate, schedule, steps };
}

/** Where the held-out loss of a run is measured: at its start, then evenly on the axis. */
export function measuredAt(steps: number): number[] {
  const first = Math.max(1, Math.min(10, Math.floor(steps / 100)));
  return [...new Set([0, ...axisSteps(first, steps, 14)])];
}

/** How much of a run is seen while the reader guesses the rest: its first tenth. */
export const seenOf = (steps: number): number => Math.ceil(steps * 0.1);

/** As the reader writes a rate: no more figures than it has. */
export const rateText = (rate: number): string => String(Number(rate.toPrecision(4)));

export interface DescentLayout {
  readonly curve: Size;
  /** The strip of all rates; its height is 0 where there is no room. */
  readonly strip: Size;
}

const GAP = 8;

/**
 * Curve above, strip below. The strip keeps its room, for it is the control; but where the picture
 * is low, a question about the curve has all of it.
 */
export function descentLayout(
  { width, height }: Size,
  scale: number,
  asking: boolean,
): DescentLayout {
  const low = height < 250 * scale;
  if (low && asking) return { curve: { width, height }, strip: { width, height: 0 } };
  const strip = Math.round(low ? 72 * scale : Math.min(150, Math.max(104, height * 0.28)) * scale);
  return {
    curve: { width, height: Math.max(80, height - strip - GAP) },
    strip: { width, height: strip },
  };
}

export interface StripScale {
  readonly left: number;
  readonly right: number;
  /** Of the lane for runs that broke down, and of the plot. */
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
  /** Places of a rate and of a loss, px; a loss above the plot stands at its top. */
  readonly x: (rate: number) => number;
  readonly y: (nats: number) => number;
}

export function stripScale(
  { width, height }: Size,
  rates: readonly number[],
  [low, high]: readonly [number, number],
  scale: number,
): StripScale {
  const small = height < 90 * scale;
  const [left, right] = [26 * scale, width - 10];
  const lane = (small ? 24 : 32) * scale;
  const top = lane + 10 * scale;
  const bottom = height - (small ? 20 : 24) * scale;
  const [first, last] = [log(rates[0]), log(rates[rates.length - 1])];
  const across = last > first ? (right - left) / (last - first) : 0;
  const y = (nats: number) => bottom - ((nats - low) / (high - low)) * (bottom - top);
  return {
    left,
    right,
    lane,
    top,
    bottom,
    x: (rate) => left + (log(rate) - first) * across,
    y: (nats) => Math.max(top, Math.min(bottom, y(nats))),
  };
}

/** The rates that are ticked: the powers of ten, and the last if it keeps clear of them. */
export function rateTicks(rates: readonly number[], at: StripScale, apart: number): number[] {
  const last = rates[rates.length - 1];
  const powers = POWERS.map((power) => Number(`1e${power}`)).filter(
    (rate) => rate >= rates[0] && rate <= last && at.x(last) - at.x(rate) >= apart,
  );
  return [...powers, last];
}

/** Of broken runs in order of place, those whose step can be written without touching another. */
export function numbered(
  runs: readonly SweptRun[],
  x: (run: SweptRun) => number,
  room: (run: SweptRun) => number,
  first: number | null,
): SweptRun[] {
  const kept: SweptRun[] = [];
  const free = (run: SweptRun) =>
    kept.every((other) => Math.abs(x(run) - x(other)) >= (room(run) + room(other)) / 2);
  const chosen = runs.filter(({ index }) => index === first);
  for (const run of [...chosen, ...runs]) if (!kept.includes(run) && free(run)) kept.push(run);
  return kept;
}

/**
 * A rate to try instead of one that broke down: the largest below it whose run is known and whole,
 * or a third of it.
 */
export function cureFor(
  rate: number,
  rates: readonly number[],
  runs: readonly (SweptRun | null)[],
): number {
  const whole = rates.filter((other, i) => {
    const run = runs[i];
    return other < rate && run && run.ended === null && run.faults.length === 0;
  });
  return whole.at(-1) ?? Number((rate / 3).toPrecision(1));
}

/** How far one loss is from another, as far as three decimals show it. */
export function gapOf(
  nats: number,
  from: number,
): { readonly by: number; readonly side: 'above' | 'below' | 'same' } {
  const gap = Math.round(nats * 1000) - Math.round(from * 1000);
  const side = gap > 0 ? 'above' : 'below';
  return { by: Math.abs(gap) / 1000, side: gap === 0 ? 'same' : side };
}
