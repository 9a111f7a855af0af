/** What the figure of one parameter's diary shows, and where it stands. No DOM. */
import type { ParameterAt } from '../../worker/protocol.ts';

/** The parameter: the name's own, one that seldom hears anything, or the reader's choice. */
export type Who = 'mine' | 'quiet' | ParameterAt;

export interface View {
  readonly who: Who;
  /** Names read; the day is the last of them. Or a day on which it feels something, or goes far. */
  readonly day: number | 'heard' | 'longest';
  /** How many bands are inked, from the top. */
  readonly bands: number;
  /** The map of all parameters is open. */
  readonly map: boolean;
}

/** The beat that asks how long a step is. */
export const ASKS = 2;

/** From which day on the story looks for one that it can speak of, by the length of the run. */
export const dayOf = (steps: number): number => Math.max(1, Math.round(steps * 0.411));

const START: View = { who: 'mine', day: 'heard', bands: 5, map: false };

export const BEATS: readonly View[] = [
  { ...START, bands: 1 },
  { ...START, bands: 3 },
  { who: 'quiet', day: 'longest', bands: 3, map: false },
  { who: 'quiet', day: 'longest', bands: 5, map: false },
  START,
];

export const BANDS = ['gradient', 'm', 'v', 'rate', 'parameter'] as const;
export type BandName = (typeof BANDS)[number];

export interface Band {
  readonly name: BandName;
  /** Of the line that names it, and of the drawing. */
  readonly head: number;
  readonly top: number;
  readonly height: number;
}

export interface DiaryLayout {
  /** Width of the bands. */
  readonly width: number;
  readonly bands: readonly Band[];
  /** Where the axis of days stands. */
  readonly axis: number;
  /** The rates of all, at the right; null where there is no room. */
  readonly rates: { x: number; top: number; bottom: number; width: number } | null;
}

const SHARE: Readonly<Record<BandName, number>> = {
  gradient: 84,
  m: 64,
  v: 36,
  rate: 68,
  parameter: 56,
};
/** What is left out first where there is little room. */
const SPARED: readonly BandName[] = ['parameter', 'v', 'm'];
/** Room for a band's name, under a band, under all of them; least height of a band on average. */
const HEAD = 17;
const GAP = 7;
const AXIS = 24;
const LEAST = 32;
/** A band is never lower. */
const LOW = 22;
/** Width from which the rates of all stand beside the bands, and how much they take. */
const BESIDE = 440;
const RATES = 84;
const GUTTER = 66;

export function diaryLayout(
  { width, height }: { width: number; height: number },
  scale: number,
): DiaryLayout {
  const spare = (count: number) => BANDS.filter((name) => !SPARED.slice(0, count).includes(name));
  const fixed = (count: number) => count * (HEAD + GAP) * scale + AXIS * scale;
  const fits = (names: readonly BandName[]) =>
    height - fixed(names.length) >= LEAST * names.length * scale;
  const names = [spare(0), spare(1), spare(2)].find(fits) ?? spare(3);
  const free = Math.max(LOW * names.length, height - fixed(names.length));
  const all = names.reduce((sum, name) => sum + SHARE[name], 0);
  let y = 0;
  const bands = names.map((name) => {
    const own = (free * SHARE[name]) / all;
    const band = { name, head: y, top: y + HEAD * scale, height: own };
    y += (HEAD + GAP) * scale + own;
    return band;
  });
  const beside = width >= BESIDE * scale;
  const right = beside ? (RATES + GUTTER) * scale : 0;
  return {
    width: width - right - (beside ? 0 : 4),
    bands,
    axis: y,
    rates: beside
      ? { x: width - RATES * scale, top: HEAD * scale, bottom: y, width: RATES * scale }
      : null,
  };
}

/** A series cut into as many stretches as there are columns: the least and most of each. */
export function stretches(
  series: ArrayLike<number>,
  columns: number,
): readonly (readonly [at: number, low: number, high: number])[] {
  const count = Math.min(series.length, Math.max(1, Math.floor(columns)));
  return Array.from({ length: count }, (_, k) => {
    const from = Math.floor((k * series.length) / count);
    const to = Math.floor(((k + 1) * series.length) / count);
    let [low, high] = [Infinity, -Infinity];
    for (let i = from; i < to; i++) {
      low = Math.min(low, series[i]);
      high = Math.max(high, series[i]);
    }
    return [(from + to - 1) / 2, low, high] as const;
  });
}

type Scale = (value: number) => number;

/** What happens once a day: a needle from zero, none where nothing happens. */
export function needles(series: ArrayLike<number>, x: Scale, y: Scale, columns: number): string {
  return stretches(series, columns)
    .map(([at, low, high]) => {
      const [from, to] = [Math.min(0, low), Math.max(0, high)];
      if (!(from < to)) return '';
      return `M${x(at).toFixed(1)} ${y(to).toFixed(1)}V${y(from).toFixed(1)}`;
    })
    .join('');
}

/** What is remembered: a line. */
export function thread(series: ArrayLike<number>, x: Scale, y: Scale, columns: number): string {
  const every = Math.max(1, Math.floor(series.length / Math.max(1, columns)));
  let path = '';
  for (let i = 0; i < series.length; i += every) {
    if (!Number.isFinite(series[i])) continue;
    path += `${path ? 'L' : 'M'}${x(i).toFixed(1)} ${y(series[i]).toFixed(1)}`;
  }
  return path;
}

/** The largest size in a series, 1 if there is none. */
export function sizeOf(...series: readonly ArrayLike<number>[]): number {
  let most = 0;
  for (const one of series)
    for (let i = 0; i < one.length; i++)
      if (Number.isFinite(one[i])) most = Math.max(most, Math.abs(one[i]));
  return most || 1;
}

/** Both ends of a series with a little room. */
export function endsOf(series: ArrayLike<number>): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < series.length; i++) {
    low = Math.min(low, series[i]);
    high = Math.max(high, series[i]);
  }
  if (!(high > low)) return Number.isFinite(low) ? [low - 0.1, low + 0.1] : [-0.1, 0.1];
  const room = 0.07 * (high - low);
  return [low - room, high + room];
}

/** The token that is read least often, but is read: its row seldom gets a gradient. */
export function quietest(totals: ArrayLike<number>, bos: number): number {
  let found = -1;
  for (let token = 0; token < totals.length; token++) {
    if (token === bos || totals[token] === 0) continue;
    if (found < 0 || totals[token] < totals[found]) found = token;
  }
  return found < 0 ? bos : found;
}
