import type { Messages } from '../../reader/messages.tsx';
import type { Origin, Part, Spot } from './forward-terms.ts';
import type { Pass } from './passes.ts';

/** As the code would name it: `h[29]`, `logits[y]`. */
export function nameOf(part: Part, i: number, labels: readonly string[]): string {
  if (part === 'nats') return '−ln p';
  return `${part}[${part === 'logits' || part === 'probs' ? labels[i] : i}]`;
}

/** A number of the pass, or the surprise of a pair. */
export function valueOf(pass: Pass, nats: readonly number[], part: Part, i: number): number {
  return part === 'nats' ? nats[i] : pass[part][i];
}

/** One value of a number's origin, in words. */
export function termText(
  words: Messages,
  spot: Spot,
  origin: Origin,
  i: number,
  labels: readonly string[],
  number: (value: number) => string,
): string {
  const value = number(origin.values[i]);
  const { part } = spot;
  if (origin.factors) {
    const [weight, input] = origin.factors[i];
    return words.text('term', {
      input: nameOf(part === 'h' ? 'x' : 'a', i, labels),
      inputValue: number(input),
      weight: part === 'h' ? `fc1[${spot.i}][${i}]` : `fc2[${labels[spot.i]}][${i}]`,
      weightValue: number(weight),
      value,
      sum: number(origin.running![i]),
    });
  }
  if (part === 'probs')
    return words.text('share', {
      token: labels[i],
      value,
      sum: number(origin.running![origin.running!.length - 1]),
    });
  if (part === 'nats') return words.text('pair', { place: i + 1, value });
  return words.text('cell', { name: nameOf(part, i, labels), value });
}
