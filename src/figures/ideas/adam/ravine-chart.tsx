import { Frame } from '../../../charts/Frame.tsx';
import { Range } from '../../../charts/lines/Range.tsx';
import type { Messages } from '../../../reader/messages.tsx';
import type { Racer, RaceSteps } from '../../../worker/protocol.ts';
import type { Size } from '../../frame.tsx';
import { Ring, RingHandle, type RingGuess } from '../ring.tsx';
import { chartLayout, curvePath, nearest, ticksOf } from './ravine-steps.ts';
import { SLANT, type View } from './ravine-view.ts';

interface Props {
  size: Size;
  scale: number;
  words: Messages;
  view: View;
  data: RaceSteps;
  shown: readonly Racer[];
  /** Of the four, those whose turned ways are being asked about. */
  hidden: readonly Racer[];
  guess: RingGuess | null;
  onGuess: ((steps: number) => void) | null;
  onChange: (part: Partial<View>) => void;
}

/** The ring waits at so many steps. */
const WAITS = 30;

/** How many steps each needs, by the angle of the ravine or by its stretch. */
export function RavineChart(props: Props) {
  const { size, scale, words, view, data, shown, hidden, guess, onGuess, onChange } = props;
  const { over } = view;
  const at = chartLayout(size, scale, over);
  const now = over === 'angle' ? view.angle : view.stretch;
  const { values } = data;
  const place = Math.max(0, values.indexOf(nearest(values, now, over)));
  return (
    <Frame
      {...size}
      textScale={scale}
      label={words.text(`chart.${over}`)}
      description={words.text(`chartSays.${over}`)}
      named
      over={() =>
        onGuess && guess ? (
          <RingHandle
            guess={guess}
            start={WAITS}
            x={at.x(SLANT)}
            y={at.y}
            at={at.stepsAt}
            min={1}
            max={data.most}
            step={1}
            label={words.text('ring')}
            text={(steps) => words.text('stepsOf', { steps: Math.round(steps) })}
            onGuess={onGuess}
          />
        ) : (
          <Range
            label={words.text(`${over}Label`)}
            left={at.left}
            top={at.top}
            width={at.right - at.left}
            height={at.bottom - at.top}
            value={place}
            min={0}
            max={values.length - 1}
            step={1}
            text={words.text(`${over}Tick`, { value: now })}
            onChange={(to) => onChange({ [over]: values[to] })}
          />
        )
      }
    >
      <text className="c-note" x={0} y={12 * scale}>
        {words.text('chartY')}
      </text>
      {ticksOf('steps').map((steps) => (
        <text
          key={steps}
          className="c-mono"
          x={at.left - 7}
          y={at.y(steps) + 4 * scale}
          textAnchor="end"
        >
          {words.text('number', { value: steps })}
        </text>
      ))}
      <path className="c-axis" d={`M${at.left} ${at.top}V${at.bottom}H${at.right}`} />
      {ticksOf(over, at.right - at.left < 150 * scale).map((value) => (
        <text
          key={value}
          className="c-mono"
          x={at.x(value)}
          y={at.bottom + 17 * scale}
          textAnchor="middle"
        >
          {words.text(`${over}Tick`, { value })}
        </text>
      ))}
      <path className="ravine-now" d={`M${at.x(now)} ${at.top}V${at.bottom}`} />
      {shown.map((racer) => {
        // What is asked about ends where it begins.
        const steps = hidden.includes(racer) ? data.steps[racer].slice(0, 1) : data.steps[racer];
        const d = curvePath(values, steps, at);
        return (
          <g key={racer} className={`race-${racer}`}>
            <path className="race-halo" d={d} />
            <path className="race-way" d={d} />
            {steps.length === 1 && <circle cx={at.x(values[0])} cy={at.y(steps[0])} r={3.5} />}
          </g>
        );
      })}
      {guess && (
        <Ring
          guess={guess}
          start={WAITS}
          x={at.x(SLANT)}
          y={at.y}
          left={at.left}
          scale={scale}
          text={guess.value === null ? words.text('ring') : String(guess.value)}
        />
      )}
    </Frame>
  );
}
