/** What a program prints: how it learns, and the names it makes up. */
import { softmax } from '../engine/layers.ts';
import type { Random } from '../engine/random.ts';
import { sample, type Predict } from '../engine/sample.ts';
import type { Tokenizer } from '../engine/tokenizer.ts';
import type { Trainable } from '../engine/train.ts';

export function printStep(step: number, steps: number, loss: number): void {
  const [now, all] = [step + 1, steps].map((n) => String(n).padStart(4));
  console.log(`step ${now} / ${all} | loss ${loss.toFixed(4)}`);
}

/** Twenty new names. `start` begins each: a network that remembers must forget the last. */
export function printNames(
  random: Random,
  tokenizer: Tokenizer,
  start: () => Predict,
): void {
  console.log('\n--- inference (new, hallucinated names) ---');
  for (let i = 1; i <= 20; i++) {
    const { tokens } = sample(random, start(), tokenizer.bos);
    console.log(`sample ${String(i).padStart(2)}: ${tokenizer.decode(tokens)}`);
  }
}

/** Begins a name with a network: at a temperature below 1 the likely becomes likelier. */
export function startName(net: Trainable, temperature: number): Predict {
  const forward = net.start();
  return (token, position) => {
    const logits = forward(token, position).map((v) => v.mul(1 / temperature));
    return softmax(logits).map((p) => p.data);
  };
}
