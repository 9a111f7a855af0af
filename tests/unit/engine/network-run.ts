import { split } from '../../../src/engine/documents.ts';
import type { Network, Optimizer, Training } from '../../../src/engine/network.ts';
import type { Sizes } from '../../../src/engine/parameters.ts';
import type { Random } from '../../../src/engine/random.ts';
import { sample } from '../../../src/engine/sample.ts';
import { Tokenizer } from '../../../src/engine/tokenizer.ts';
import { names } from './names.ts';

export type Engine = (sizes: Sizes, training: Training, random: Random) => Network;

const sgd: Optimizer = { kind: 'sgd' };
const adam: Optimizer = { kind: 'adam', beta1: 0.85, beta2: 0.99, eps: 1e-8 };

/** The reference's settings of each step. */
const REFERENCE = {
  1: { heads: 1, rate: 1, optimizer: sgd },
  2: { heads: 1, rate: 1, optimizer: sgd },
  3: { heads: 1, rate: 0.1, optimizer: sgd },
  4: { heads: 4, rate: 0.1, optimizer: sgd },
  5: { heads: 4, rate: 0.01, optimizer: adam },
};

const tokenizer = Tokenizer.fromDocuments(names);

/** The reference run of a step, or its beginning. */
export function referenceRun(engine: Engine, model: Sizes['model'], steps = 1000) {
  const { train, random } = split(names, 42, 1000, 0);
  const { heads, ...more } = REFERENCE[model];
  const sizes: Sizes = { model, vocab: tokenizer.size, embd: 16, heads, layers: 1, block: 16 };
  const training: Training = { ...more, schedule: 'linear', steps: 1000 };
  const net = engine(sizes, training, random);
  const initial = net.parameters();
  const losses: number[] = [];
  let afterOne = initial;
  for (let step = 0; step < steps; step++) {
    losses.push(net.learn(tokenizer.encode(train[step]), step));
    if (step === 0) afterOne = net.parameters();
  }
  const samples = () =>
    Array.from({ length: 20 }, () =>
      tokenizer.decode(sample(random, net.predictor(0.5), tokenizer.bos).tokens),
    );
  return { net, initial, afterOne, losses, samples };
}

/** The largest difference between numbers and the beginning of others. */
export const apart = (numbers: ArrayLike<number>, expected: readonly number[]): number =>
  Math.max(
    ...Array.from({ length: Math.min(numbers.length, expected.length) }, (_, i) =>
      Math.abs(numbers[i] - expected[i]),
    ),
  );
