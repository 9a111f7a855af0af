/** The scrubber's curve: the run's smoothed losses as one line per part, px. */
import { movingAverage } from '../smooth.ts';

export interface ScrubCurve {
  /** Path over the steps in (from, to], 1-based. */
  path: (from: number, to: number) => string;
  /** Place of a step's handle. */
  x: (step: number) => number;
  y: (step: number) => number;
}

interface Size {
  width: number;
  /** Highest and lowest the curve goes. */
  top: number;
  bottom: number;
}

/**
 * Losses, shape [n], to a curve over steps min…max. Infinite losses are left out of the mean.
 * The first few means are of few names and wild: the scale is set by the rest, and they are held.
 */
export function scrubCurve(
  losses: ArrayLike<number>,
  [min, max]: readonly [min: number, max: number],
  window: number,
  { width, top, bottom }: Size,
): ScrubCurve {
  const means = movingAverage(losses, window);
  const settled = [...means.subarray(Math.min(8, means.length >> 2))].filter(Number.isFinite);
  const high = settled.length ? Math.max(...settled) : 1;
  const low = settled.length ? Math.min(...settled) : 0;
  const x = (step: number) => ((step - min) / Math.max(1, max - min)) * width;
  const y = (step: number) => {
    const mean = means[Math.max(0, Math.min(means.length - 1, step - 1))] ?? high;
    const share = Math.max(0, Math.min(1, (mean - low) / (high - low || 1)));
    return bottom - share * (bottom - top);
  };
  const every = Math.max(1, Math.floor((max - min) / Math.max(1, width / 4)));
  const path = (from: number, to: number) => {
    let d = '';
    const end = Math.min(to, means.length);
    const put = (step: number) => {
      d += `${d ? 'L' : 'M'}${x(step).toFixed(1)} ${y(step).toFixed(1)}`;
    };
    if (end <= from) return d;
    for (let step = Math.max(1, from); step < end; step += every) put(step);
    put(end);
    return d;
  };
  return { path, x, y };
}
