/** A vector of three numbers, its two norms, and where they stand in the picture. No DOM. */
import type { NormKind } from '../../../engine/ideas/norm-work.ts';
import type { Size } from '../../frame.tsx';

export type Point3 = readonly [number, number, number];

export interface View {
  readonly x: Point3;
  /** What is drawn: LayerNorm's two moves, RMSNorm's one, or both. */
  readonly shown: NormKind | 'both';
}

/** How far a number may go, each way. */
export const REACH = 3;
const START: Point3 = [2.4, 0.6, 1.2];

/** The beat that asks what the same amount added to all three does. */
export const ASKS = 2;
export const ADDED = 1;
export const ANSWERS = ['layer', 'rms', 'both', 'neither'] as const;
export type Answer = (typeof ANSWERS)[number];

export const shifted = (x: Point3, by: number): Point3 => [x[0] + by, x[1] + by, x[2] + by];

export const meanOf = (x: Point3): number => (x[0] + x[1] + x[2]) / 3;
export const rmsOf = (x: Point3): number => Math.sqrt((x[0] ** 2 + x[1] ** 2 + x[2] ** 2) / 3);
/** On the plane of vectors whose mean is 0: LayerNorm's first move. */
export const centred = (x: Point3): Point3 => shifted(x, -meanOf(x));

export const BEATS: readonly View[] = [
  { x: START, shown: 'layer' },
  { x: START, shown: 'rms' },
  { x: START, shown: 'both' },
  { x: shifted(START, ADDED), shown: 'both' },
  { x: centred(START), shown: 'both' },
];

/** What moves when the same amount is added to all numbers. */
export function movedBy(before: Record<NormKind, Point3>, after: Record<NormKind, Point3>): Answer {
  const moves = (kind: NormKind) =>
    before[kind].some((own, i) => Math.abs(own - after[kind][i]) > 1e-4);
  if (moves('layer')) return moves('rms') ? 'both' : 'layer';
  return moves('rms') ? 'rms' : 'neither';
}

/** Where one looks from: so that the plane of mean 0 is seen from the side, and not face on. */
const TURN = -0.61;
const TILT = 0.26;
const ACROSS: Point3 = [-Math.sin(TURN), Math.cos(TURN), 0];
const UP: Point3 = [
  -Math.sin(TILT) * Math.cos(TURN),
  -Math.sin(TILT) * Math.sin(TURN),
  Math.cos(TILT),
];

const dot = (a: Point3, b: Point3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export interface Layout {
  readonly middle: readonly [number, number];
  /** Pixels a unit. */
  readonly unit: number;
}

/** The sphere of both norms in the middle, with room for vectors beyond it. */
export function sphereLayout({ width, height }: Size, scale: number): Layout {
  const side = Math.min(width, height - 10 * scale);
  return { middle: [width / 2, height / 2 + 6 * scale], unit: side / 6.2 };
}

export const drawnAt = ({ middle, unit }: Layout, x: Point3): [number, number] => [
  middle[0] + unit * dot(ACROSS, x),
  middle[1] - unit * dot(UP, x),
];

/** A vector moved along the picture by some pixels, no number beyond reach. */
export function dragged({ unit }: Layout, x: Point3, dx: number, dy: number): Point3 {
  const hold = (value: number) => Math.max(-REACH, Math.min(REACH, Math.round(value * 100) / 100));
  const move = x.map((own, i) => hold(own + (ACROSS[i] * dx - UP[i] * dy) / unit));
  return [move[0], move[1], move[2]];
}

/** Radius of the sphere that both norms lead to, for three numbers. */
export const RADIUS = Math.sqrt(3);

/** The circle in which the plane of mean 0 cuts the sphere, as a path. */
export function circlePath(at: Layout): string {
  const a: Point3 = [Math.SQRT1_2, -Math.SQRT1_2, 0];
  const b: Point3 = [1 / Math.sqrt(6), 1 / Math.sqrt(6), -2 / Math.sqrt(6)];
  const points = Array.from({ length: 73 }, (_, i) => {
    const turn = (i / 72) * 2 * Math.PI;
    const [c, s] = [RADIUS * Math.cos(turn), RADIUS * Math.sin(turn)];
    const [x, y] = drawnAt(at, [c * a[0] + s * b[0], c * a[1] + s * b[1], c * a[2] + s * b[2]]);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

/** How large the sphere is drawn: the picture keeps its radius. */
export const sphereRadius = ({ unit }: Layout): number => unit * RADIUS;
