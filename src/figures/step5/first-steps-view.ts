/** What the figure of the first steps shows at each beat, and where it stands. No DOM. */
import type { NetworkSettings } from '../../engine/recipe.ts';
import type { StepSizes } from '../../worker/protocol.ts';
import { seenShare } from './adam-run.ts';

export interface View {
  /** The day in hand, from 1; later ones are pale. */
  readonly day: number;
  /** The same run without the correction beside it. */
  readonly without: boolean;
}

export const ANSWERS = ['shorter', 'same', 'longer'] as const;
export type Answer = (typeof ANSWERS)[number];

/** The beat that asks what happens without. */
export const ASKS = 1;

export const BEATS: readonly View[] = [
  { day: 1, without: false },
  { day: 1, without: false },
  { day: 1, without: true },
  { day: 10, without: true },
];

/** Days that are drawn, and the width of the bins, in rates. */
export const DAYS = 12;
export const WIDTH = 0.25;
/** Rates that the axis goes to, each way. */
export const REACH = 3;

/** How much longer a step of a steady gradient is on day `t` if nothing is corrected. */
export function stretch({ beta1, beta2 }: Pick<NetworkSettings, 'beta1' | 'beta2'>, t: number) {
  return seenShare(beta1, t) / Math.sqrt(seenShare(beta2, t));
}

/** The day on which it is longest, and how long. */
export function longestStretch(
  betas: Pick<NetworkSettings, 'beta1' | 'beta2'>,
  days: number,
): { day: number; times: number } {
  let found = { day: 1, times: stretch(betas, 1) };
  for (let day = 2; day <= days; day++) {
    const times = stretch(betas, day);
    if (times > found.times) found = { day, times };
  }
  return found;
}

/** What the answer is, by the longest of the first steps without the correction. */
export function truthOf(most: number): Answer {
  if (Math.abs(most - 1) < 0.01) return 'same';
  return most < 1 ? 'shorter' : 'longer';
}

export interface Panel {
  readonly x: number;
  readonly width: number;
  /** Between two days. */
  readonly pitch: number;
}

export interface FirstStepsLayout {
  readonly panels: readonly [Panel, Panel];
  readonly top: number;
  readonly bottom: number;
  /** Height of the chart under the panels; 0 where there is no room. */
  readonly chart: number;
}

const AXIS = 26;
const GAP = 20;
const HEAD = 22;
const FOOT = 22;
/** Height from which the chart has room, and what it takes then, as a share. */
const TALL = 300;
const CHART = 0.38;

export function firstStepsLayout(
  { width, height }: { width: number; height: number },
  scale: number,
): FirstStepsLayout {
  const left = AXIS * scale;
  const wide = (width - left - GAP * scale) / 2;
  const chart = height >= TALL * scale ? height * CHART : 0;
  const panel = (x: number): Panel => ({ x, width: wide, pitch: wide / DAYS });
  return {
    panels: [panel(left), panel(left + wide + GAP * scale)],
    top: HEAD * scale,
    bottom: height - chart - FOOT * scale,
    chart,
  };
}

/** The height of so many rates. */
export const heightOf = ({ top, bottom }: FirstStepsLayout, rates: number): number =>
  (top + bottom) / 2 - (Math.max(-REACH, Math.min(REACH, rates)) / (2 * REACH)) * (bottom - top);

/** One day's steps as strokes across the middle of its column, as wide as the root of their share. */
export function strokes(
  { day, first, counts }: StepSizes,
  parameters: number,
  panel: Panel,
  at: FirstStepsLayout,
): string {
  const middle = panel.x + (day - 0.5) * panel.pitch;
  return counts
    .map((count, k) => {
      if (count === 0) return '';
      const half = Math.max(0.5, Math.min(0.46, 0.9 * Math.sqrt(count / parameters)) * panel.pitch);
      const y = heightOf(at, (first + k) * WIDTH);
      return `M${(middle - half).toFixed(1)} ${y.toFixed(1)}h${(2 * half).toFixed(1)}`;
    })
    .join('');
}
