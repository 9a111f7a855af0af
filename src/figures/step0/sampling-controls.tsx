import type { Messages } from '../../reader/messages.tsx';
import { Predict, type Prediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';

interface QuestionProps {
  words: Messages;
  prediction: Prediction<number>;
  /** A guess is a number from 0 to this. */
  most: number;
}

/** “Of these 20 names, how many are on the list?” */
export function SamplingQuestion({ words, prediction, most }: QuestionProps) {
  const { guess, setGuess } = prediction;
  return (
    <Predict
      question={words.say('question', { count: most })}
      prediction={prediction}
      ready={guess !== null}
    >
      <label className="predict-slider">
        <span className="visually-hidden">{words.text('yourGuess')}</span>
        <input
          type="range"
          min={0}
          max={most}
          value={guess ?? most / 2}
          onChange={(event) => setGuess(Number(event.target.value))}
          // Choosing the place where the handle waits is a guess, too.
          onPointerUp={(event) => setGuess(Number(event.currentTarget.value))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') setGuess(Number(event.currentTarget.value));
          }}
        />
        <output className="num q-lens">{guess ?? '–'}</output>
      </label>
    </Predict>
  );
}

interface ControlsProps {
  words: Messages;
  /** The name is done; it is begun. */
  complete: boolean;
  begun: boolean;
  /** Names in a lot. */
  count: number;
  seeds: { readonly run: number; readonly other: number };
  seed: 'run' | 'other';
  onDraw: () => void;
  onFinish: () => void;
  onAll: () => void;
  onReset: () => void;
  onSeed: (seed: 'run' | 'other') => void;
}

/** Draw, finish the name, all twenty, start over; and which random numbers. */
export function SamplingControls({ words, complete, begun, seeds, ...props }: ControlsProps) {
  const button = (text: string, press: () => void, strong = false) => (
    <button type="button" className={strong ? 'tool strong' : 'tool'} onClick={press}>
      {text}
    </button>
  );
  return (
    <>
      {button(words.text('buttons.draw'), props.onDraw, true)}
      {button(words.text(complete || !begun ? 'buttons.next' : 'buttons.finish'), props.onFinish)}
      {button(words.text('buttons.twenty', { count: props.count }), props.onAll)}
      {button(words.text('buttons.again'), props.onReset)}
      <Switch
        label={words.text('seed')}
        value={props.seed}
        options={[
          { value: 'run', label: words.text('seedOf', { seed: seeds.run }) },
          { value: 'other', label: words.text('seedOf', { seed: seeds.other }) },
        ]}
        onChange={props.onSeed}
      />
    </>
  );
}
