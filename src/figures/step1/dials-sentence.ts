import { createElement, type ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { AllDials } from './dials-data.ts';
import { leaves, sameGuess, type Guess, type View } from './dials-view.ts';
import { MATRICES, cellName, shortName } from './matrices.ts';

const six = fixed(6);

/** Matrices as they are listed in a sentence: “wte and fc1”. */
function listed(words: Messages, which: readonly boolean[]): string {
  const names = MATRICES.filter((_, k) => which[k]).map(shortName);
  if (names.length === 0) return words.text('none');
  if (names.length === 1) return names[0];
  return words.text('and', { first: names.slice(0, -1).join(', '), last: names.at(-1)! });
}

/** What the grabbed dial has for a slope, and what the check finds. */
export function dialsSentence(of: {
  words: Messages;
  data: AllDials;
  view: View;
  lens: string;
  asking: boolean;
  guess: Guess | null;
}): ReactNode {
  const { words, data, view, lens, asking, guess } = of;
  const { slopes, cell, squares, race } = data;
  if (!slopes || !cell) return null;
  if (asking) return words.say('asking', { total: race.numerical.length });
  const whole = data.settled && squares !== null && race.done === race.numerical.length;
  const truth = squares ? leaves(squares) : [];
  const values = {
    name: createElement('bdi', { key: 'n' }, lens),
    dial: cellName(cell),
    nudged: six(slopes.numerical[0]),
    hand: six(slopes.hand),
    rule: words.text(`rule.${view.mistake ?? 'right'}`),
    left: listed(words, truth),
    held: listed(
      words,
      truth.map((off) => !off),
    ),
    guess: guess ? listed(words, guess) : '',
    off: squares?.reduce((sum, { off }) => sum + off, 0) ?? 0,
    total: race.numerical.length,
  };
  if (guess && whole) return words.say(sameGuess(guess, truth) ? 'right' : 'guessed', values);
  if (slopes.numerical[0] === 0 && slopes.hand === 0) return words.say('dead', values);
  const checked = whole
    ? values.off === 0
      ? 'agrees'
      : truth.every(Boolean)
        ? 'allLeave'
        : 'someLeave'
    : 'slopes';
  return words.say(checked, values);
}
