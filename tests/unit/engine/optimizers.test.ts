import { describe, expect, it } from 'vitest';
import { Value } from '../../../src/engine/autograd.ts';
import type { Optimizer } from '../../../src/engine/network.ts';
import { decay } from '../../../src/engine/schedule.ts';
import { startOptimizer } from '../../../src/engine/train.ts';

/** Where a parameter is after each step, if these are its gradients. */
function path(optimizer: Optimizer, grads: number[], rate: number): number[] {
  const p = new Value(0);
  const update = startOptimizer(optimizer, 1);
  return grads.map((grad, i) => {
    p.grad = grad;
    update([p], rate, i + 1);
    return p.data;
  });
}

describe('an optimizer', () => {
  it('SGD goes against the gradient', () => {
    expect(path({ kind: 'sgd' }, [1, -2], 0.5)).toEqual([-0.5, 0.5]);
  });
  it('momentum goes on', () => {
    expect(path({ kind: 'momentum', beta1: 0.5 }, [1, 0, 0], 1)).toEqual([-1, -1.5, -1.75]);
  });
  it("RMSProp's step does not depend on the size of the gradient", () => {
    const optimizer: Optimizer = { kind: 'rmsprop', beta2: 0.9, eps: 1e-12 };
    const [small] = path(optimizer, [0.001], 1);
    const [large] = path(optimizer, [1000], 1);
    expect(small).toBeCloseTo(large, 6);
  });
  it("Adam's first step is the rate, whatever the gradient", () => {
    const optimizer: Optimizer = { kind: 'adam', beta1: 0.85, beta2: 0.99, eps: 1e-12 };
    for (const g of [1e-3, -7]) {
      expect(path(optimizer, [g], 0.01)[0]).toBeCloseTo(-0.01 * Math.sign(g), 9);
    }
  });
});

describe('a schedule', () => {
  it('begins with the full rate', () => {
    for (const schedule of ['linear', 'constant', 'inverse', 'cosine'] as const) {
      expect(decay(schedule, 0, 10)).toBe(1);
    }
  });
  it.each([
    ['linear', 0.5],
    ['constant', 1],
    ['inverse', 1 / 6],
    ['cosine', 0.5],
  ] as const)('%s halfway', (schedule, share) => {
    expect(decay(schedule, 5, 10)).toBeCloseTo(share, 15);
  });
});
