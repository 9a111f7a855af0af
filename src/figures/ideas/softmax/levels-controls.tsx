import { useId } from 'react';
import { fixed } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Prediction } from '../../predict.tsx';
import { Switch } from '../../switch.tsx';
import { placeIn } from './levels-view.ts';

const one = fixed(1);

/** What half the temperature does to “so many times as likely”. */
export type Guess = 'half' | 'same' | 'double' | 'square';
const GUESSES: readonly Guess[] = ['half', 'same', 'double', 'square'];

/** What each guess makes of a ratio. */
export const guessed = (ratio: number): Record<Guess, number> => ({
  half: ratio / 2,
  same: ratio,
  double: 2 * ratio,
  square: ratio * ratio,
});

interface SliderProps {
  label: string;
  /** The values that it stops at. */
  places: readonly number[];
  value: number;
  onValue: (value: number) => void;
}

/** A slider over chosen values, with the value beside it. */
export function LevelsSlider({ label, places, value, onValue }: SliderProps) {
  const id = useId();
  return (
    <span className="amount-slider levels-slider">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={places.length - 1}
        step={1}
        value={placeIn(places, value)}
        aria-valuetext={String(value)}
        onChange={(event) => onValue(places[event.currentTarget.valueAsNumber])}
      />
      <output htmlFor={id} className="num">
        {value}
      </output>
    </span>
  );
}

interface GuessProps {
  words: Messages;
  ratio: number;
  prediction: Prediction<Guess>;
}

export function GuessSwitch({ words, ratio, prediction }: GuessProps) {
  const numbers = guessed(ratio);
  return (
    <Switch<string>
      label={words.text('answers')}
      value={prediction.guess ?? ''}
      options={GUESSES.map((value) => ({ value, label: one(numbers[value]) }))}
      onChange={(value) => prediction.setGuess(value as Guess)}
    />
  );
}
