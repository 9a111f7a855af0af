import type { ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Moment } from './feed-data.ts';

const two = fixed(2);
const three = fixed(3);

interface Frame {
  /** The run's length, and where there is nothing left to count. */
  steps: number;
  end: number;
  /** The reader's guess of the held-out loss, once the truth is out. */
  guess: number | null;
}

/** What just changed, in one sentence; a second names symbols that the list does not have. */
export function feedSentence(words: Messages, moment: Moment, frame: Frame): ReactNode {
  const { priced } = moment;
  const said = sentence(words, moment, frame);
  if (priced.unknown.length === 0) return said;
  const list = <bdi key="l">{priced.unknown.join(' ')}</bdi>;
  return (
    <>
      {said} {words.say('unknown', { list })}
    </>
  );
}

function sentence(words: Messages, moment: Moment, { steps, end, guess }: Frame): ReactNode {
  const { k, priced, now, bare, run, floors } = moment;
  const values = {
    k,
    own: String(moment.own),
    name: <bdi key="w">{moment.text}</bdi>,
    nats: Number.isFinite(priced.mean) ? two(priced.mean) : words.text('infinite'),
    heldout: run.heldOutDocuments,
    held: two(now ?? NaN),
    floor: three(floors.bigram),
  };
  if (guess !== null && now !== undefined)
    return words.say('guessed', { guess: two(guess), truth: two(now) });
  if (k === 0) return words.say(bare ? 'startBare' : 'start', values);
  const pair = priced.nats.indexOf(Infinity);
  if (pair >= 0) {
    const from = <bdi key="f">{priced.labels[pair]}</bdi>;
    const to = <bdi key="t">{priced.labels[pair + 1]}</bdi>;
    return words.say('unseen', { ...values, from, to });
  }
  if (run.heldOutDocuments === 0) return words.say('sentenceAlone', values);
  if (bare) {
    const held = bare.now ?? NaN;
    return words.say('bare', {
      ...values,
      infinite: String(!Number.isFinite(held)),
      held: two(held),
    });
  }
  if (k >= end && end > steps) return words.say('everything', values);
  return words.say('sentence', values);
}
