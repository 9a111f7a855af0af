/** Step 5 · Adam. The network of Step 4, with steps whose size is each parameter's own. */
import { readArguments } from './given.ts';
import { Random } from '../engine/random.ts';
import { Tokenizer } from '../engine/tokenizer.ts';
import { draw, drawLayer, inOneRow } from './drawn.ts';
import { emptyCaches, gpt, type GptWeights } from '../engine/gpt.ts';
import { adam, type Moments } from '../engine/adam.ts';
import { trainStep, type Trainable } from '../engine/train.ts';
import { printNames, printStep, startName } from './shown.ts';

// #region data
const { names, steps } = readArguments();
const random = new Random(42);
const docs = random.shuffle([...names]);
const tokenizer = Tokenizer.fromDocuments(docs);
console.log(`num docs: ${docs.length}`);
console.log(`vocab size: ${tokenizer.size}`);
// #endregion data

// #region network
const V = tokenizer.size;
const C = 16; // width
const block = 16; // the longest context
const weights: GptWeights = {
  heads: 4,
  wte: draw(random, V, C),
  wpe: draw(random, block, C),
  lm_head: draw(random, V, C),
  layers: Array.from({ length: 1 }, () => drawLayer(random, C)),
};
const { wte, wpe, lm_head, layers } = weights;
const net: Trainable = {
  params: inOneRow([wte, wpe, lm_head, ...layers.flatMap((w) => Object.values(w))]),
  start() {
    const caches = emptyCaches(weights);
    return (token, position) => gpt(weights, token, position, caches);
  },
};
console.log(`num params: ${net.params.length}`);
// #endregion network

// #region training
const betas = { beta1: 0.85, beta2: 0.99, eps: 1e-8 };
const zeros = () => net.params.map(() => 0);
const moments: Moments = { m: zeros(), v: zeros() };
for (let step = 0; step < steps; step++) {
  const tokens = tokenizer.encode(docs[step % docs.length]);
  const n = Math.min(block, tokens.length - 1);
  const rate = 0.01 * (1 - step / steps); // falls to almost 0
  const loss = trainStep(net, tokens, n, (params) => {
    adam(params, rate, step + 1, moments, betas);
  });
  printStep(step, steps, loss);
}
// #endregion training

// #region sampling
const temperature = 0.5;
printNames(random, tokenizer, () => startName(net, temperature));
// #endregion sampling
