import { useState } from 'react';
import { usePrediction, type Prediction } from '../predict.tsx';

export interface Question extends Prediction<number> {
  /** Ask, although the story does not: the reader wants to guess at their own expression. */
  readonly ask: () => void;
  /** What they guessed at their own is over. */
  readonly forget: () => void;
}

type Own = { about: string; guess: number | null; how: 'open' | 'guessed' };

/** A guess that the story asks for at one beat, and the reader may ask for at any time. */
export function useGuess(options: {
  beat: number;
  at: number;
  touched: boolean;
  about: string;
}): Question {
  const story = usePrediction<number>(options);
  const [own, setOwn] = useState<Own | null>(null);
  const mine = own?.about === options.about ? own : null;
  const ask = () => setOwn({ about: options.about, guess: null, how: 'open' });
  const forget = () => setOwn(null);
  if (!mine) return { ...story, ask, forget };
  return {
    asking: mine.how === 'open',
    guess: mine.guess,
    revealed: mine.how === 'guessed',
    skipped: false,
    setGuess: (guess) => setOwn({ ...mine, guess }),
    reveal: () => setOwn({ ...mine, how: 'guessed' }),
    skip: forget,
    ask,
    forget,
  };
}
