import type { ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Result } from '../../worker/protocol.ts';
import { largestGap, tallest, type Part } from './memory-view.ts';

/** What the figure has on show, for its picture, sentence and table. */
export interface Shown {
  words: Messages;
  part: Part;
  /** Labels by token id. */
  labels: readonly string[];
  /** The two pasts, as token ids, and the predictions after them. */
  a: readonly number[];
  b: readonly number[];
  p: readonly number[];
  q: readonly number[];
  lengths: Result<'lengths'> | undefined;
  floors: Result<'floors'> | undefined;
  /** Held-out nats per transition of counting; undefined without held-out documents. */
  held: number | undefined;
  asking: boolean;
}

interface Said extends Shown {
  /** Names of one letter in the list. */
  one: number;
  guess: 'none' | 'little' | 'lot' | null;
  /** Symbols of the reader's name that the list does not have. */
  unknown: readonly string[];
}

const three = fixed(3);

/** The figure's one sentence. */
export function memorySentence(said: Said): ReactNode {
  const { words, part, labels, a, b, p, q, floors, held } = said;
  const spell = (past: readonly number[]): ReactNode => (
    <bdi key={past.join()}>{past.map((token) => labels[token] ?? '').join('')}</bdi>
  );
  if (part === 'floors') {
    if (!floors) return null;
    return words.say(held === undefined ? 'floorsAlone' : 'floors', {
      held: three(held ?? NaN),
      floor: three(floors.bigram),
    });
  }
  if (part === 'lengths') {
    const share = said.lengths?.model[1] ?? 0;
    const odds = share > 5e-5 ? words.text('number', { value: Math.round(1 / share) }) : 'none';
    return words.say('lengths', { one: said.one, odds });
  }
  if (p.length === 0 || q.length === 0) return null;
  const top = tallest(p);
  const values = { a: spell(a), b: spell(b), to: labels[top] ?? '', p: three(p[top]) };
  const unknown =
    said.unknown.length > 0 ? words.say('unknown', { list: said.unknown.join(' ') }) : null;
  const main = said.asking
    ? words.say('asked', values)
    : said.guess
      ? words.say('guessed', {
          ...values,
          guess: (
            <span key="guess" className="memory-said">
              {words.text(`answer.${said.guess}`)}
            </span>
          ),
          right: String(said.guess === 'none'),
        })
      : words.say(a[a.length - 1] === b[b.length - 1] ? 'same' : 'differ', {
          ...values,
          gap: three(largestGap(p, q)),
        });
  return unknown ? (
    <>
      {main} {unknown}
    </>
  ) : (
    main
  );
}
