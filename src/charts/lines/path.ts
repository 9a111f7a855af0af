/** Paths of series, and where they leave for infinity. */
import { line } from 'd3-shape';
import type { Point } from '../types.ts';

type Place = (value: number) => number;

export const DASH = { solid: undefined, dashed: '4 2.5', dotted: '1 3' };

/** Path through the points that have a place, broken at the others; to a tenth of a pixel. */
export function seriesPath(points: readonly Point[], x: Place, y: Place): string {
  const draw = line<Point>()
    .defined((point) => Number.isFinite(x(point[0])) && Number.isFinite(y(point[1])))
    .x((point) => x(point[0]))
    .y((point) => y(point[1]))
    .digits(1);
  return draw(points) ?? '';
}

/** Ticks along the top edge at the x of every infinite point. */
export function infinityTicks(points: readonly Point[], x: Place, top: number): string {
  let path = '';
  let last = -Infinity;
  for (const [at, value] of points) {
    const place = Math.round(x(at) * 2) / 2;
    if (value !== Infinity || place === last) continue;
    path += `M${place} ${top}v5`;
    last = place;
  }
  return path;
}

/** Height of the line at x, between its points; at its ends where x is beyond them. */
export function heightAt(points: readonly Point[], x: number): number {
  const k = points.findIndex((point) => point[0] >= x);
  if (k < 0) return points[points.length - 1]?.[1] ?? NaN;
  const [b, a] = [points[k], points[Math.max(0, k - 1)]];
  return a[0] === b[0] ? b[1] : a[1] + ((x - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
}

/** The point nearest to x; undefined for an empty series. Points are in order of x. */
export function nearest(points: readonly Point[], x: number): Point | undefined {
  let [low, high] = [0, points.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle][0] <= x) low = middle;
    else high = middle;
  }
  const [a, b] = [points[low], points[high]];
  return a && b && Math.abs(b[0] - x) < Math.abs(a[0] - x) ? b : a;
}
