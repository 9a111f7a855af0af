/** Paths of series, and where they leave for infinity. */
import { line } from 'd3-shape';
import type { Point } from '../types.ts';

type Place = (value: number) => number;

/** Path through the finite points, broken at the others; coordinates to a tenth of a pixel. */
export function seriesPath(points: readonly Point[], x: Place, y: Place): string {
  const draw = line<Point>()
    .defined((point) => Number.isFinite(point[1]))
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
