/** The optimizers of `sgd.ts` and `adam.ts` over flat arrays: the same numbers. */
import { pow } from '../math.ts';
import type { Optimizer } from '../network.ts';

/** One step; `t` counts from 1. Changes parameters `p` and the memory `m` and `v`. */
export function optimize(
  optimizer: Optimizer,
  rate: number,
  t: number,
  p: Float64Array,
  g: Float64Array,
  m: Float64Array,
  v: Float64Array,
): void {
  switch (optimizer.kind) {
    case 'sgd':
      for (let i = 0; i < p.length; i++) p[i] -= rate * g[i];
      break;
    case 'momentum':
      momentum(rate, optimizer.beta1, p, g, m);
      break;
    case 'rmsprop':
      rmsprop(rate, optimizer.beta2, optimizer.eps, p, g, v);
      break;
    case 'adam': {
      const { beta1, beta2, eps, corrected = true } = optimizer;
      const first = corrected ? 1 - pow(beta1, t) : 1;
      const second = corrected ? 1 - pow(beta2, t) : 1;
      adam(rate, beta1, beta2, eps, first, second, p, g, m, v);
      break;
    }
  }
}

function momentum(
  rate: number,
  beta: number,
  p: Float64Array,
  g: Float64Array,
  m: Float64Array,
): void {
  for (let i = 0; i < p.length; i++) {
    m[i] = beta * m[i] + g[i];
    p[i] -= rate * m[i];
  }
}

function rmsprop(
  rate: number,
  beta2: number,
  eps: number,
  p: Float64Array,
  g: Float64Array,
  v: Float64Array,
): void {
  for (let i = 0; i < p.length; i++) {
    const second = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
    v[i] = second;
    p[i] -= (rate * g[i]) / (Math.sqrt(second) + eps);
  }
}

function adam(
  rate: number,
  beta1: number,
  beta2: number,
  eps: number,
  first: number,
  second: number,
  p: Float64Array,
  g: Float64Array,
  m: Float64Array,
  v: Float64Array,
): void {
  const [new1, new2] = [1 - beta1, 1 - beta2];
  for (let i = 0; i < p.length; i++) {
    const gi = g[i];
    const mi = beta1 * m[i] + new1 * gi;
    const vi = beta2 * v[i] + new2 * (gi * gi);
    m[i] = mi;
    v[i] = vi;
    // A division less, once the correction has become 1.
    const step = first === 1 ? rate * mi : rate * (mi / first);
    p[i] -= step / (Math.sqrt(second === 1 ? vi : vi / second) + eps);
  }
}
