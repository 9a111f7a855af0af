/** What the figure “Temperature” shows, and where its parts stand. No DOM, no engine. */
import { graphemes } from '../../engine/graphemes.ts';
import type { GeneratedName } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { OVER, UNDER } from '../step0/sampling-view.ts';

export interface View {
  readonly temperature: number;
  /** The name on show, as a place among those drawn. */
  readonly name: number;
  /** One of its draws; null: the name as a whole, and the first draw on the bar. */
  readonly draw: number | null;
}

/** At which the reference programs sample; the ends of the slider. */
export const REFERENCE = 0.5;
export const COLD = 0.05;
export const HOT = 3;
/** As many names as the original program prints. */
export const TWENTY = 20;
/** The beat that asks. */
export const ASKS = 2;

/** The temperatures of the slider: by twentieths up to 1, by tenths above. */
export const TEMPERATURES: readonly number[] = [
  ...Array.from({ length: 20 }, (_, i) => (i + 1) / 20),
  ...Array.from({ length: 20 }, (_, i) => (i + 11) / 10),
];

const START: View = { temperature: REFERENCE, name: 0, draw: 0 };
export const BEATS: readonly View[] = [
  START,
  { ...START, draw: null },
  { ...START, temperature: COLD, draw: null },
  { ...START, temperature: COLD, draw: null },
  { ...START, temperature: HOT },
  { ...START, draw: null },
];

/** The slider's place for a temperature: the nearest one. */
export function placeOf(temperature: number): number {
  const away = TEMPERATURES.map((one) => Math.abs(one - temperature));
  return away.indexOf(Math.min(...away));
}

export const temperatureText = (temperature: number): string => temperature.toFixed(2);

/** The text whose last symbol is what a draw was made after: empty at the start of a name. */
export function readBefore(name: GeneratedName | undefined, draw: number): string {
  return draw <= 0 || !name ? '' : (graphemes(name.text)[draw - 1] ?? '');
}

export interface Lot {
  /** Names, those on the list, and how many different ones. */
  readonly count: number;
  readonly real: number;
  readonly distinct: number;
  /** Mean length in tokens drawn, the boundary not counted. */
  readonly length: number;
}

export function lotOf(names: readonly GeneratedName[]): Lot {
  const count = names.length;
  const letters = names.map(({ draws, ended }) => draws.length - (ended ? 1 : 0));
  return {
    count,
    real: names.filter(({ known }) => known).length,
    distinct: new Set(names.map(({ text }) => text)).size,
    length: count === 0 ? 0 : letters.reduce((a, b) => a + b, 0) / count,
  };
}

export interface TemperatureLayout {
  /** Height of the name's boxes, 0 without; of the bars; of the bar from 0 to 1, 0 without. */
  readonly tokens: number;
  readonly bars: number;
  readonly barHeight: number;
  /** Rows and columns of names, and the height of a row. */
  readonly rows: number;
  readonly columns: number;
  readonly row: number;
  /** Counting's names have room below. */
  readonly counting: boolean;
}

/** Room for a heading over names, and for three lines of counting's names under them, px. */
const HEAD = 22;
const COUNTING = 66;
const GAP = 6;
/** A row of names that can be pointed at, and the width of a name, usual and where room is short. */
const ROW = 24;
const COLUMN = { usual: 112, low: 84 };

/** Tall: name, bars, the draw, both lots of names. Low: bars and the network's names. */
export function temperatureLayout({ width, height }: Size, scale: number): TemperatureLayout {
  const low = height < 340 * scale;
  const column = COLUMN[low ? 'low' : 'usual'] * scale;
  const columns = Math.max(2, Math.min(5, Math.floor(width / column)));
  const rows = Math.ceil(TWENTY / columns);
  if (low) {
    const bars = Math.round(Math.max(64 * scale, height * 0.42));
    const row = Math.floor((height - bars - GAP - HEAD * scale) / rows);
    return { tokens: 0, bars, barHeight: 0, rows, columns, row, counting: false };
  }
  const tokens = 50 * scale;
  const barHeight = 26 * scale;
  const below = rows * ROW * scale + (2 * HEAD + COUNTING) * scale;
  const left = height - tokens - barHeight - (OVER + UNDER) * scale - below - 3 * GAP;
  const counting = left >= 76 * scale;
  const bars = Math.floor(counting ? left : left + (HEAD + COUNTING) * scale);
  // Tall pictures let the names breathe.
  const most = 260 * scale;
  const spare = Math.max(0, bars - most);
  return {
    tokens,
    bars: Math.min(most, Math.max(64 * scale, bars)),
    barHeight,
    rows,
    columns,
    row: Math.floor(ROW * scale + Math.min(10 * scale, spare / rows)),
    counting,
  };
}
