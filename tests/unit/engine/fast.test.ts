import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fastNetwork, type FastNetwork } from '../../../src/engine/fast/network.ts';
import type { Design } from '../../../src/engine/design.ts';
import type { Optimizer, Training } from '../../../src/engine/network.ts';
import type { Sizes } from '../../../src/engine/parameters.ts';
import { Random } from '../../../src/engine/random.ts';
import { readableNetwork } from '../../../src/engine/readable.ts';
import golden1 from '../../golden/step1.json' with { type: 'json' };
import golden2 from '../../golden/step2.json' with { type: 'json' };
import golden3 from '../../golden/step3.json' with { type: 'json' };
import golden4 from '../../golden/step4.json' with { type: 'json' };
import golden5 from '../../golden/step5.json' with { type: 'json' };
import { apart, referenceRun } from './network-run.ts';

describe.each([
  [1, golden1],
  [2, golden2],
  [3, golden3],
  [4, golden4],
  [5, golden5],
] as const)('the reference run of step %i', { timeout: 120_000 }, (model, golden) => {
  const { net, initial, afterOne, losses, samples } = referenceRun(fastNetwork, model);

  it('has its parameters at the beginning, after a step and at the end', () => {
    expect(initial).toHaveLength(golden.num_params);
    expect(apart(initial, golden.params_init_head)).toBeLessThan(1e-16);
    expect(apart(afterOne, golden.params_after_1_head)).toBeLessThan(1e-16);
    expect(apart(net.parameters(), golden.params_final_head)).toBeLessThan(1e-14);
    const sum = net.parameters().reduce((a, b) => a + Math.abs(b), 0);
    expect(Math.abs(sum - golden.params_final_abs_sum)).toBeLessThan(1e-11);
  });
  it('has its losses', () => {
    expect(losses).toHaveLength(golden.losses.length);
    expect(apart(losses, golden.losses)).toBeLessThan(1e-14);
  });
  it('invents its names', () => {
    expect(samples()).toEqual(golden.samples);
  });
});

const adam = { kind: 'adam', beta1: 0.8, beta2: 0.95, eps: 1e-8 } as const;
const optimizers: Optimizer[] = [
  { kind: 'sgd' },
  { kind: 'momentum', beta1: 0.7 },
  { kind: 'rmsprop', beta2: 0.9, eps: 1e-6 },
  adam,
  { ...adam, corrected: false },
];

/** Designs of all kinds; half of them are the reference's. */
const designs = (heads: number, layers: number): fc.Arbitrary<Design | undefined> => {
  const layer = fc.shuffledSubarray(
    Array.from({ length: heads }, (_, head) => head),
    { minLength: heads },
  );
  const muted = fc
    .tuple(layer, fc.array(fc.boolean(), { minLength: heads, maxLength: heads }))
    .map(([order, off]) => order.map((head, place) => (off[place] ? -1 : head)));
  return fc.option(
    fc.record({
      position: fc.boolean(),
      norm: fc.constantFrom<Design['norm']>('rms', 'layer', 'none'),
      postNorm: fc.boolean(),
      residual: fc.boolean(),
      scaled: fc.boolean(),
      activation: fc.constantFrom<Design['activation']>('relu', 'sigmoid', 'tanh', 'gelu', 'none'),
      wiring: fc.option(
        fc.array(muted, { minLength: layers, maxLength: layers }).map((all) => all.flat()),
      ),
    }),
    { nil: undefined },
  );
};

