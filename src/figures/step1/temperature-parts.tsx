import { Bars, fixed, type DataTableProps } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { GeneratedName } from '../../worker/protocol.ts';
import { Predict, type Prediction } from '../predict.tsx';
import { placeOf, TEMPERATURES, temperatureText, TWENTY } from './temperature-view.ts';

const three = fixed(3);

interface DialProps {
  words: Messages;
  temperature: number;
  onTemperature: (temperature: number) => void;
}

/** The slider, with what its ends come to. */
export function TemperatureDial({ words, temperature, onTemperature }: DialProps) {
  return (
    <label className="temperature-dial">
      <span>{words.text('temperature')}</span>
      <span className="temperature-end" aria-hidden="true">
        {words.text('cold')}
      </span>
      <input
        type="range"
        min={0}
        max={TEMPERATURES.length - 1}
        step={1}
        value={placeOf(temperature)}
        aria-valuetext={temperatureText(temperature)}
        onChange={(event) => onTemperature(TEMPERATURES[event.currentTarget.valueAsNumber])}
      />
      <span className="temperature-end" aria-hidden="true">
        {words.text('hot')}
      </span>
      <output className="num">{temperatureText(temperature)}</output>
    </label>
  );
}

interface QuestionProps {
  words: Messages;
  prediction: Prediction<number>;
  cold: string;
}

/** “Turned down to 0.05, how many different names among twenty?” */
export function TemperatureQuestion({ words, prediction, cold }: QuestionProps) {
  const { guess, setGuess } = prediction;
  return (
    <Predict
      question={words.say('question', { count: TWENTY, cold })}
      prediction={prediction}
      ready={guess !== null}
    >
      <label className="predict-slider">
        <span className="visually-hidden">{words.text('yourGuess')}</span>
        <input
          type="range"
          min={1}
          max={TWENTY}
          value={guess ?? TWENTY / 2}
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

interface BentProps {
  width: number;
  height: number;
  scale: number;
  words: Messages;
  labels: readonly string[];
  /** Label of the token before. */
  from: string;
  /** At temperature 1, and as bent. */
  before: ArrayLike<number>;
  after: ArrayLike<number>;
  /** The token drawn. */
  next: number | null;
  temperature: number;
}

/** What may come next: as the network gives it, in outline, and bent by the temperature. */
export function BentBars({ words, labels, before, after, next, ...props }: BentProps) {
  const link = useLink('probability');
  const tallest = Math.max(...Array.from(before), ...Array.from(after), 0.1);
  const values = { from: props.from, temperature: temperatureText(props.temperature) };
  return (
    <div className="temperature-bars" {...link.bind}>
      <Bars
        width={props.width}
        height={props.height}
        textScale={props.scale}
        orientation="vertical"
        label={words.text('bars', values)}
        bars={labels.map((label, token) => ({
          id: String(token),
          label,
          value: after[token] ?? 0,
          overlay: before[token] ?? 0,
          emphasis: token === next ? 'strong' : 'normal',
        }))}
        overlayQuantity="ink"
        domain={[0, tallest]}
        values="none"
        words={{ axis: words.text('axis', values) }}
      />
    </div>
  );
}

/** Every draw of every name. */
export function temperatureTable(
  words: Messages,
  temperature: number,
  label: (token: number) => string,
  names: readonly GeneratedName[],
  counting: readonly GeneratedName[],
): Omit<DataTableProps, 'height'> {
  return {
    caption: words.text('table', { temperature: temperatureText(temperature) }),
    columns: (['name', 'letter', 'u', 'p', 'listed'] as const).map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: key === 'u' || key === 'p',
    })),
    rows: [
      ...names.flatMap(({ text, known, draws }) =>
        draws.map(({ next, u, p }) => [
          text,
          label(next),
          three(u),
          three(p),
          words.text(known ? 'yes' : 'no'),
        ]),
      ),
      ...counting.map(({ text, known }) => [
        words.text('ofCounting', { name: text }),
        '',
        '',
        '',
        words.text(known ? 'yes' : 'no'),
      ]),
    ],
  };
}
