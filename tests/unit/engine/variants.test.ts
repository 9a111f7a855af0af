import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATIONS, type ActivationName } from '../../../src/engine/activations.ts';
import { topological, Value } from '../../../src/engine/autograd.ts';
import { BROKEN, type Mistake } from '../../../src/engine/broken.ts';
import { analyticGradient, numericalGradient } from '../../../src/engine/by-hand.ts';
import { isWiring, REFERENCE_DESIGN, type Design } from '../../../src/engine/design.ts';
import { fastNetwork } from '../../../src/engine/fast/network.ts';
import { rmsnorm } from '../../../src/engine/layers.ts';
import { backwardAssigning } from '../../../src/engine/mistakes.ts';
import type { Training } from '../../../src/engine/network.ts';
import type { Sizes } from '../../../src/engine/parameters.ts';
import { Random } from '../../../src/engine/random.ts';
import { drawDials } from '../../../src/engine/readable.ts';
import { layernorm } from '../../../src/engine/variants.ts';

const names = Object.keys(ACTIVATIONS) as ActivationName[];

describe.each(names)('the activation %s', (name) => {
  const { value, slope } = ACTIVATIONS[name];
  it('has the slope that nudging gives', () => {
    const x = fc.double({ min: -30, max: 30, noNaN: true }).filter((y) => Math.abs(y) > 1e-3);
    fc.assert(
      fc.property(x, (at) => {
        const tried = (value(at + 1e-6) - value(at - 1e-6)) / 2e-6;
        expect(Math.abs(slope(at) - tried)).toBeLessThan(1e-8);
      }),
    );
  });
  it('stays finite far from zero', () => {
    for (const x of [-1e3, -800, 800, 1e3]) {
      expect(Number.isFinite(value(x))).toBe(true);
      expect(Number.isFinite(slope(x))).toBe(true);
    }
  });
});

it('activations are what they are known to be', () => {
  expect(ACTIVATIONS.sigmoid.value(0)).toBe(0.5);
  expect(ACTIVATIONS.tanh.value(1)).toBeCloseTo(Math.tanh(1), 15);
  expect(ACTIVATIONS.tanh.value(-0.3)).toBeCloseTo(Math.tanh(-0.3), 15);
  // The published table of the approximation: GELU(1) = 0.8412, GELU(−1) = −0.1588.
  expect(ACTIVATIONS.gelu.value(1)).toBeCloseTo(0.8412, 4);
  expect(ACTIVATIONS.gelu.value(-1)).toBeCloseTo(-0.1588, 4);
});

describe('LayerNorm', () => {
  const row = (...x: number[]) => x.map((xi) => new Value(xi));
  it('minds neither shift nor scale; RMSNorm minds the shift', () => {
    const data = (x: Value[]) => x.map((v) => v.data);
    const [a, b] = [row(1, 2, 4, -3), row(21, 22, 24, 17)];
    data(layernorm(a)).forEach((x, i) => expect(x).toBeCloseTo(layernorm(b)[i].data, 12));
    expect(Math.abs(rmsnorm(a)[0].data - rmsnorm(b)[0].data)).toBeGreaterThan(0.3);
    expect(data(layernorm(a)).reduce((x, y) => x + y)).toBeCloseTo(0, 14);
  });
});

const sizes: Sizes = { model: 4, vocab: 6, embd: 8, heads: 2, layers: 2, block: 8 };
const training: Training = {
  optimizer: { kind: 'sgd' },
  rate: 0.3,
  schedule: 'linear',
  steps: 4,
};
const tokens = [5, 0, 1, 1, 4, 2, 5];

