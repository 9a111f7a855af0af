/**
 * Other parts for the networks of the pages: what `REFERENCE` in gpt.ts can be exchanged
 * for, to see what a part was for. None is needed to read the six steps.
 */
import { ACTIVATIONS, type ActivationName } from './activations.ts';
import { total, Value } from './autograd.ts';
import { wiringOf, type Design, type NormName } from './design.ts';
import { REFERENCE, type Parts } from './gpt.ts';
import { add, relu, rmsnorm, type Vector } from './layers.ts';

/** A layer's activation over `Value`s: any curve of which the slope is known. */
export function activationOf(name: ActivationName): (x: Vector) => Vector {
  if (name === 'relu') return relu;
  const { value, slope } = ACTIVATIONS[name];
  return (x) => x.map((xi) => new Value(value(xi.data), xi, slope(xi.data)));
}

/**
 * LayerNorm without its gain and bias: RMSNorm of what differs from the mean. (J. L. Ba,
 * J. R. Kiros and G. E. Hinton, 2016)
 */
// #region layernorm
export function layernorm(x: Vector): Vector {
  const mean = total(x).mul(1 / x.length);
  const less = mean.neg();
  return rmsnorm(x.map((xi) => xi.add(less)));
}
// #endregion layernorm

/** The same numbers, computed anew, so that what comes back is gathered by itself. */
// #region same
const same = (x: Vector): Vector => x.map((xi) => xi.mul(1));
// #endregion same

const NORMS: Readonly<Record<NormName, (x: Vector) => Vector>> = {
  rms: rmsnorm,
  layer: layernorm,
  none: same,
};

/** The way around half a layer, with its norm before or after, or cut. */
function residualOf({ norm: name, postNorm, residual }: Design): Parts['residual'] {
  const norm = NORMS[name];
  const around = residual ? add : (y: Vector) => y;
  if (postNorm) return (f, x) => norm(around(f(same(x)), x));
  return (f, x) => around(f(norm(x)), x);
}

/** The parts of a transformer of this design. */
// #region parts
export function partsOf(design: Design, heads: number): Parts {
  const nothing = (x: Vector) => x.map(() => new Value(0));
  return {
    place: design.position
      ? REFERENCE.place
      : (token, position) => add(token, nothing(position)),
    norm: NORMS[design.norm],
    residual: residualOf(design),
    activate: activationOf(design.activation),
    scale: design.scaled ? REFERENCE.scale : () => 1,
    join: (found, layer) =>
      wiringOf(design, heads, layer).flatMap((head) =>
        head < 0 ? nothing(found[0]) : found[head],
      ),
  };
}
// #endregion parts
