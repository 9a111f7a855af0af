import type { ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Ablations } from './ablations-data.ts';
import { decimalsOf, priceText, sideOf, sizeText } from '../prices.ts';
import { type Part, type View } from './ablations-view.ts';

const three = fixed(3);

/** What a network lacks, as a label: “no residuals”, “2 parts less”. */
export function lackOf(words: Messages, off: readonly Part[]): string {
  const [first] = off;
  return off.length === 1 ? words.text(`no.${first}`) : words.text('less', { count: off.length });
}

/** Several things in a row, as the sentence speaks of them: “position and norm”. */
export function listOf(words: Messages, off: readonly Part[]): string {
  const names = off.map((part) => words.text(`of.${part}`));
  if (names.length < 2) return names.join('');
  return words.text('and', { first: names.slice(0, -1).join(', '), last: names.at(-1)! });
}

export interface Saying {
  readonly view: View;
  readonly known: Ablations;
  readonly steps: number;
  /** The question stands. */
  readonly asking: boolean;
  /** The reader's ranking, once the truth is out, and the true one. */
  readonly guess: readonly Part[] | null;
  readonly order: readonly Part[];
}

/** What the run in view came to, in one sentence. */
export function ablationsSentence(words: Messages, saying: Saying): ReactNode {
  const { view, known, steps, guess, order } = saying;
  const { page, whole, changed, counting, mlp, floors, price, run } = known;
  if (known.documents === 0) return words.say('saidAlone');
  const end = (curve: Ablations['page']) => curve?.nats.at(-1);
  const [base, full] = [end(page), end(whole)];
  const now = run?.heldOut ?? end(changed);
  if (base === undefined || full === undefined) return words.say('saidComputing');
  if (saying.asking) return words.say('saidAsking', { head: three(base) });
  const first = order[0];
  const dearest = known.prices[first][0];
  if (guess !== null && guess.length > 0 && dearest !== null) {
    return words.say('saidGuess', {
      guess: words.text(`of.${guess[0]}`),
      right: String(guess[0] === first),
      dearest: words.text(`of.${first}`),
      price: sizeText(dearest),
    });
  }
  if (view.off.length > 0) {
    const lack = listOf(words, view.off);
    if (run?.ended) return words.say('saidBroken', { lack, step: run.ended.step });
    if (now === undefined || price === null) return words.say('saidTraining', { lack });
    const nats = fixed(decimalsOf(price));
    const values = {
      lack,
      now: nats(now),
      whole: nats(full),
      price: sizeText(price),
      side: sideOf(price),
      adam: String(view.adam),
    };
    const spread = spreadOf(known, view);
    if (spread) return words.say('saidSeeds', { ...values, ...spread });
    if (now > floors.uniform - 0.001) return words.say('saidNothing', values);
    return words.say('saidOff', { ...values, steps });
  }
  if (view.adam) {
    const gap = full - base;
    return words.say('saidAdam', {
      adam: three(full),
      sgd: three(base),
      gap: sizeText(gap),
      side: sideOf(gap),
    });
  }
  const gap = base - floors.bigram;
  return words.say('saidWhole', {
    steps,
    counting: three(end(counting) ?? NaN),
    mlp: three(end(mlp) ?? NaN),
    head: three(base),
    gap: sizeText(gap),
    side: sideOf(gap),
  });
}

/** Of one part, the least and the most that it costs over several seeds. */
function spreadOf(known: Ablations, { off, seeds }: View) {
  if (!seeds || off.length !== 1) return null;
  const prices = known.prices[off[0]].filter((price) => price !== null);
  if (prices.length < 2) return null;
  return {
    least: priceText(Math.min(...prices)),
    most: priceText(Math.max(...prices)),
    count: prices.length,
  };
}
