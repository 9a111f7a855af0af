/** How much larger than usual the graph of a short expression may be drawn. No DOM. */
import type { Value } from '../../engine/autograd.ts';

/** A box and the arrow to the next, along and across, px: boxes of five digits with gradients. */
const ALONG = [64, 54] as const;
const ACROSS = [57, 16] as const;
const LARGEST = 1.6;
/** Room at the edges, px. */
const EDGES = 24;

/** How many boxes stand one after another from the first number to the last. */
function layersOf(order: readonly Value[]): number {
  const depth = new Map<Value, number>();
  for (const value of order) {
    const makers = [value.a, value.b].map((maker) => (maker ? (depth.get(maker) ?? 0) : 0));
    depth.set(value, Math.max(...makers) + 1);
  }
  return Math.max(...depth.values());
}

/** Width of a digit in a box and on an arrow, and of what stands around digits there, px. */
const IN_BOX = [6.9, 29] as const;
const ON_ARROW = [6.9, 18] as const;

/** Is there room for numbers of so many digits on the arrows as well as in the boxes? */
export function arrowsHaveRoom(order: readonly Value[], digits: number, width: number): boolean {
  const layers = layersOf(order);
  const wide = ([digit, around]: readonly [number, number]): number => digits * digit + around;
  return layers * wide(IN_BOX) + (layers - 1) * wide(ON_ARROW) + EDGES <= width;
}

/** A factor from 1 on by which a graph to the right comes to fill its room, px. */
export function roomFor(order: readonly Value[], width: number, height: number): number {
  const layers = layersOf(order);
  const across = order.length - layers + 1;
  const fits = (room: number, count: number, [box, gap]: readonly [number, number]) =>
    (room - EDGES) / (count * box + (count - 1) * gap);
  return Math.max(1, Math.min(LARGEST, fits(width, layers, ALONG), fits(height, across, ACROSS)));
}
