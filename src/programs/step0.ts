/**
 * Step 0 · Counting. How often has each letter followed each? From that table come the
 * surprise at a name, and twenty new ones.
 */
import { readArguments } from './given.ts';
import { Random } from '../engine/random.ts';
import { Tokenizer } from '../engine/tokenizer.ts';
import { predict, trainBigram } from '../engine/bigram.ts';
import { printNames, printStep } from './shown.ts';

const { names, steps } = readArguments();
const random = new Random(42);
const docs = random.shuffle([...names]);
const tokenizer = Tokenizer.fromDocuments(docs);
console.log(`num docs: ${docs.length}`);
console.log(`vocab size: ${tokenizer.size}`);

const { counts, losses } = trainBigram(docs, tokenizer, steps);
losses.forEach((loss, step) => printStep(step, steps, loss));

printNames(random, tokenizer, () => (prev) => predict(counts, prev));
