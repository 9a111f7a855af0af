import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCorpus } from '../../../../src/engine/corpus.ts';
import { fastNetwork } from '../../../../src/engine/fast/network.ts';
import { Turn, turnedRun } from '../../../../src/engine/ideas/turned-run.ts';
import type { Optimizer, Training } from '../../../../src/engine/network.ts';
import type { Sizes } from '../../../../src/engine/parameters.ts';
import { finish } from '../../../../src/engine/progress.ts';
import { Random } from '../../../../src/engine/random.ts';
import { Tokenizer } from '../../../../src/engine/tokenizer.ts';
import { lengthOf } from '../../../../src/engine/vector.ts';

const NAMES = ['ada', 'bea', 'abe', 'dab', 'deb', 'bede', 'adeb', 'eba'];
const tokenizer = Tokenizer.fromDocuments(NAMES);
const corpus = encodeCorpus(NAMES, tokenizer);
const sizes: Sizes = {
  model: 5,
  vocab: tokenizer.size,
  embd: 4,
  heads: 2,
  layers: 1,
  block: 6,
};
const ADAM: Optimizer = { kind: 'adam', beta1: 0.85, beta2: 0.99, eps: 1e-8 };
const training = (optimizer: Optimizer): Training => ({
  optimizer,
  rate: optimizer.kind === 'sgd' ? 0.3 : 0.02,
  schedule: 'linear',
  steps: 12,
});
const order = Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 7]);
const heldOut = { from: 5, to: 8 };

const run = (optimizer: Optimizer, angle: number, steps = 12) =>
  finish(
    turnedRun({
      sizes,
      training: { ...training(optimizer), steps },
      corpus,
      order,
      heldOut,
      random: new Random(3),
      angle,
      seed: 5,
    }),
  );

describe('a turn of all coordinates', () => {
  const vectors = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
    minLength: 2,
    maxLength: 33,
  });

  it('keeps lengths, and comes back', () => {
    fc.assert(
      fc.property(vectors, fc.double({ min: 0, max: 180, noNaN: true }), (numbers, most) => {
        const turn = new Turn(numbers.length, most, new Random(1));
        const x = Float64Array.from(numbers);
        turn.there(x);
        expect(lengthOf(x)).toBeCloseTo(lengthOf(numbers), 10);
        turn.back(x);
        x.forEach((value, i) => expect(value).toBeCloseTo(numbers[i], 10));
      }),
    );
  });

  it('mixes every coordinate with many others', () => {
    const x = new Float64Array(200);
    x[0] = 1;
    new Turn(200, 45, new Random(1)).there(x);
    expect(x.filter((value) => Math.abs(value) > 1e-3).length).toBeGreaterThan(100);
  });
});

describe('a run along turned axes', () => {
  it('is the run itself where nothing is turned', () => {
    const net = fastNetwork(sizes, training(ADAM), new Random(3));
    for (let step = 0; step < 12; step++) net.learn(tokenizer.encode(NAMES[step % 8]), step);
    let [nats, pairs] = [0, 0];
    for (const name of NAMES.slice(5)) {
      nats += (name.length + 1) * net.measure(tokenizer.encode(name));
      pairs += name.length + 1;
    }
    expect(run(ADAM, 0)).toEqual({
      nats: nats / pairs,
      ended: null,
      parameters: net.p.length,
    });
  });

  it('ends where it would have ended for plain descent and momentum', () => {
    for (const optimizer of [{ kind: 'sgd' }, { kind: 'momentum', beta1: 0.5 }] as const)
      expect(run(optimizer, 45).nats).toBeCloseTo(run(optimizer, 0).nats, 9);
  });

  it('ends elsewhere for Adam', () => {
    expect(Math.abs(run(ADAM, 45).nats - run(ADAM, 0).nats)).toBeGreaterThan(1e-4);
  });

  it('says when numbers have left the finite ones', () => {
    const wild = finish(
      turnedRun({
        sizes,
        training: { optimizer: { kind: 'sgd' }, rate: 1e200, schedule: 'constant', steps: 9 },
        corpus,
        order,
        heldOut,
        random: new Random(3),
        angle: 45,
        seed: 5,
      }),
    );
    expect(wild.ended).toBeGreaterThan(0);
  });
});
