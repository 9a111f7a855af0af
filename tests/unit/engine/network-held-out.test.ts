import { describe, expect, it } from 'vitest';
import { encodeCorpus, shuffledOrder } from '../../../src/engine/corpus.ts';
import { heldOutSpan, networkHeldOutLoss } from '../../../src/engine/evaluate.ts';
import { fastNetwork } from '../../../src/engine/fast/network.ts';
import { contextOf, type Training } from '../../../src/engine/network.ts';
import type { Sizes } from '../../../src/engine/parameters.ts';
import { finish } from '../../../src/engine/progress.ts';
import { Random } from '../../../src/engine/random.ts';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import { networkOf } from '../../../src/engine/settings.ts';
import { Tokenizer } from '../../../src/engine/tokenizer.ts';
import { names } from './names.ts';

const list = encodeCorpus(names, Tokenizer.fromDocuments(names));

describe('a network', () => {
  it('is measured by what it has not read, transition by transition', () => {
    const { order, random } = shuffledOrder(names.length, 42);
    const { sizes, training } = networkOf({ ...DEFAULT_RECIPE, model: 5 }, list.size)!;
    const net = fastNetwork(sizes, training, random);
    const span = heldOutSpan(names.length, 1000, 40);
    let [nats, transitions] = [0, 0];
    for (let place = span.from; place < span.to; place++) {
      const d = order[place];
      const tokens = list.tokens.slice(list.starts[d], list.starts[d + 1]);
      const n = contextOf(sizes, tokens);
      const predict = net.predictor();
      for (let t = 0; t < n; t++) nats -= Math.log(predict(tokens[t], t)[tokens[t + 1]]);
      transitions += n;
    }
    const work = networkHeldOutLoss(net, list, order, span);
    expect(finish(work)).toBeCloseTo(nats / transitions, 12);
    const none = networkHeldOutLoss(net, list, order, { from: 5, to: 5 });
    expect(finish(none)).toBeNaN();
  });

  it('is read only as far as the block goes', () => {
    const documents = ['acabbacab', 'c'];
    const corpus = encodeCorpus(documents, Tokenizer.fromDocuments(documents));
    const sizes: Sizes = { model: 3, vocab: corpus.size, embd: 4, heads: 1, layers: 1, block: 2 };
    const training: Training = {
      optimizer: { kind: 'sgd' },
      rate: 0.1,
      schedule: 'linear',
      steps: 1,
    };
    const net = fastNetwork(sizes, training, new Random(2));
    // 'acabbacab' counts as two transitions, 'c' as its two.
    const order = Uint32Array.of(0, 1);
    const [long, short] = [0, 1].map((d) =>
      net.measure(corpus.tokens.subarray(corpus.starts[d], corpus.starts[d + 1])),
    );
    const mean = finish(networkHeldOutLoss(net, corpus, order, { from: 0, to: 2 }));
    expect(mean).toBeCloseTo((long + short) / 2, 14);
  });
});
