import type { ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Surprise } from '../../worker/protocol.ts';

export interface SentenceProps {
  words: Messages;
  k: number;
  steps: number;
  end: number;
  name: string;
  /** The name is the reader's. */
  own: boolean;
  alpha: 0 | 1;
  priced: Surprise | undefined;
  /** Held-out loss with smoothing, and without; undefined where it is not known. */
  now: number | undefined;
  bare: number | undefined;
  heldOut: number;
  floor: number | undefined;
  asking: boolean;
  /** The reader's guess, once the truth is out. */
  guess: number | null;
}

const two = fixed(2);
const three = fixed(3);

/** What just changed, in one sentence; a second names symbols that the list does not have. */
export function feedSentence(props: SentenceProps): ReactNode {
  const { words, k, priced, now } = props;
  if (!priced) return null;
  const values = {
    k,
    own: String(props.own),
    name: <bdi key="w">{props.name}</bdi>,
    nats: Number.isFinite(priced.mean) ? two(priced.mean) : words.text('infinite'),
    heldout: props.heldOut,
    held: now === undefined ? '' : two(now),
    floor: three(props.floor ?? NaN),
  };
  const unknown =
    priced.unknown.length > 0
      ? words.say('unknown', { list: <bdi key="w">{priced.unknown.join(' ')}</bdi> })
      : null;
  const said = (): ReactNode => {
    if (props.asking) return null;
    if (props.guess !== null && now !== undefined)
      return words.say('guessed', { guess: two(props.guess), truth: two(now) });
    if (k === 0) return words.say(props.alpha === 1 ? 'start' : 'startBare', values);
    const pair = priced.nats.indexOf(Infinity);
    if (pair >= 0) {
      const [from, to] = [priced.labels[pair], priced.labels[pair + 1]];
      return words.say('unseen', {
        ...values,
        from: <bdi key="f">{from}</bdi>,
        to: <bdi key="t">{to}</bdi>,
      });
    }
    if (k >= props.end && props.end > props.steps && props.alpha === 1)
      return words.say('everything', values);
    if (props.alpha === 0 && props.bare !== undefined)
      return words.say('bare', {
        ...values,
        infinite: String(!Number.isFinite(props.bare)),
        held: two(props.bare),
      });
    if (props.heldOut === 0) return words.say('sentenceAlone', values);
    return words.say('sentence', values);
  };
  return (
    <>
      {said()} {unknown}
    </>
  );
}
