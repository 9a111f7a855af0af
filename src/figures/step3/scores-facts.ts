/** What the text says of scores and weights, and the words of the divisor. No DOM. */
import { fixed } from '../../charts/index.ts';
import { best } from '../step1/linear-view.ts';
import { boldest, weightsOf } from './scores-view.ts';

const one = fixed(1);
const three = fixed(3);

/** A number without the zeros that say nothing: 4, 2.83. */
const plain = (value: number): string => String(Number(value.toFixed(2)));

/** What dot products are multiplied by: “÷ 4”, “÷ 1”, “× 8”. */
export const timesOf = (factor: number): string =>
  factor <= 1 ? `÷ ${plain(1 / factor)}` : `× ${plain(factor)}`;

export interface Told {
  readonly letters: readonly string[];
  /** Numbers in a vector. */
  readonly size: number;
  /** [T, T] */
  readonly dots: readonly (readonly number[])[];
  /** What the program multiplies them by. */
  readonly factor: number;
  /** Dot products of the same run taught by Step 5’s rule; null until they are there. */
  readonly adam: readonly (readonly number[])[] | null;
}

export function scoresFacts({ letters, size, dots, factor, adam }: Told): Record<string, string> {
  const t = letters.length - 1;
  const weights = weightsOf(dots, factor);
  const bare = weightsOf(dots, 1)[t];
  const most = best(weights[t]);
  const bold = boldest(weights);
  const facts = {
    'scores.asks': letters[t],
    'scores.size': String(size),
    'scores.root': plain(1 / factor),
    'scores.keys': String(t + 1),
    'scores.most': letters[most],
    'scores.dot': three(dots[t][most]),
    'scores.score': three(dots[t][most] * factor),
    'scores.weight': three(weights[t][most]),
    'scores.even': three(1 / (t + 1)),
    'scores.least': three(Math.min(...weights[t])),
    'scores.bold': one(weights[bold.t][bold.s] * (bold.t + 1)),
    'scores.bare': three(Math.max(...bare)),
  };
  if (!adam) return facts;
  const taught = weightsOf(adam, factor);
  const at = boldest(taught);
  return {
    ...facts,
    'scores.adam.asks': letters[at.t],
    'scores.adam.most': letters[at.s],
    'scores.adam.weight': three(taught[at.t][at.s]),
    'scores.adam.before': three(weights[at.t][at.s]),
    'scores.adam.bold': one(taught[at.t][at.s] * (at.t + 1)),
  };
}
