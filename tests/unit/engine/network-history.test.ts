import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCorpus, shuffledOrder } from '../../../src/engine/corpus.ts';
import { fastNetwork, type FastNetwork } from '../../../src/engine/fast/network.ts';
import { NetworkHistory } from '../../../src/engine/network-history.ts';
import type { Optimizer, Training } from '../../../src/engine/network.ts';
import type { Sizes } from '../../../src/engine/parameters.ts';
import { finish } from '../../../src/engine/progress.ts';
import { Random } from '../../../src/engine/random.ts';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import { networkOf } from '../../../src/engine/settings.ts';
import { Tokenizer } from '../../../src/engine/tokenizer.ts';
import { names } from './names.ts';

const documents = ['ab', 'bca', 'c', 'acabbacab', 'bb', 'cab', 'a'];
const corpus = encodeCorpus(documents, Tokenizer.fromDocuments(documents));

const optimizers: Optimizer[] = [
  { kind: 'sgd' },
  { kind: 'momentum', beta1: 0.7 },
  { kind: 'rmsprop', beta2: 0.9, eps: 1e-6 },
  { kind: 'adam', beta1: 0.8, beta2: 0.95, eps: 1e-8 },
];

interface Plan {
  sizes: Sizes;
  training: Training;
  seed: number;
}

/** A small run of any model, a few times longer than its list. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    model: fc.constantFrom(1, 2, 3, 4, 5) as fc.Arbitrary<Sizes['model']>,
    size: fc.integer({ min: 1, max: 4 }),
    heads: fc.integer({ min: 1, max: 2 }),
    layers: fc.integer({ min: 1, max: 2 }),
    block: fc.integer({ min: 1, max: 9 }),
    optimizer: fc.constantFrom(...optimizers),
    schedule: fc.constantFrom<Training['schedule']>('linear', 'constant', 'inverse', 'cosine'),
    rate: fc.double({ min: 0.001, max: 0.05, noNaN: true }),
    steps: fc.integer({ min: 1, max: 90 }),
    zeroing: fc.boolean(),
    seed: fc.nat(),
  })
  .map(({ model, size, heads, layers, block, seed, zeroing, optimizer, ...training }) => {
    const several = model >= 4;
    return {
      sizes: {
        model,
        vocab: corpus.size,
        embd: several ? size * heads : size,
        heads: several ? heads : 1,
        layers: several ? layers : 1,
        block,
      },
      training: {
        ...training,
        zeroing: model === 1 || zeroing,
        optimizer: model === 1 ? optimizers[0] : optimizer,
      },
      seed,
    };
  });

function historyOf({ sizes, training, seed }: Plan, budget?: number): NetworkHistory {
  const { order, random } = shuffledOrder(documents.length, seed);
  return new NetworkHistory(sizes, training, corpus, order, random, budget);
}

const bits = (numbers: ArrayLike<number>) => new BigUint64Array(Float64Array.from(numbers).buffer);
const stateOf = ({ p, m, v }: FastNetwork) => [p, m, v].map((numbers) => bits(numbers).join());

/** The states and losses of a run that goes straight on. */
function straight({ sizes, training, seed }: Plan) {
  const { order, random } = shuffledOrder(documents.length, seed);
  const net = fastNetwork(sizes, training, random);
  const states = [stateOf(net)];
  const losses: number[] = [];
  for (let s = 0; s < training.steps; s++) {
    const d = order[s % order.length];
    losses.push(net.learn(corpus.tokens.subarray(corpus.starts[d], corpus.starts[d + 1]), s));
    states.push(stateOf(net));
  }
  return { states, losses, afterDrawing: random };
}

