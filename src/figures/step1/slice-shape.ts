/** Where a loss slice and the slopes at its point stand within a box. No DOM. */
import type { Box } from './matrices.ts';
import type { Spot } from './weights-view.ts';

/** The loss along one weight: its values, in order, and the loss at each. */
export interface Curve {
  readonly xs: ArrayLike<number>;
  readonly losses: ArrayLike<number>;
}

export interface SliceShape {
  readonly box: Box;
  readonly x: (value: number) => number;
  readonly y: (loss: number) => number;
  readonly path: string;
  /** The same as points, px. */
  readonly points: readonly Spot[];
  readonly low: number;
  readonly high: number;
}

/**
 * The curve drawn to fill a box; a curve flatter than `least` nats does not fill it, so that what
 * hardly matters looks like it. Losses that are not finite break the line.
 */
export function sliceShape(box: Box, { xs, losses }: Curve, least: number): SliceShape {
  const count = xs.length;
  const [from, to] = count > 1 ? [xs[0], xs[count - 1]] : [0, 1];
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    if (!Number.isFinite(losses[i])) continue;
    low = Math.min(low, losses[i]);
    high = Math.max(high, losses[i]);
  }
  if (low > high) [low, high] = [0, 1];
  const more = Math.max(0, least - (high - low)) / 2;
  [low, high] = [low - more, high + more];
  const span = high - low || 1;
  const x = (value: number): number => box.x + ((value - from) / (to - from || 1)) * box.width;
  const y = (loss: number): number => box.y + ((high - loss) / span) * box.height;
  let path = '';
  let pen = 'M';
  const points: Spot[] = [];
  for (let i = 0; i < count; i++) {
    if (Number.isFinite(losses[i])) {
      points.push([x(xs[i]), y(losses[i])]);
      path += `${pen}${x(xs[i]).toFixed(1)} ${y(losses[i]).toFixed(1)}`;
      pen = 'L';
    } else pen = 'M';
  }
  return { box, x, y, path, points, low, high };
}

/** A straight line through a point, cut at the box; null if it has no direction. */
export function slopeLine(
  { box, x, y, low, high }: SliceShape,
  at: Spot,
  slope: number,
): readonly [Spot, Spot] | null {
  if (!Number.isFinite(slope)) return null;
  const [px, py] = [x(at[0]), y(at[1])];
  const across = x(1) - x(0) || 1;
  const steep = (-slope * box.height) / (high - low || 1) / across;
  const reach = (edge: number): number => {
    const wall = edge - px;
    if (steep === 0) return wall;
    const top = (box.y - py) / steep;
    const foot = (box.y + box.height - py) / steep;
    const [near, far] = top < foot ? [top, foot] : [foot, top];
    return Math.max(near, Math.min(far, wall));
  };
  const ends = [reach(box.x), reach(box.x + box.width)];
  return [
    [px + ends[0], py + ends[0] * steep],
    [px + ends[1], py + ends[1] * steep],
  ];
}

export const linePath = (ends: readonly [Spot, Spot] | null): string =>
  ends ? ends.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('') : '';
