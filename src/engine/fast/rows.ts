/** What happens to each position by itself: norms, gates, sums, the loss. [T, C] each. */
import { exp, log } from '../math.ts';

/** RMSNorm. Keeps each position's mean square (with the 1e-5 in it) and scale. */
export function rmsnorm(
  y: Float64Array,
  x: Float64Array,
  means: Float64Array,
  scales: Float64Array,
  from: number,
  to: number,
  width: number,
): void {
  const share = 1 / width;
  for (let t = from; t < to; t++) {
    const start = t * width;
    const end = start + width;
    let squares = 0;
    for (let i = start; i < end; i++) squares += x[i] * x[i];
    const mean = squares * share + 1e-5;
    const scale = 1 / Math.sqrt(mean);
    means[t] = mean;
    scales[t] = scale;
    for (let i = start; i < end; i++) y[i] = x[i] * scale;
  }
}

/** Back through RMSNorm: adds to `dx`, which holds what came by the residual. */
export function rmsnormBack(
  dx: Float64Array,
  dy: Float64Array,
  x: Float64Array,
  means: Float64Array,
  scales: Float64Array,
  count: number,
  width: number,
): void {
  const share = 1 / width;
  for (let t = 0; t < count; t++) {
    const start = t * width;
    const end = start + width;
    const mean = means[t];
    const scale = scales[t];
    let dscale = 0;
    for (let i = end - 1; i >= start; i--) dscale += x[i] * dy[i];
    const dsquare = share * (-0.5 * (1 / (mean * Math.sqrt(mean))) * dscale);
    for (let i = start; i < end; i++) {
      const part = x[i] * dsquare;
      // A square has its number twice as input.
      dx[i] = dx[i] + scale * dy[i] + part + part;
    }
  }
}

/**
 * LayerNorm: RMSNorm of what differs from the mean, which is kept in `centred`, [T, C].
 */
export function layernorm(
  y: Float64Array,
  x: Float64Array,
  centred: Float64Array,
  means: Float64Array,
  scales: Float64Array,
  from: number,
  to: number,
  width: number,
): void {
  const share = 1 / width;
  for (let t = from; t < to; t++) {
    const start = t * width;
    let sum = -0;
    for (let i = start; i < start + width; i++) sum += x[i];
    const less = -(sum * share);
    for (let i = start; i < start + width; i++) centred[i] = x[i] + less;
  }
  rmsnorm(y, centred, means, scales, from, to, width);
}

/** Back through LayerNorm: adds to `dx`. `scratch` has the size of `dx`. */
export function layernormBack(
  dx: Float64Array,
  dy: Float64Array,
  centred: Float64Array,
  means: Float64Array,
  scales: Float64Array,
  scratch: Float64Array,
  count: number,
  width: number,
): void {
  scratch.fill(0, 0, count * width);
  rmsnormBack(scratch, dy, centred, means, scales, count, width);
  const share = 1 / width;
  for (let t = 0; t < count; t++) {
    const start = t * width;
    let less = 0;
    for (let i = start + width - 1; i >= start; i--) less += scratch[i];
    const dsum = share * (-1 * less);
    for (let i = start; i < start + width; i++) dx[i] = dx[i] + scratch[i] + dsum;
  }
}

/** Any other activation, from element `from` to `to`. */
export function activate(
  y: Float64Array,
  x: Float64Array,
  value: (x: number) => number,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) y[i] = value(x[i]);
}

/** Back through it, in place; `x` is what went in. */
export function activateBack(
  dx: Float64Array,
  x: Float64Array,
  slope: (x: number) => number,
  count: number,
): void {
  for (let i = 0; i < count; i++) dx[i] *= slope(x[i]);
}

/** y = max(x, 0), from element `from` to `to`. */
export function relu(y: Float64Array, x: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) y[i] = x[i] > 0 ? x[i] : 0;
}

/** dx where the gate was open, 0 where it was not: in place. `y` is what came out. */
export function reluBack(dx: Float64Array, y: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) if (!(y[i] > 0)) dx[i] = 0;
}

/** y = y + x, from element `from` to `to`. */
export function addTo(
  y: Float64Array,
  x: Float64Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) y[i] += x[i];
}

/** Each logit of position `t` less the largest, exponentiated; returns their sum. */
function exponentials(
  e: Float64Array,
  logits: Float64Array,
  start: number,
  size: number,
): number {
  let largest = logits[start];
  for (let i = start + 1; i < start + size; i++)
    if (logits[i] > largest) largest = logits[i];
  let total = 0;
  for (let i = start; i < start + size; i++) {
    const x = exp(logits[i] - largest);
    e[i] = x;
    total += x;
  }
  return total;
}

/**
 * Surprise −ln p at what came, of position `t`, in nats; if `dlogits` is given, the
 * gradient goes there, for a loss that is the mean over `n` positions.
 *
 * The graph of a loss divides by multiplying with an inverse; a gradient by hand
 * divides. They differ in the last bit.
 */
export function surprise(
  logits: Float64Array,
  e: Float64Array,
  t: number,
  size: number,
  target: number,
  byHand: boolean,
  n: number,
  dlogits: Float64Array | null,
): number {
  const start = t * size;
  const total = exponentials(e, logits, start, size);
  const came = e[start + target];
  if (byHand) {
    if (dlogits) {
      for (let i = start; i < start + size; i++) dlogits[i] = e[i] / total / n;
      dlogits[start + target] -= 1 / n;
    }
    return -log(came / total);
  }
  const inverse = 1 / total;
  const p = came * inverse;
  if (dlogits) {
    const dp = (1 / p) * (-1 * (1 / n));
    const dtotal = -(1 / (total * total)) * (came * dp);
    for (let i = start; i < start + size; i++) dlogits[i] = e[i] * dtotal;
    dlogits[start + target] = came * (inverse * dp + dtotal);
  }
  return -log(p);
}

/** Probabilities of position `t` at a temperature, [V]. */
export function probabilities(
  logits: Float64Array,
  t: number,
  size: number,
  byHand: boolean,
  temperature: number,
): Float64Array {
  const p = logits.slice(t * size, (t + 1) * size);
  const factor = 1 / temperature;
  for (let i = 0; i < size; i++) p[i] = byHand ? p[i] / temperature : p[i] * factor;
  const total = exponentials(p, p, 0, size);
  const inverse = 1 / total;
  for (let i = 0; i < size; i++) p[i] = byHand ? p[i] / total : p[i] * inverse;
  return p;
}
