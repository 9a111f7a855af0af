/** How much larger than usual the graph of a short expression may be drawn. No DOM. */
import type { Value } from '../../engine/autograd.ts';

/** A box and the arrow to the next, along and across, px: boxes of five digits with gradients. */
const ALONG = [64, 54] as const;
const ACROSS = [57, 16] as const;
const LARGEST = 1.6;
/** Room at the edges, px. */
const EDGES = 24;

/** A factor from 1 on by which a graph to the right comes to fill its room, px. */
export function roomFor(order: readonly Value[], width: number, height: number): number {
  const depth = new Map<Value, number>();
  for (const value of order) {
    const makers = [value.a, value.b].map((maker) => (maker ? (depth.get(maker) ?? 0) : 0));
    depth.set(value, Math.max(...makers) + 1);
  }
  const layers = Math.max(...depth.values());
  const across = order.length - layers + 1;
  const fits = (room: number, count: number, [box, gap]: readonly [number, number]) =>
    (room - EDGES) / (count * box + (count - 1) * gap);
  return Math.max(1, Math.min(LARGEST, fits(width, layers, ALONG), fits(height, across, ACROSS)));
}
