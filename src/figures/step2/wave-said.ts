import type { ReactNode } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import { amount } from './amounts.ts';
import { agrees } from './wave-accounts.tsx';
import { handedTo, type Shown } from './wave-view.ts';

interface Said {
  words: Messages;
  shown: Shown;
  walked: number | null;
  assigning: boolean;
  /** The given number that the figure speaks of. */
  about: string;
  asking: boolean;
  guess: number | null;
}

/** The sentence under the picture. */
export function waveSentence(of: Said): ReactNode {
  const { words, shown, walked, assigning, about, guess } = of;
  const { order } = shown.graph;
  const nameOf = (place: number): string => shown.names.get(order[place]) ?? '';
  const account = shown.accounts.find(({ name }) => name === about);
  if (of.asking) return words.say('said.asking', { about });
  if (walked === null)
    return words.say('said.order', {
      count: order.length,
      names: order.map((_, place) => nameOf(place)).join(', '),
    });
  if (walked === 0) return words.say('said.start', { end: nameOf(order.length - 1) });
  const active = shown.active ?? 0;
  if (active > 0 || !account) {
    const { a, b, da, db } = order[active];
    const g = shown.graph.grads[active] ?? 0;
    return words.say(a ? 'said.hands' : 'said.given', {
      name: nameOf(active),
      g: amount(g),
      a: a ? nameOf(order.indexOf(a)) : '',
      da: amount(da),
      ga: amount(da * g),
      two: String(b !== null),
      b: b ? nameOf(order.indexOf(b)) : '',
      db: amount(db),
      gb: amount(db * g),
    });
  }
  const right = shown.right.get(about) ?? NaN;
  const wrong = shown.wrong.get(about) ?? NaN;
  const values = {
    about,
    right: amount(right),
    wrong: amount(wrong),
    nudged: amount(Number(account.nudged.toFixed(4))),
    parts: account.handed.map(({ amount: given }) => amount(given)).join(' + '),
    uses: account.handed.length,
    same: String(agrees(wrong, right)),
    guess: amount(guess ?? NaN),
  };
  if (assigning) return words.say('said.assigned', values);
  if (guess !== null) return words.say(agrees(guess, right) ? 'said.right' : 'said.wrong', values);
  return words.say('said.whole', values);
}

/** The numbers that prose and equations say: of (a + c) · (a − c), at the end of the walk. */
export function waveFacts(shown: Shown): Record<string, string> {
  const { order } = shown.graph;
  const [a, c, sum, , difference, end] = order.map(({ data }) => amount(data));
  const [first, second] = handedTo(order, order.length, false)[1].map((one) => amount(one.amount));
  return {
    'wave.count': String(order.length),
    'wave.a': a,
    'wave.c': c,
    'wave.sum': sum,
    'wave.difference': difference,
    'wave.end': end,
    'wave.first': first,
    'wave.second': second,
    'wave.right': amount(shown.right.get('c') ?? NaN),
    'wave.wrong': amount(shown.wrong.get('c') ?? NaN),
  };
}