/** A network of any kind, small, with documents for it; some are longer than the block. */
const cases = fc
  .record({
    model: fc.constantFrom(1, 2, 3, 4, 5) as fc.Arbitrary<Sizes['model']>,
    vocab: fc.integer({ min: 2, max: 9 }),
    size: fc.integer({ min: 1, max: 5 }),
    heads: fc.integer({ min: 1, max: 3 }),
    layers: fc.integer({ min: 1, max: 3 }),
    block: fc.integer({ min: 1, max: 9 }),
    optimizer: fc.constantFrom(...optimizers),
    zeroing: fc.boolean(),
    schedule: fc.constantFrom<Training['schedule']>('linear', 'constant', 'inverse', 'cosine'),
    rate: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
    seed: fc.nat(),
  })
  .chain(({ model, vocab, size, heads, layers, block, seed, optimizer, ...more }) => {
    const several = model >= 4;
    const sizes: Sizes = {
      model,
      vocab,
      embd: several ? size * heads : size,
      heads: several ? heads : 1,
      layers: several ? layers : 1,
      block,
    };
    const training: Training = {
      ...more,
      zeroing: model === 1 || more.zeroing,
      optimizer: model === 1 ? { kind: 'sgd' } : optimizer,
      steps: 5,
    };
    const inner = fc.array(fc.nat(vocab - 2), { maxLength: 12 });
    const document = inner.map((tokens) => [vocab - 1, ...tokens, vocab - 1]);
    return fc.record({
      sizes: designs(sizes.heads, sizes.layers).map((design) => ({ ...sizes, design })),
      training: fc.constant(training),
      seed: fc.constant(seed),
      documents: fc.array(document, { minLength: 5, maxLength: 5 }),
      temperature: fc.double({ min: 0.2, max: 3, noNaN: true }),
    });
  });

/** The bits of numbers: 0 does not equal −0. */
const bits = (numbers: ArrayLike<number>) => new BigUint64Array(Float64Array.from(numbers).buffer);

describe('both engines', () => {
  it('agree to the last bit', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(cases, ({ sizes, training, seed, documents, temperature }) => {
        const nets = [readableNetwork, fastNetwork].map((start) =>
          start(sizes, training, new Random(seed)),
        );
        const both = <T>(f: (net: (typeof nets)[0]) => T) => {
          const [readable, fast] = nets.map(f);
          expect(fast).toEqual(readable);
        };
        both((net) => bits(net.parameters()));
        both((net) => {
          const losses = documents.map((tokens, step) => net.learn(tokens, step));
          // A run ends where its loss is no longer finite.
          fc.pre(losses.every((loss) => Number.isFinite(loss)));
          return bits(losses);
        });
        fc.pre(nets[0].parameters().every((x) => Number.isFinite(x)));
        both((net) => bits(net.parameters()));
        both((net) => bits(documents.map((tokens) => net.measure(tokens))));
        both((net) => {
          const predict = net.predictor(temperature);
          const n = Math.min(documents[0].length, sizes.block);
          return documents[0].slice(0, n).map((token, t) => bits(predict(token, t)));
        });
      }),
      { numRuns: 150 },
    );
  });
});

it.each([readableNetwork, fastNetwork])('no engine reads past its block: %o', (start) => {
  const sizes: Sizes = { model: 3, vocab: 3, embd: 4, heads: 1, layers: 1, block: 2 };
  const training: Training = { optimizer: optimizers[0], rate: 0.1, schedule: 'linear', steps: 1 };
  const predict = start(sizes, training, new Random(1)).predictor();
  [0, 1].forEach((position) => expect(predict(2, position)).toHaveLength(3));
  expect(() => predict(2, 2)).toThrow(new RangeError('Position 2 is beyond a block of 2'));
});

describe('the fast engine', () => {
  const sizes: Sizes = { model: 5, vocab: 6, embd: 8, heads: 2, layers: 2, block: 8 };
  const training: Training = {
    optimizer: optimizers[3],
    rate: 0.01,
    schedule: 'linear',
    steps: 10,
  };
  const tokens = [5, 0, 1, 1, 4, 2, 5];
  const start = (): FastNetwork => fastNetwork(sizes, training, new Random(1));

  it('has the gradient that nudging gives', () => {
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
  it('learns nothing by measuring or sampling', () => {
    const [one, other] = [start(), start()];
    one.learn(tokens, 0);
    one.measure([5, 3, 5]);
    one.predictor(0.5)(5, 0);
    one.learn(tokens, 1);
    other.learn(tokens, 0);
    other.learn(tokens, 1);
    expect(one.parameters()).toEqual(other.parameters());
  });
  it('takes a document of any length where the block does not limit it', () => {
    const long = Array.from({ length: 300 }, (_, i) => i % 3);
    const nets = [readableNetwork, fastNetwork].map((engine) =>
      engine(
        { ...sizes, model: 2, heads: 1, layers: 1 },
        { ...training, optimizer: { kind: 'sgd' } },
        new Random(3),
      ),
    );
    const [readable, fast] = nets.map((net) => [net.learn(long, 0), net.learn([0, 1], 1)]);
    expect(fast).toEqual(readable);
  });
});
