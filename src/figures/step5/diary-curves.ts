/** The curves of a diary as paths: drawn once for a parameter and a size. No DOM. */
import type { NetworkSettings } from '../../engine/recipe.ts';
import { hats, rateOn } from './adam-run.ts';
import type { Series } from './diary-data.ts';
import {
  endsOf,
  needles,
  sizeOf,
  thread,
  type Band,
  type BandName,
  type DiaryLayout,
} from './diary-view.ts';

export interface Curve {
  /** Needles from zero for what happens once a day, else a line for what is remembered. */
  readonly needles: boolean;
  readonly d: string;
  /** Dotted: what it is to be held against. */
  readonly beside: readonly string[];
  readonly zero: number;
  readonly y: (value: number) => number;
}

export type Curves = Readonly<Partial<Record<BandName, Curve>>>;

/** Room over the largest value, as a share; the steps leave some over the rate too. */
const ROOM = 1.04;

export function curvesOf(
  series: Series,
  at: DiaryLayout,
  settings: NetworkSettings,
  steps: number,
): Curves {
  const { gradient, m, v, step, value } = series;
  const known = Array.from(m, (one, i) => hats({ m: one, v: v[i] }, i + 1, settings));
  const means = known.map(({ mHat }) => mHat);
  const roots = known.map(({ root }) => root);
  const rates = known.map((_, i) => rateOn(settings, i + 1, steps));
  const x = (i: number): number => (i / Math.max(1, steps - 1)) * at.width;
  const columns = 2 * at.width;
  const scaleOf = ({ top, height }: Band, low: number, high: number) => {
    const y = (one: number): number => top + ((high - one) / (high - low)) * height;
    return (one: number): number => Math.max(top - 3, Math.min(top + height + 3, y(one)));
  };
  const both = (band: Band, most: number) => scaleOf(band, -most, most);
  const line = (values: ArrayLike<number>, y: (one: number) => number) =>
    thread(values, x, y, columns);
  const around = (values: readonly number[], y: (one: number) => number) => [
    line(values, y),
    line(
      values.map((one) => -one),
      y,
    ),
  ];
  const most = sizeOf(m, roots) * ROOM;
  const make: Readonly<Record<BandName, (band: Band) => Curve>> = {
    gradient(band) {
      const y = both(band, sizeOf(gradient) * ROOM);
      const d = needles(gradient, x, y, columns);
      return { needles: true, d, beside: [], zero: y(0), y };
    },
    m(band) {
      const y = both(band, most);
      const beside = [...around(roots, y), line(means, y)];
      return { needles: false, d: line(m, y), beside, zero: y(0), y };
    },
    v(band) {
      const y = scaleOf(band, 0, sizeOf(roots) * ROOM);
      const beside = [line(v.map(Math.sqrt), y)];
      return { needles: false, d: line(roots, y), beside, zero: y(0), y };
    },
    rate(band) {
      const y = both(band, Math.max(sizeOf(step), sizeOf(rates)) * ROOM);
      const beside = around(rates, y);
      return { needles: true, d: needles(step, x, y, columns), beside, zero: y(0), y };
    },
    parameter(band) {
      const [low, high] = endsOf(value);
      const y = scaleOf(band, low, high);
      return { needles: false, d: line(value, y), beside: [], zero: band.top + band.height, y };
    },
  };
  return Object.fromEntries(at.bands.map((band) => [band.name, make[band.name](band)]));
}
