import type { ReactNode } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import type { Stage } from './model-view.ts';

/** The sentence under the row: what was guessed, counted, added or shared out. */
export function modelSentence(of: {
  words: Messages;
  stage: Stage;
  alpha: number;
  values: Readonly<Record<string, string | number>>;
  asking: boolean;
  guess: { label: string; count: number; right: boolean } | null;
}): ReactNode {
  const { words, stage, alpha, values, guess } = of;
  if (of.asking) return words.say('asking', values);
  if (guess)
    return words.say(guess.right ? 'right' : 'guessed', {
      ...values,
      guess: guess.label,
      gc: guess.count,
    });
  if (stage === 'counts') return words.say('counts', values);
  if (stage === 'plus') return words.say(alpha > 0 ? 'plus' : 'plusNothing', values);
  if (values['total'] === 0) return words.say(alpha > 0 ? 'sharesAlone' : 'nothing', values);
  return words.say(alpha > 0 ? 'shares' : 'sharesBare', values);
}