describe('the history of a network', () => {
  it('has any step in any order, bit for bit as if trained straight there', () => {
    fc.assert(
      fc.property(
        plans,
        fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0, 4_000, undefined),
        (plan, picks, budget) => {
          const { states, losses } = straight(plan);
          fc.pre(losses.every((loss) => Number.isFinite(loss)));
          const history = historyOf(plan, budget);
          // Looked at while it trains, and when it is done.
          for (const pick of picks) {
            history.train(Math.max(history.trained, pick % (plan.training.steps + 1)));
            const step = pick % (history.trained + 1);
            expect(stateOf(history.at(step))).toEqual(states[step]);
          }
          history.train(Infinity);
          expect(bits(history.losses)).toEqual(bits(losses));
          for (const pick of picks) {
            const step = pick % states.length;
            expect(stateOf(history.at(step))).toEqual(states[step]);
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  const plan: Plan = {
    sizes: { model: 5, vocab: corpus.size, embd: 4, heads: 2, layers: 1, block: 4 },
    training: { optimizer: optimizers[3], rate: 0.01, schedule: 'linear', steps: 400 },
    seed: 3,
  };

  it('is not disturbed by what is done to a network that it lent', () => {
    const [history, other] = [historyOf(plan), historyOf(plan)];
    history.train(50);
    const lent = history.at(50);
    lent.p.fill(7);
    lent.learn([3, 0, 3], 0);
    history.train(400);
    other.train(400);
    expect(history.losses).toEqual(other.losses);
    for (const step of [51, 50, 400, 0])
      expect(stateOf(history.at(step))).toEqual(stateOf(other.at(step)));
  });

  it('lends the same network again: nothing is allocated while one scrubs', () => {
    const history = historyOf(plan);
    history.train(100);
    expect(history.at(40)).toBe(history.at(99));
  });

  it('says which steps are at hand', () => {
    const history = historyOf(plan);
    history.train(70);
    expect([70, 69, 64, 63].map((step) => history.nearest(step))).toEqual([70, 64, 64, 48]);
    history.at(59);
    expect(history.nearest(60)).toBe(59);
  });

  it('tells how far a search has come, each step that it takes again', () => {
    const history = historyOf(plan, 0);
    history.train(20);
    expect([...history.seek(3)]).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })));
    expect([...history.seek(3)]).toEqual([]);
    expect([...history.seek(5)]).toHaveLength(2);
  });

  it('may leave a search unfinished', () => {
    const [history, other] = [historyOf(plan), historyOf(plan)];
    history.train(60);
    other.train(60);
    history.seek(47).next();
    for (const step of [47, 33, 60])
      expect(stateOf(history.at(step))).toEqual(stateOf(other.at(step)));
  });

  it('keeps within its budget, and what it keeps stays right', () => {
    const each = 3 * 8 * historyOf(plan).at(0).p.length;
    const [small, large] = [historyOf(plan, 4 * each), historyOf(plan)];
    small.train(400);
    large.train(400);
    expect(large.bytes - small.bytes).toBe(22 * each);
    for (const step of [399, 1, 255, 256, 64, 0])
      expect(stateOf(small.at(step))).toEqual(stateOf(large.at(step)));
  });

  it('goes on with the generator that has drawn the parameters', () => {
    const history = historyOf(plan);
    const wanted = straight({ ...plan, training: { ...plan.training, steps: 0 } }).afterDrawing;
    history.train(10);
    expect(history.random().getState()).toEqual(wanted.getState());
    history.random().random();
    expect(history.random().getState()).toEqual(wanted.getState());
  });

  it('has losses only as far as it has come', () => {
    const history = historyOf(plan);
    history.train(7);
    history.train(3);
    expect(history.trained).toBe(7);
    expect(history.losses.findIndex((loss) => Number.isNaN(loss))).toBe(7);
  });

  it.each([-1, 8, 0.5, NaN])('has no step %d of seven', (step) => {
    const history = historyOf(plan);
    history.train(7);
    expect(() => history.at(step)).toThrow(RangeError);
  });

  it('needs a document if it is to train', () => {
    const empty = encodeCorpus([], new Tokenizer([]));
    const start = (steps: number) =>
      new NetworkHistory(
        { ...plan.sizes, vocab: 1 },
        { ...plan.training, steps },
        empty,
        new Uint32Array(),
        new Random(1),
      );
    expect(() => start(1)).toThrow(RangeError);
    expect(
      start(0)
        .at(0)
        .p.every((x) => Number.isFinite(x)),
    ).toBe(true);
  });

  it('keeps a diary of parameters: each step is the sum of what it says', () => {
    const history = historyOf(plan);
    history.train(60);
    const places = [0, 17, 40];
    const diaries = finish(history.diary(places));
    const { beta1 } = plan.training.optimizer as { beta1: number };
    diaries.forEach(({ value, gradient, m, v, step }, k) => {
      expect([value, gradient, m, v, step].map(({ length }) => length)).toEqual(Array(5).fill(60));
      for (const s of [0, 1, 30, 59]) {
        expect(value[s]).toBe(history.at(s).p[places[k]]);
        expect(value[s] + step[s]).toBeCloseTo(history.at(s + 1).p[places[k]], 15);
        expect(m[s]).toBe(history.at(s + 1).m[places[k]]);
        expect(v[s]).toBe(history.at(s + 1).v[places[k]]);
        expect(m[s]).toBeCloseTo(beta1 * (s > 0 ? m[s - 1] : 0) + (1 - beta1) * gradient[s], 14);
      }
    });
    expect(() => finish(history.diary([-1]))).toThrow(RangeError);
  });
});

describe('a run that breaks down', () => {
  const plan = (model: Sizes['model'], rate: number): Plan => ({
    sizes: { model, vocab: corpus.size, embd: 4, heads: 1, layers: 1, block: 4 },
    training: { optimizer: optimizers[0], rate, schedule: 'constant', steps: 300 },
    seed: 1,
  });

  it.each([
    [1, 1e9],
    [2, 1e9],
    [3, 1e9],
    [5, 1e300],
  ] as const)('ends at its last good step: model %i at rate %d', (model, rate) => {
    const history = historyOf(plan(model, rate));
    history.train(Infinity);
    const { ended, trained, last } = history;
    expect(ended).not.toBeNull();
    const { step, lastGood } = ended!;
    expect(step).toBe(trained + 1);
    expect(last).toBe(lastGood);
    expect(history.losses.subarray(0, trained).every((loss) => Number.isFinite(loss))).toBe(true);
    expect(history.losses.subarray(trained).every((loss) => Number.isNaN(loss))).toBe(true);
    const net = history.at(lastGood);
    expect(net.p.every((x) => Number.isFinite(x))).toBe(true);
    expect(Number.isFinite(net.measure(history.tokensAt(lastGood)))).toBe(true);
    history.train(Infinity);
    expect(history.trained).toBe(trained);
  });

  it('ends the same way whatever is kept', () => {
    const [kept, none] = [undefined, 0].map((budget) => historyOf(plan(3, 30), budget));
    kept.train(300);
    none.train(300);
    expect(kept.ended).toEqual(none.ended);
    expect(stateOf(kept.at(kept.last))).toEqual(stateOf(none.at(none.last)));
  });
});

describe('a run of the default list', () => {
  const list = encodeCorpus(names, Tokenizer.fromDocuments(names));
  it('takes little memory, and only a few steps again for any step', () => {
    const { order, random } = shuffledOrder(names.length, 42);
    const { sizes, training } = networkOf({ ...DEFAULT_RECIPE, model: 5 }, list.size)!;
    const history = new NetworkHistory(sizes, training, list, order, random);
    history.train(1000);
    const searches = [999, 500, 1, 512, 1000].map((step) => [...history.seek(step)].length);
    expect(Math.max(...searches)).toBeLessThan(16);
    expect(history.bytes).toBeLessThan(12e6);
  });
});
