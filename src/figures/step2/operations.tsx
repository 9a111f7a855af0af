import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { amount } from './amounts.ts';
import { useComputedHere } from './computed-here.ts';
import { NumberField } from '../number-field.tsx';
import { OperationsPicture } from './operations-picture.tsx';
import * as see from './operations-view.ts';

/** What one may guess the slope of relu at 0 to be. */
const GUESSES = ['0', 'half', '1', 'none'] as const;
type Guess = (typeof GUESSES)[number];

export default function OperationsFigure() {
  const words = useMessages('operations');
  const live = useComputedHere();
  const story = useStory(see.BEATS);
  const { view, change } = story;
  const { op } = view;
  const prediction = usePrediction<Guess>({
    beat: story.beat,
    at: see.ASKING,
    touched: story.touched,
  });
  const { asking } = prediction;
  const { end } = see.result(view);
  const slope = see.slopeOf(view);
  const edge = see.edgeOf(view);

  const power = see.result(see.BEATS[0]);
  const e = see.result(see.BEATS[1]);
  usePublish({
    'operations.pow.a': amount(power.a.data),
    'operations.pow.y': amount(power.end.data),
    'operations.pow.slope': amount(power.end.da),
    'operations.e': amount(e.end.data),
  });

  const values = {
    call: see.callOf(view),
    a: amount(view.a),
    b: amount(view.b),
    y: amount(end.data),
    slope: amount(slope),
    guess: prediction.guess === null ? '' : words.text(`guesses.${prediction.guess}`),
    open: String(view.a > 0),
  };
  const said = asking
    ? 'said.asking'
    : prediction.revealed
      ? 'said.guessed'
      : edge
        ? `edge.${edge}`
        : `said.${op}`;
  const options = (ops: readonly see.Operation[]) =>
    ops.map((value) => ({ value, label: <span className="num">{value}</span> }));

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      fallback={{ width: 468, height: 420 }}
      touched={story.touched}
      onResume={story.resume}
      sentence={words.say(said, values)}
      predict={
        asking && (
          <Predict question={words.say('question')} prediction={prediction}>
            <span className="ops-guess">
              <Switch<Guess | ''>
                label={words.text('answers')}
                value={prediction.guess ?? ''}
                options={GUESSES.map((value) => ({ value, label: words.text(`guesses.${value}`) }))}
                onChange={(guess) => guess !== '' && prediction.setGuess(guess)}
              />
            </span>
          </Predict>
        )
      }
      controls={
        <>
          <Switch<see.Operation>
            label={words.text('plain')}
            value={op}
            options={options(see.PLAIN)}
            onChange={(next) => change({ op: next })}
          />
          <Switch<see.Operation>
            label={words.text('sugar')}
            value={op}
            options={options(see.SUGAR)}
            onChange={(next) => change({ op: next })}
          />
          <span className="ops-fields">
            <NumberField label="a =" value={view.a} step={0.1} onChange={(a) => change({ a })} />
            {see.takesTwo(op) && (
              <NumberField label="b =" value={view.b} onChange={(b) => change({ b })} />
            )}
            {op === 'pow' && (
              <span className="ops-exponent">
                <span className="num" aria-hidden="true">
                  {words.text('k')}
                </span>
                <Switch
                  label={words.text('exponent')}
                  value={String(view.k)}
                  options={see.EXPONENTS.map((k) => ({
                    value: String(k),
                    label: <span className="num">{amount(k)}</span>,
                  }))}
                  onChange={(k) => change({ k: Number(k) })}
                />
              </span>
            )}
            <span className="ops-trials">
              {words.say('try')}
              {see.trials(view).map((trial) => {
                const [name, value] = Object.entries(trial)[0];
                return (
                  <button
                    key={value}
                    type="button"
                    className="tool num"
                    onClick={() => change(trial)}
                  >
                    {words.text('trial', { name, value: amount(Number(value)) })}
                  </button>
                );
              })}
            </span>
          </span>
        </>
      }
      picture={(size) => (
        <OperationsPicture
          size={size}
          words={words}
          view={view}
          asking={asking}
          onMove={(a) => change({ a })}
        />
      )}
      table={() => ({
        caption: words.text('table', { call: see.callOf(view) }),
        columns: (['a', 'y', 'slope'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`, { call: see.callOf(view) }),
          numeric: true,
        })),
        rows: tableRows(view).map((a) => {
          const at = { ...view, a };
          const slopeThere = asking && a === 0 ? '?' : amount(see.slopeOf(at));
          return [amount(a), amount(see.result(at).end.data), slopeThere];
        }),
      })}
    />
  );
}

/** The numbers of the table: whole and half ones in the window, and the one chosen. */
function tableRows(view: see.View): number[] {
  const { x } = see.windowOf(view);
  const steps = Array.from({ length: 2 * (x[1] - x[0]) + 1 }, (_, i) => x[0] + i / 2);
  return [...new Set([...steps, view.a])].toSorted((p, q) => p - q);
}
