import type { Described, Format, Quantity } from '../types.ts';

export type DotShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'cross';

/** Points of one kind, told from others by shape and colour. */
export interface ScatterGroup {
  id: string;
  label: string;
  /** Same length; points where either is not finite are left out and counted. */
  xs: ArrayLike<number>;
  ys: ArrayLike<number>;
  /** Default `gradient`. */
  quantity?: Quantity;
  /** Default by place among the groups: circle, square, diamond, triangle, cross. */
  shape?: DotShape;
}

/** A point: which group, and which of its points. */
export interface ScatterPoint {
  group: number;
  index: number;
}

/**
 * Two measures of the same things against each other, both axes alike and with zero in the middle:
 * what agrees lies on the diagonal. Up to some thousand points, on a canvas above 400. One tab
 * stop: arrows go through the points of a group from the farthest off the diagonal to the nearest,
 * Home and End to the ends, Page Up and Page Down or a group's first letter to another group.
 */
export interface ScatterProps extends Described {
  /** The picture is square within its labels. */
  width: number;
  /** A new array is a new picture: keep it while the numbers stay. */
  groups: readonly ScatterGroup[];
  /** Largest |value| of both axes; default the largest there is. Fix it to compare. */
  max?: number;
  /** `linear`, `sqrt` with its sign (default: small values show), or `symlog`. */
  scale?: 'linear' | 'sqrt' | 'symlog';
  /** Of `symlog`: below this magnitude the axis is linear; default a thousandth of `max`. */
  threshold?: number;
  /** |y − x| up to this counts as agreement and is drawn pale; default 0. */
  tolerance?: number;
  /** Radius of a dot, px; default 1.5, larger when points are few. */
  radius?: number;
  /** Draw the diagonal y = x; default true. */
  diagonal?: boolean;
  /** Names of the axes, inside the frame. */
  words?: { x?: string; y?: string };
  /** Formats the ends of the axes; default two decimals. */
  format?: Format;
  /** Labels of the groups at the right, tied to their points; default when there are several. */
  labels?: boolean;
  selected?: ScatterPoint | null;
  onSelect?: (point: ScatterPoint) => void;
  onHover?: (point: ScatterPoint | null) => void;
  /** What a point says: "fc1[29][12]: by nudging −0.011, by the rule −0.030". */
  announce?: (point: ScatterPoint) => string;
}
