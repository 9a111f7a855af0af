/**
 * A ravine: the height ½(u²/stretch + v²) over two numbers, steep across and gentle
 * along, lying at an angle to the two axes that an optimizer knows. D. P. Kingma and
 * J. Ba (2014) claim that Adam does not mind a stretch along its axes; they claim
 * nothing for other directions.
 */
import { optimize } from '../fast/optimize.ts';
import { cos, sin } from '../math.ts';
import type { Optimizer } from '../network.ts';

export interface Ravine {
  /** How many times as steep it is across as along, at least 1. */
  readonly stretch: number;
  /** From the first axis to the ravine's bed, degrees, anticlockwise. */
  readonly angle: number;
}

/** A place: by the two axes, or along the bed and across it. */
export type Place = readonly [number, number];

/** Cosine and sine of the ravine's angle. */
function turnOf({ angle }: Ravine): { c: number; s: number } {
  // Right angles come out right: an axis is then exactly an axis.
  if (angle % 90 === 0) {
    const quarter = (((angle / 90) % 4) + 4) % 4;
    return { c: [1, 0, -1, 0][quarter], s: [0, 1, 0, -1][quarter] };
  }
  const radians = (angle * Math.PI) / 180;
  return { c: cos(radians), s: sin(radians) };
}

/** A place given along the bed and across it, by the axes. */
export function toAxes(ravine: Ravine, [along, across]: Place): Place {
  const { c, s } = turnOf(ravine);
  return [c * along - s * across, s * along + c * across];
}

/** And back. */
export function toBed(ravine: Ravine, [x, y]: Place): Place {
  const { c, s } = turnOf(ravine);
  return [c * x + s * y, c * y - s * x];
}

/** Height over the bottom, which is at 0, 0. */
export function heightAt(ravine: Ravine, at: Place): number {
  const [along, across] = toBed(ravine, at);
  return (along * along) / (2 * ravine.stretch) + (across * across) / 2;
}

/** How fast it rises along each axis. */
export function slopesAt(ravine: Ravine, at: Place): Place {
  const [along, across] = toBed(ravine, at);
  return toAxes(ravine, [along / ravine.stretch, across]);
}

/**
 * Steps of one optimizer at a constant rate, as places by the axes: [steps + 1, 2]. To
 * it, the two numbers are all the parameters there are.
 */
export function wayDown(
  ravine: Ravine,
  start: Place,
  optimizer: Optimizer,
  rate: number,
  steps: number,
): Float64Array {
  const path = new Float64Array(2 * (steps + 1));
  path.set(start);
  walk(ravine, start, optimizer, rate, steps, (t, p) => {
    path.set(p, 2 * t);
    return true;
  });
  return path;
}

/** Calls `see` after each step, until it has seen enough. */
function walk(
  ravine: Ravine,
  start: Place,
  optimizer: Optimizer,
  rate: number,
  steps: number,
  see: (t: number, p: Float64Array) => boolean,
): void {
  const { c, s } = turnOf(ravine);
  const p = Float64Array.from(start);
  const [g, m, v] = [new Float64Array(2), new Float64Array(2), new Float64Array(2)];
  for (let t = 1; t <= steps; t++) {
    const along = (c * p[0] + s * p[1]) / ravine.stretch;
    const across = c * p[1] - s * p[0];
    g[0] = c * along - s * across;
    g[1] = s * along + c * across;
    optimize(optimizer, rate, t, p, g, m, v);
    if (!see(t, p)) return;
  }
}

/** What an optimizer must come below, and stay: this part of the height it begins at. */
export const LEVEL = 0.001;
/** A way is followed so far. */
export const MOST_STEPS = 1000;

/**
 * Steps after which a way stays below the level, as far as it is followed; null if it
 * does not, or needs as many as `most`.
 */
export function stepsDown(
  ravine: Ravine,
  start: Place,
  optimizer: Optimizer,
  rate: number,
  most = MOST_STEPS,
): number | null {
  const level = LEVEL * heightAt(ravine, start);
  const { stretch } = ravine;
  const { c, s } = turnOf(ravine);
  let above = heightAt(ravine, start) > level ? 0 : -1;
  walk(ravine, start, optimizer, rate, MOST_STEPS, (t, p) => {
    const along = c * p[0] + s * p[1];
    const across = c * p[1] - s * p[0];
    if (!((along * along) / stretch + across * across <= 2 * level)) above = t;
    return above + 1 < most;
  });
  return above + 1 < most ? above + 1 : null;
}

const TWELFTHS = [1, 1.21, 1.47, 1.78, 2.15, 2.61, 3.16, 3.83, 4.64, 5.62, 6.81, 8.25];
/** Rates that are tried: twelve to a power of ten, from 0.0001 to 10. */
export const TRIED_RATES: readonly number[] = [
  ...[1e-4, 1e-3, 1e-2, 0.1, 1].flatMap((power) => TWELFTHS.map((x) => x * power)),
  10,
];

/** The rate that is down soonest, the lowest of equals; without steps, none is. */
export interface Best {
  readonly rate: number;
  /** Null: not within `MOST_STEPS` at any rate. */
  readonly steps: number | null;
}

export function bestRate(ravine: Ravine, start: Place, optimizer: Optimizer): Best {
  let best: Best = { rate: NaN, steps: null };
  for (const rate of TRIED_RATES) {
    const steps = stepsDown(ravine, start, optimizer, rate, best.steps ?? MOST_STEPS);
    if (steps !== null) best = { rate, steps };
  }
  return best;
}
