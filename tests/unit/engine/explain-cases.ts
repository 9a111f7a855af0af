/** Networks of all kinds with a document each, as the fast engine traces them and as a graph. */
import * as fc from 'fast-check';
import type { Value } from '../../../src/engine/autograd.ts';
import type { Design } from '../../../src/engine/design.ts';
import { levels, type Level } from '../../../src/engine/explain/levels.ts';
import { trace, type Trace } from '../../../src/engine/explain/trace.ts';
import { fastNetwork } from '../../../src/engine/fast/network.ts';
import { contextOf, type Training } from '../../../src/engine/network.ts';
import type { Sizes } from '../../../src/engine/parameters.ts';
import { Random } from '../../../src/engine/random.ts';
import { drawGpt, drawMlp } from '../../../src/engine/readable.ts';
import { lossOf } from '../../../src/engine/train.ts';

export interface Case {
  sizes: Sizes;
  tokens: number[];
  seed: number;
  /** Parameters are this many times as far from zero as at the beginning of a run. */
  stretch: number;
}

export const training: Training = {
  optimizer: { kind: 'adam', beta1: 0.85, beta2: 0.99, eps: 1e-8 },
  rate: 0.01,
  schedule: 'linear',
  steps: 10,
};

/** Designs of all kinds; a third of them are the reference's. */
function designs(heads: number, layers: number): fc.Arbitrary<Design | undefined> {
  const layer = fc
    .tuple(
      fc.shuffledSubarray([...Array(heads).keys()], { minLength: heads }),
      fc.array(fc.boolean(), { minLength: heads, maxLength: heads }),
    )
    .map(([order, off]) => order.map((head, place) => (off[place] ? -1 : head)));
  const wiring = fc.array(layer, { minLength: layers, maxLength: layers });
  return fc.option(
    fc.record({
      position: fc.boolean(),
      norm: fc.constantFrom<Design['norm']>('rms', 'layer', 'none'),
      postNorm: fc.boolean(),
      residual: fc.boolean(),
      scaled: fc.boolean(),
      activation: fc.constantFrom<Design['activation']>('relu', 'sigmoid', 'tanh', 'gelu', 'none'),
      wiring: fc.option(wiring.map((all) => all.flat())),
    }),
    { nil: undefined, freq: 2 },
  );
}

/** Networks of the given models, small, and a document that may be longer than the block. */
export const casesOf = (...models: Sizes['model'][]): fc.Arbitrary<Case> =>
  fc
    .record({
      model: fc.constantFrom(...models),
      vocab: fc.integer({ min: 2, max: 5 }),
      size: fc.integer({ min: 1, max: 3 }),
      heads: fc.integer({ min: 1, max: 3 }),
      layers: fc.integer({ min: 1, max: 3 }),
      block: fc.integer({ min: 1, max: 5 }),
    })
    .chain(({ model, vocab, size, heads, layers, block }) => {
      const several = model >= 4;
      const [h, l] = several ? [heads, layers] : [1, 1];
      return fc.record({
        sizes: designs(h, l).map((design): Sizes => ({
          model,
          vocab,
          embd: size * h,
          heads: h,
          layers: l,
          block,
          design,
        })),
        tokens: fc
          .array(fc.nat(vocab - 2), { maxLength: 5 })
          .map((inner) => [vocab - 1, ...inner, vocab - 1]),
        seed: fc.nat(),
        stretch: fc.constantFrom(1, 5, 20),
      });
    });

export function traced({ sizes, tokens, seed, stretch }: Case): Trace {
  const net = fastNetwork(sizes, training, new Random(seed));
  for (let i = 0; i < net.p.length; i++) net.p[i] *= stretch;
  return trace(net, tokens);
}

/** The loss as the readable engine's graph, gone back through; and the parameters. */
export function graphOf({ sizes, tokens, seed, stretch }: Case): { loss: Value; params: Value[] } {
  const draw = sizes.model === 2 ? drawMlp : drawGpt;
  const net = draw(sizes, new Random(seed));
  for (const p of net.params) p.data *= stretch;
  const loss = lossOf(net, tokens, contextOf(sizes, tokens));
  loss.backward();
  return { loss, params: net.params };
}

/** All boxes from the loss down, and all numbers. */
export function opened(t: Trace): { boxes: Level[]; numbers: string[] } {
  const boxes: Level[] = [];
  const numbers: string[] = [];
  const todo = ['loss'];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    const level = levels(t, id);
    boxes.push(level);
    if (['loss', 'number', 'step'].includes(level.kind)) numbers.push(id);
    todo.push(...level.children.map((child) => child.id));
  }
  return { boxes, numbers };
}
