/**
 * Step 1 · Gradient descent. A small network instead of a table. Its gradient is found
 * by trying and by hand, which must agree; then it walks downhill.
 */
import { readArguments } from './given.ts';
import { Random } from '../engine/random.ts';
import { Tokenizer } from '../engine/tokenizer.ts';
import { matrix } from '../engine/parameters.ts';
import {
  analyticGradient,
  descend,
  flatDials,
  lossOf,
  mlp,
  numericalGradient,
  softmax,
  type Dials,
} from '../engine/by-hand.ts';
import { printNames, printStep } from './shown.ts';

const { names, steps } = readArguments();
const random = new Random(42);
const docs = random.shuffle([...names]);
const tokenizer = Tokenizer.fromDocuments(docs);
console.log(`num docs: ${docs.length}`);
console.log(`vocab size: ${tokenizer.size}`);

const V = tokenizer.size;
const C = 16; // width
const dials: Dials = {
  wte: matrix(random, V, C),
  mlp_fc1: matrix(random, 4 * C, C),
  mlp_fc2: matrix(random, V, 4 * C),
};
console.log(`num params: ${flatDials(dials).length}`);
checkGradient(tokenizer.encode(docs[0]));

// #region training
for (let step = 0; step < steps; step++) {
  const tokens = tokenizer.encode(docs[step % docs.length]);
  const { loss, grad } = analyticGradient(dials, tokens);
  descend(dials, grad, 1 - step / steps); // from 1 to (almost) 0
  if (step < 5 || step % 200 === 0) printStep(step, steps, loss);
}
// #endregion training

// #region temperature
const temperature = 0.5;
printNames(random, tokenizer, () => (token) => {
  const { logits } = mlp(dials, token);
  return softmax(logits.map((v) => v / temperature));
});
// #endregion temperature

/** Prints the loss, twice, and by how much the two gradients differ at most. */
function checkGradient(tokens: number[]): void {
  const tried = flatDials(numericalGradient(dials, tokens));
  const { loss, grad } = analyticGradient(dials, tokens);
  const apart = flatDials(grad).map((g, i) => Math.abs(g - tried[i]));
  const worst = apart.reduce((a, b) => Math.max(a, b), 0).toFixed(8);
  const [lossN, lossA] = [lossOf(dials, tokens), loss].map((x) => x.toFixed(6));
  console.log(`gradient check | loss_n ${lossN} | loss_a ${lossA} | max diff ${worst}`);
}
