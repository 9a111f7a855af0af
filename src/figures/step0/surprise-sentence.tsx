import type { ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import { log } from '../../engine/math.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Surprise } from '../../worker/protocol.ts';
import { NATS_IN, type Part, type Unit } from './surprise-view.ts';

const two = fixed(2);
const three = fixed(3);

interface Said {
  part: Part;
  unit: Unit;
  /** The pair that is shown. */
  pair: number;
  name: string;
  odds: (probability: number) => string;
  free: number | null;
  asking: boolean;
  guess: number | null;
}

/** What is shown, in one sentence; a second names symbols that the list does not have. */
export function surpriseSentence(words: Messages, priced: Surprise, said: Said): ReactNode {
  const first = sentence(words, priced, said);
  if (priced.unknown.length === 0) return first;
  const list = <bdi key="l">{priced.unknown.join(' ')}</bdi>;
  return (
    <>
      {first} {words.say('sentence.unknown', { list })}
    </>
  );
}

function sentence(words: Messages, priced: Surprise, said: Said): ReactNode {
  const { part, pair, free, guess } = said;
  const cost = (nats: number) => two(nats / NATS_IN[said.unit]);
  const letter = (place: number, key: string) => <bdi key={key}>{priced.labels[place]}</bdi>;
  const unit = words.text(`units.${said.unit}`);
  const values = {
    unit,
    name: <bdi key="n">{said.name}</bdi>,
    from: letter(pair, 'f'),
    to: letter(pair + 1, 't'),
    p: three(priced.p[pair]),
    cost: cost(priced.nats[pair]),
  };
  if (said.asking) return words.say('sentence.asking');
  if (part === 'product') {
    const whole = priced.products[priced.products.length - 1];
    return words.say('sentence.product', { ...values, odds: said.odds(whole) });
  }
  if (part === 'sum')
    return words.say('sentence.sum', {
      unit,
      pairs: priced.nats.length,
      total: cost(priced.total),
      mean: cost(priced.mean),
    });
  if (free !== null)
    return words.say('sentence.free', {
      unit,
      p: three(free),
      cost: cost(-log(free)),
      more: cost(-log(free / 2)),
    });
  if (guess !== null)
    return words.say(guess === pair ? 'sentence.right' : 'sentence.wrong', {
      ...values,
      guess: <bdi key="g">{`${priced.labels[guess]}${priced.labels[guess + 1]}`}</bdi>,
      guessCost: cost(priced.nats[guess]),
    });
  return words.say('sentence.curve', values);
}
