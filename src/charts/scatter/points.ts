/** The points of a scatter: where they stand, how far off the diagonal, which is nearest. */
import { largest } from '../ramp.ts';
import type { DotShape, ScatterGroup, ScatterPoint } from './props.ts';
import type { SignedScale } from './scale.ts';

export interface PlacedGroup {
  /** Places of the finite points, px: x, y by turns. */
  places: Float32Array;
  /** Which of the group's points each is. */
  indices: Int32Array;
  /** 1 where the point lies off the diagonal. */
  off: Uint8Array;
  /** Positions in `indices` from the farthest off the diagonal to the nearest. */
  order: Int32Array;
}

/** Largest magnitude on either axis; 0 for none. */
export function reach(groups: readonly ScatterGroup[]): number {
  return groups.reduce((top, { xs, ys }) => Math.max(top, largest(xs), largest(ys)), 0);
}

/** Places in a square of so many px with its upper left corner at (left, top). */
export function placeGroup(
  { xs, ys }: ScatterGroup,
  scale: SignedScale,
  square: { left: number; top: number; size: number },
  tolerance: number,
): PlacedGroup {
  const kept: number[] = [];
  const count = Math.min(xs.length, ys.length);
  for (let i = 0; i < count; i++) {
    if (Number.isFinite(xs[i]) && Number.isFinite(ys[i])) kept.push(i);
  }
  const places = new Float32Array(2 * kept.length);
  const off = new Uint8Array(kept.length);
  const apart = (i: number) => Math.abs(ys[i] - xs[i]);
  kept.forEach((i, k) => {
    places[2 * k] = square.left + ((1 + scale.share(xs[i])) / 2) * square.size;
    places[2 * k + 1] = square.top + ((1 - scale.share(ys[i])) / 2) * square.size;
    off[k] = apart(i) > tolerance ? 1 : 0;
  });
  const order = Int32Array.from(kept.keys()).sort(
    (a, b) => apart(kept[b]) - apart(kept[a]) || a - b,
  );
  return { places, indices: Int32Array.from(kept), off, order };
}

/** The point nearest to (x, y) within so many px; of equals the one drawn last. */
export function nearestPoint(
  groups: readonly PlacedGroup[],
  x: number,
  y: number,
  within: number,
): ScatterPoint | null {
  let found: ScatterPoint | null = null;
  let least = within * within;
  groups.forEach(({ places, indices }, group) => {
    for (let k = 0; k < indices.length; k++) {
      const [dx, dy] = [places[2 * k] - x, places[2 * k + 1] - y];
      const square = dx * dx + dy * dy;
      if (square > least) continue;
      least = square;
      found = { group, index: indices[k] };
    }
  });
  return found;
}

/** Place of a point, px; null when it is not drawn. */
export function placeOf(groups: readonly PlacedGroup[], point: ScatterPoint | null | undefined) {
  const own = point ? groups[point.group] : undefined;
  const k = own ? own.indices.indexOf(point?.index ?? -1) : -1;
  return own && k >= 0 ? { x: own.places[2 * k], y: own.places[2 * k + 1], k } : null;
}

const SHAPES: readonly DotShape[] = ['circle', 'square', 'diamond', 'triangle', 'cross'];

export const shapeOf = (group: ScatterGroup, place: number): DotShape =>
  group.shape ?? SHAPES[place % SHAPES.length];

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Outline of a dot; shapes have about the area of a circle of radius r. */
export function dotPath(shape: DotShape, x: number, y: number, r: number): string {
  const [a, b] = [tenth(x), tenth(y)];
  switch (shape) {
    case 'circle':
      return `M${a - r} ${b}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    case 'square': {
      const h = tenth(r * 0.9);
      return `M${a - h} ${b - h}h${2 * h}v${2 * h}h${-2 * h}z`;
    }
    case 'diamond': {
      const h = tenth(r * 1.3);
      return `M${a} ${b - h}l${h} ${h}l${-h} ${h}l${-h} ${-h}z`;
    }
    case 'triangle': {
      const h = tenth(r * 1.3);
      return `M${a} ${tenth(b - h)}l${h} ${tenth(1.7 * h)}h${-2 * h}z`;
    }
    case 'cross': {
      const [h, w] = [tenth(r * 1.35), tenth(r * 0.35)];
      return `M${a - h} ${b - w}h${2 * h}v${2 * w}h${-2 * h}zM${a - w} ${b - h}h${2 * w}v${2 * h}h${-2 * w}z`;
    }
  }
}

/** Dots of a group as one outline: those on the diagonal, or those off it. */
export function dotsPath(
  { places, off }: PlacedGroup,
  which: 0 | 1,
  shape: DotShape,
  r: number,
  keep: (k: number) => boolean = () => true,
): string {
  let d = '';
  for (let k = 0; k < off.length; k++) {
    if (off[k] === which && keep(k)) d += dotPath(shape, places[2 * k], places[2 * k + 1], r);
  }
  return d;
}

/**
 * Which positions stand for all when only so many can be drawn: spread evenly over their order of
 * distance from the diagonal, so that the farthest is always among them.
 */
export function sampled({ order }: PlacedGroup, count: number): Set<number> {
  if (order.length <= count) return new Set(order);
  const step = order.length / Math.max(1, count);
  return new Set(Array.from({ length: count }, (_, i) => order[Math.floor(i * step)]));
}

/** The group whose label begins with a letter: the next after `from`, round the end. */
export function groupByLetter(
  groups: readonly ScatterGroup[],
  from: number,
  letter: string,
): number | null {
  for (let step = 1; step <= groups.length; step++) {
    const next = (from + step) % groups.length;
    if (groups[next].label.toLowerCase().startsWith(letter.toLowerCase())) return next;
  }
  return null;
}
