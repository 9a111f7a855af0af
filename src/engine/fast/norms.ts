/** The norms of a design over a document: what they make, and the way back. */
import type { NormName } from '../design.ts';
import type { Normed } from './activations.ts';
import { addTo, layernorm, layernormBack, rmsnorm, rmsnormBack } from './rows.ts';

/** Positions `from` to `to` of `x`, [T, C], normed into `into.y`, or into `y` if given. */
export function norm(
  kind: NormName,
  into: Normed,
  x: Float64Array,
  from: number,
  to: number,
  width: number,
  y: Float64Array = into.y,
): void {
  const { means, scales, centred } = into;
  switch (kind) {
    case 'rms':
      rmsnorm(y, x, means, scales, from, to, width);
      break;
    case 'layer':
      layernorm(y, x, centred, means, scales, from, to, width);
      break;
    case 'none':
      y.set(x.subarray(from * width, to * width), from * width);
      break;
  }
}

/** Back through a norm: adds to `dx`, which holds what came by other ways. */
export function normBack(
  kind: NormName,
  dx: Float64Array,
  dy: Float64Array,
  { means, scales, centred }: Normed,
  x: Float64Array,
  scratch: Float64Array,
  count: number,
  width: number,
): void {
  switch (kind) {
    case 'rms':
      rmsnormBack(dx, dy, x, means, scales, count, width);
      break;
    case 'layer':
      layernormBack(dx, dy, centred, means, scales, scratch, count, width);
      break;
    case 'none':
      addTo(dx, dy, 0, count * width);
      break;
  }
}
