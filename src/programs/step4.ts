/** Step 4 · The transformer. Several heads, and layers of which there could be more. */
import { readArguments } from './given.ts';
import { Random } from '../engine/random.ts';
import { Tokenizer } from '../engine/tokenizer.ts';
import { draw, drawLayer, inOneRow } from './drawn.ts';
import { emptyCaches, gpt, type GptWeights } from '../engine/gpt.ts';
import { sgd } from '../engine/sgd.ts';
import { trainStep, type Trainable } from '../engine/train.ts';
import { printNames, printStep, startName } from './shown.ts';

const { names, steps } = readArguments();
const random = new Random(42);
const docs = random.shuffle([...names]);
const tokenizer = Tokenizer.fromDocuments(docs);
console.log(`num docs: ${docs.length}`);
console.log(`vocab size: ${tokenizer.size}`);

const V = tokenizer.size;
const C = 16; // width
const block = 16; // the longest context
// #region weights
const weights: GptWeights = {
  heads: 4,
  wte: draw(random, V, C),
  wpe: draw(random, block, C),
  lm_head: draw(random, V, C),
  layers: Array.from({ length: 1 }, () => drawLayer(random, C)),
};
// #endregion weights
const { wte, wpe, lm_head, layers } = weights;
const net: Trainable = {
  params: inOneRow([wte, wpe, lm_head, ...layers.flatMap((w) => Object.values(w))]),
  start() {
    const caches = emptyCaches(weights);
    return (token, position) => gpt(weights, token, position, caches);
  },
};
console.log(`num params: ${net.params.length}`);

for (let step = 0; step < steps; step++) {
  const tokens = tokenizer.encode(docs[step % docs.length]);
  const n = Math.min(block, tokens.length - 1);
  const rate = 0.1 * (1 - step / steps); // from 0.1 to (almost) 0
  const loss = trainStep(net, tokens, n, (params) => sgd(params, rate));
  if (step < 5 || step % 200 === 0) printStep(step, steps, loss);
}

const temperature = 0.5;
printNames(random, tokenizer, () => startName(net, temperature));