describe.each<[string, Partial<Design>]>([
  ['the reference', {}],
  ['no position', { position: false }],
  ['LayerNorm', { norm: 'layer' }],
  ['no norm', { norm: 'none' }],
  ['norm after', { postNorm: true }],
  ['LayerNorm after', { postNorm: true, norm: 'layer' }],
  ['no residual', { residual: false }],
  ['no root', { scaled: false }],
  ['sigmoid', { activation: 'sigmoid' }],
  ['tanh', { activation: 'tanh' }],
  ['GELU', { activation: 'gelu' }],
  ['no activation', { activation: 'none' }],
  ['a head muted, two swapped', { wiring: [-1, 1, 1, 0] }],
])('with %s', (_, change) => {
  const design = { ...REFERENCE_DESIGN, ...change };
  const start = () => {
    const net = fastNetwork({ ...sizes, design }, training, new Random(1));
    // Farther from zero than the first parameters are, so that every part matters.
    for (let i = 0; i < net.p.length; i++) net.p[i] *= 4;
    return net;
  };
  it('the gradient is that of nudging every parameter', () => {
    const net = start();
    net.gradient(tokens);
    const gradient = net.g.slice();
    const eps = 1e-5;
    gradient.forEach((g, i) => {
      const before = net.p[i];
      net.p[i] = before + eps;
      const up = net.measure(tokens);
      net.p[i] = before - eps;
      const down = net.measure(tokens);
      net.p[i] = before;
      expect(g).toBeCloseTo((up - down) / (2 * eps), 7);
    });
  });
  it('the loss is another than the reference', () => {
    const other = fastNetwork({ ...sizes, design }, training, new Random(1));
    const reference = fastNetwork(sizes, training, new Random(1));
    const same = other.measure(tokens) === reference.measure(tokens);
    expect(same).toBe(Object.keys(change).length === 0);
  });
});

describe('a wiring', () => {
  it('is a head or nobody for every place, no head twice', () => {
    expect(isWiring([0, 1, 2, 3], 4, 1)).toBe(true);
    expect(isWiring([3, -1, -1, 0, 0, 1, 2, 3], 4, 2)).toBe(true);
    expect(isWiring([0, 1, 2], 4, 1)).toBe(false);
    expect(isWiring([0, 0, 1, 2], 4, 1)).toBe(false);
    expect(isWiring([0, 1, 2, 4], 4, 1)).toBe(false);
  });
  it('of all heads muted makes every position see itself alone', () => {
    const design = { ...REFERENCE_DESIGN, wiring: [-1, -1, -1, -1] };
    const net = fastNetwork({ ...sizes, design }, training, new Random(2));
    const last = (text: number[]) => {
      const predict = net.predictor();
      return text.map((token, t) => predict(token, t)).at(-1);
    };
    expect(last([5, 0, 3])).toEqual(last([5, 4, 3]));
    const open = fastNetwork(sizes, training, new Random(2)).predictor();
    const shut = net.predictor();
    open(5, 0);
    shut(5, 0);
    expect(open(0, 1)).not.toEqual(shut(0, 1));
  });
});

describe('without zeroing', () => {
  it('gradients pile up', () => {
    const net = fastNetwork(sizes, { ...training, zeroing: false }, new Random(1));
    net.gradient(tokens);
    const once = net.g.slice();
    net.gradient(tokens);
    net.g.forEach((g, i) => expect(g).toBeCloseTo(2 * once[i], 14));
  });
});

describe('`=` for `+=`', () => {
  it('loses all uses of a shared number but one', () => {
    const x = new Value(3);
    const end = x.mul(2).add(x.mul(5));
    backwardAssigning(end);
    expect([2, 5]).toContain(x.grad);
    for (const v of topological(end)) v.grad = 0;
    end.backward();
    expect(x.grad).toBe(7);
  });
});

describe('a broken piece of the way back', () => {
  const small: Sizes = { ...sizes, model: 1, embd: 3, heads: 1, layers: 1 };
  const dials = drawDials(small, new Random(4));
  for (const w of [dials.wte, dials.mlp_fc1, dials.mlp_fc2])
    for (const row of w) row.forEach((x, i) => (row[i] = 6 * x));
  const right = numericalGradient(dials, tokens);
  /** The matrices in which any number is wrong. */
  const spoiled = (mistake: Mistake) => {
    const { grad } = analyticGradient(dials, tokens, BROKEN[mistake]);
    return (['wte', 'mlp_fc1', 'mlp_fc2'] as const).filter((name) =>
      grad[name].some((row, r) => row.some((g, i) => Math.abs(g - right[name][r][i]) > 1e-6)),
    );
  };
  it('spoils what lies before it', () => {
    expect(spoiled('ungated')).toEqual(['wte', 'mlp_fc1']);
    expect(spoiled('transposed')).toEqual(['wte', 'mlp_fc1']);
    expect(spoiled('unaveraged')).toEqual(['wte', 'mlp_fc1', 'mlp_fc2']);
  });
});
