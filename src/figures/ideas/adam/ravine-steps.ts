/** Where the curves of steps by angle, or by stretch, stand. No DOM. */
import type { Size } from '../../frame.tsx';
import { ANGLES, SLANT, STRETCHES, type Over } from './ravine-view.ts';

/** Steps on the axis: from one to as many as are followed. */
const MOST = 1000;

export interface ChartLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Place of an angle, or of a stretch, px. */
  readonly x: (value: number) => number;
  /** Height of a number of steps, on a scale of powers; and back. */
  readonly y: (steps: number) => number;
  readonly stepsAt: (y: number) => number;
}

const LEFT = 46;
const RIGHT = 18;
const TOP = 24;
const BOTTOM = 26;

export function chartLayout({ width, height }: Size, scale: number, over: Over): ChartLayout {
  const [left, right] = [LEFT * scale, width - RIGHT * scale];
  const [top, bottom] = [TOP * scale, height - BOTTOM * scale];
  const values: readonly number[] = over === 'angle' ? ANGLES : STRETCHES;
  const along = over === 'angle' ? (value: number) => value : Math.log;
  const [from, to] = [along(values[0]), along(values[values.length - 1])];
  const tall = bottom - top;
  return {
    left,
    right,
    top,
    bottom,
    x: (value) => left + ((along(value) - from) / (to - from)) * (right - left),
    y: (steps) => bottom - (Math.log(Math.max(1, steps)) / Math.log(MOST)) * tall,
    stepsAt: (y) => Math.exp(((bottom - y) / tall) * Math.log(MOST)),
  };
}

/** Ticks of an axis; few of them where it is short. */
export function ticksOf(of: Over | 'steps', few = false): readonly number[] {
  if (of === 'angle') return [0, SLANT, 90];
  return of === 'stretch' && few ? [1, MOST] : [1, 10, 100, MOST];
}

/** A curve through all numbers of steps; it breaks where there were more than were followed. */
export function curvePath(
  values: readonly number[],
  steps: readonly number[],
  at: Pick<ChartLayout, 'x' | 'y'>,
): string {
  let path = '';
  let drawing = false;
  steps.forEach((count, i) => {
    const known = Number.isFinite(count);
    if (known)
      path += `${drawing ? 'L' : 'M'}${at.x(values[i]).toFixed(1)} ${at.y(count).toFixed(1)}`;
    drawing = known;
  });
  return path;
}

/** The one of several values that is nearest, by their difference or by their ratio. */
export function nearest(values: readonly number[], to: number, over: Over): number {
  const far = (value: number): number =>
    over === 'angle' ? Math.abs(value - to) : Math.abs(Math.log(value / to));
  return values.reduce((best, value) => (far(value) < far(best) ? value : best), values[0]);
}
