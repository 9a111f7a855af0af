/**
 * Step 2 · Autograd. The network of Step 1, made of numbers that remember where they
 * came from, so that the gradient comes by itself.
 */
import { readArguments } from './given.ts';
import { Random } from '../engine/random.ts';
import { Tokenizer } from '../engine/tokenizer.ts';
import { draw, inOneRow } from './drawn.ts';
import { mlp, type MlpWeights } from '../engine/mlp.ts';
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
const weights: MlpWeights = {
  wte: draw(random, V, C),
  mlp_fc1: draw(random, 4 * C, C),
  mlp_fc2: draw(random, V, 4 * C),
};
const net: Trainable = {
  params: inOneRow([weights.wte, weights.mlp_fc1, weights.mlp_fc2]),
  start: () => (token) => mlp(weights, token),
};
console.log(`num params: ${net.params.length}`);

for (let step = 0; step < steps; step++) {
  const tokens = tokenizer.encode(docs[step % docs.length]);
  const rate = 1 - step / steps; // from 1 to (almost) 0
  const loss = trainStep(net, tokens, tokens.length - 1, (params) => sgd(params, rate));
  printStep(step, steps, loss);
}

const temperature = 0.5;
printNames(random, tokenizer, () => startName(net, temperature));
