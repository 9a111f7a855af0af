import type { Prediction } from './predict.tsx';

interface Props {
  label: string;
  min?: number;
  max: number;
  step?: number;
  /** Where the handle waits. */
  start: number;
  prediction: Pick<Prediction<number>, 'guess' | 'setGuess'>;
  /** What a position says. */
  text: (position: number) => string;
  /** It is spoken so, too; else a position is spoken as its number. */
  spoken?: boolean;
}

/** A guess on a slider. To press the handle where it waits is a guess as well. */
export function GuessSlider(props: Props) {
  const { label, min = 0, max, step = 1, start, prediction, text, spoken = false } = props;
  const { guess, setGuess } = prediction;
  const at = guess ?? start;
  return (
    <label className="guess-slider">
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={at}
        aria-label={label}
        aria-valuetext={spoken ? text(at) : undefined}
        onChange={(event) => setGuess(event.currentTarget.valueAsNumber)}
        onClick={(event) => setGuess(event.currentTarget.valueAsNumber)}
      />
      <output className="num q-lens">{guess === null ? '–' : text(guess)}</output>
    </label>
  );
}
