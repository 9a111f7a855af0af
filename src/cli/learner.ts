/** A model of any step and engine, as the commands train it. Knows no host. */
import { count, emptyTable, measure, predict } from '../engine/bigram.ts';
import { encodeCorpus } from '../engine/corpus.ts';
import { countDocument, documentLoss, emptyCounts, rowProbabilities } from '../engine/counts.ts';
import { fastNetwork } from '../engine/fast/network.ts';
import { sampleLimit } from '../engine/network.ts';
import type { Random } from '../engine/random.ts';
import { readableNetwork } from '../engine/readable.ts';
import type { Recipe } from '../engine/recipe.ts';
import { networkOf } from '../engine/settings.ts';
import { tempered } from '../engine/reshape.ts';
import { SAMPLE_LIMIT, type Predict } from '../engine/sample.ts';
import type { Tokenizer } from '../engine/tokenizer.ts';

export type EngineName = 'readable' | 'fast';

export interface Learner {
  /** Learns document `d` at a step; returns its loss before that, in nats per transition. */
  learn: (d: number, step: number) => number;
  /** For one sample. */
  predictor: (temperature: number) => Predict;
  /** The longest sample, in tokens. */
  limit: number;
  /** A copy of the parameters; null for a table of counts, which has none. */
  parameters: () => Float64Array | null;
}

export function startLearner(
  engine: EngineName,
  recipe: Recipe,
  docs: readonly string[],
  tokenizer: Tokenizer,
  random: Random,
): Learner {
  const plan = networkOf(recipe, tokenizer.size);
  if (plan === null) {
    const model = (engine === 'fast' ? fastCounts : readableCounts)(docs, tokenizer);
    return {
      learn: model.learn,
      predictor: (temperature) => (prev) => tempered(model.predict(prev), temperature),
      limit: SAMPLE_LIMIT,
      parameters: () => null,
    };
  }
  const start = engine === 'fast' ? fastNetwork : readableNetwork;
  const net = start(plan.sizes, plan.training, random);
  const encoded = docs.map((text) => tokenizer.encode(text));
  return {
    learn: (d, step) => net.learn(encoded[d], step),
    predictor: (temperature) => net.predictor(temperature),
    limit: sampleLimit(plan.sizes),
    parameters: () => net.parameters(),
  };
}

interface CountingModel {
  /** Measures a document, then counts it; returns its loss in nats per step. */
  learn: (d: number) => number;
  predict: (prev: number) => ArrayLike<number>;
}

function readableCounts(docs: readonly string[], tokenizer: Tokenizer): CountingModel {
  const counts = emptyTable(tokenizer.size);
  return {
    learn(d) {
      const tokens = tokenizer.encode(docs[d]);
      const loss = measure(counts, tokens);
      count(counts, tokens);
      return loss;
    },
    predict: (prev) => predict(counts, prev),
  };
}

function fastCounts(docs: readonly string[], tokenizer: Tokenizer): CountingModel {
  const corpus = encodeCorpus(docs, tokenizer);
  const table = emptyCounts(tokenizer.size);
  return {
    learn(d) {
      const loss = documentLoss(table, corpus, d);
      countDocument(table, corpus, d);
      return loss;
    },
    predict: (prev) => rowProbabilities(table, prev),
  };
}
