import type { ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import { log } from '../../engine/math.ts';
import { decay } from '../../engine/schedule.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Descent } from './descent-data.ts';
import { gapOf, rateText, seenOf, type View } from './descent-view.ts';

const two = fixed(2);
const three = fixed(3);

export interface Saying {
  readonly view: View;
  readonly descent: Descent;
  /** The reader's guess, once the truth is out. */
  readonly guess: number | null;
  /** A rate to try instead of one that broke down. */
  readonly cure: number;
  /** The end is the reader's to guess: only the beginning is told. */
  readonly asking: boolean;
}

/** What the run in view came to, in one sentence. */
export function descentSentence(
  words: Messages,
  { view, descent, guess, cure, asking }: Saying,
): ReactNode {
  const { k, run, now, ended, counting, losses } = descent;
  const { steps } = run;
  const rate = rateText(view.rate);
  if (asking) return saidBefore(words, descent);
  if (ended && k >= ended.lastGood)
    return words.say('saidBroken', { rate, step: ended.step, cure: rateText(cure) });
  if (!now) return words.say(descent.documents === 0 ? 'saidAlone' : 'saidComputing', { k, rate });
  const against = counting?.nats.at(-1);
  const gap = against === undefined ? null : gapOf(now.nats, against);
  const values = {
    k,
    steps,
    rate,
    held: three(now.nats),
    bits: three(now.nats / log(2)),
    at: now.step,
    counting: against === undefined ? '' : three(against),
    gap: gap === null ? '' : three(gap.by),
    side: gap?.side ?? '',
    own: losses && k > 0 ? two(losses[k - 1]) : '',
    share: rateText(Number((view.rate * decay(view.schedule, k, steps)).toPrecision(2))),
    guess: guess === null ? '' : two(guess),
  };
  if (guess !== null) return words.say('saidGuess', values);
  if (k === 0) return words.say('saidStart', values);
  if (k < steps) return words.say('saidOnTheWay', values);
  return words.say(gap === null ? 'saidEndAlone' : 'saidEnd', values);
}

/** Where the network stood at the last measure that is seen. */
function saidBefore(words: Messages, { run, heldOut }: Descent): ReactNode {
  const seen = heldOut?.steps.findLastIndex((step) => step <= seenOf(run.steps)) ?? -1;
  if (!heldOut || seen < 0) return null;
  return words.say('saidBefore', { k: heldOut.steps[seen], held: three(heldOut.nats[seen]) });
}
