/** Steps whose size is each parameter's own. */
import type { Value } from './autograd.ts';
import { pow } from './math.ts';

/** How slowly the means forget, and what keeps the divisor from being zero. */
export interface Betas {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  /** Without, the means are taken as they are, too small at first. Default: with. */
  readonly corrected?: boolean;
}

/** What an optimizer remembers: two numbers for each parameter. */
export interface Moments {
  /** Running mean of the gradient. */
  m: number[];
  /** Running mean of its square. */
  v: number[];
}

/**
 * Adam: a running mean of the gradient, divided by the root of a running mean of its
 * square. Both means begin at zero, and are corrected for it. `t` counts steps from 1.
 * (D. P. Kingma and J. Ba, 2014)
 */
// #region adam
export function adam(
  params: Value[],
  rate: number,
  t: number,
  { m, v }: Moments,
  { beta1, beta2, eps, corrected = true }: Betas,
) {
  const first = corrected ? 1 - pow(beta1, t) : 1;
  const second = corrected ? 1 - pow(beta2, t) : 1;
  params.forEach((p, i) => {
    const g = p.grad;
    m[i] = beta1 * m[i] + (1 - beta1) * g;
    v[i] = beta2 * v[i] + (1 - beta2) * (g * g);
    const mHat = m[i] / first;
    const vHat = v[i] / second;
    p.data -= (rate * mHat) / (Math.sqrt(vHat) + eps);
  });
}
// #endregion adam

/**
 * RMSProp: the gradient divided by the root of a running mean of its square, `v`.
 * (T. Tieleman and G. Hinton, 2012)
 */
// #region rmsprop
export function rmsprop(
  params: Value[],
  rate: number,
  v: number[],
  { beta2, eps }: Pick<Betas, 'beta2' | 'eps'>,
) {
  params.forEach((p, i) => {
    const g = p.grad;
    v[i] = beta2 * v[i] + (1 - beta2) * (g * g);
    p.data -= (rate * g) / (Math.sqrt(v[i]) + eps);
  });
}
// #endregion rmsprop
