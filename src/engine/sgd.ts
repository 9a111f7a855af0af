/** Steps against the gradient, with and without a memory of earlier ones. */
import type { Value } from './autograd.ts';

/** Every parameter moves against its gradient. (A.-L. Cauchy, 1847) */
// #region sgd
export function sgd(params: Value[], rate: number) {
  for (const p of params) p.data -= rate * p.grad;
}
// #endregion sgd

/**
 * Heavy-ball momentum: the step is a decaying sum of gradients, `m`, which this changes.
 * (B. T. Polyak, 1964)
 */
// #region momentum
export function momentum(
  params: Value[],
  rate: number,
  m: number[],
  beta: number,
) {
  params.forEach((p, i) => {
    m[i] = beta * m[i] + p.grad;
    p.data -= rate * m[i];
  });
}
// #endregion momentum
