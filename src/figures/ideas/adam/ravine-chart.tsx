import { LineChart, type Point, type Series } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Racer, RaceSteps } from '../../../worker/protocol.ts';
import type { Size } from '../../frame.tsx';
import { ANGLES, SLANT, STRETCHES, type View } from './ravine-view.ts';

/** A guess at the steps that Adam needs, and the truth once it is told. */
export interface StepsGuess {
  readonly value: number | null;
  readonly truth: number | null;
}

interface Props {
  size: Size;
  scale: number;
  words: Messages;
  view: View;
  data: RaceSteps;
  shown: readonly Racer[];
  /** Of the four, those whose turned ways are being asked about. */
  hidden: readonly Racer[];
  guess: StepsGuess | null;
  onGuess: ((steps: number) => void) | null;
  onChange: (part: Partial<View>) => void;
}

const STYLES: Readonly<Record<Racer, Partial<Series>>> = {
  sgd: { quantity: 'ink', weight: 1.75 },
  momentum: { quantity: 'ink', tone: 0.75, weight: 1.75, dash: 'dotted' },
  rmsprop: { quantity: 'optimizer', weight: 1.75, dash: 'dotted' },
  adam: { quantity: 'optimizer', weight: 2.25, dash: 'dashed' },
};

/** Steps on the axis; more have left the frame. */
const DOMAIN: [number, number] = [1, 1000];
const TICKS = [1, 10, 100, 1000];
/** The ring waits here. */
const WAITS = 30;

/** How many steps each needs, by the angle of the ravine or by its stretch. */
export function RavineChart(props: Props) {
  const { size, scale, words, view, data, shown, hidden, guess, onGuess, onChange } = props;
  const { over } = view;
  const series = shown.map((racer): Series => {
    const points = data.values.map((value, i): Point => [value, data.steps[racer][i]]);
    return {
      id: racer,
      // What is asked about ends where it begins.
      points: hidden.includes(racer) ? points.slice(0, 1) : points,
      dot: hidden.includes(racer),
      ...STYLES[racer],
    };
  });
  const values: readonly number[] = over === 'angle' ? ANGLES : STRETCHES;
  const nearest = (x: number): number => {
    const far = (value: number) =>
      over === 'angle' ? Math.abs(value - x) : Math.abs(Math.log10(value / x));
    return values.reduce((best, value) => (far(value) < far(best) ? value : best), values[0]);
  };
  return (
    <LineChart
      {...size}
      textScale={scale}
      label={words.text(`chart.${over}`)}
      description={words.text(`chartSays.${over}`)}
      series={series}
      xScale={over === 'stretch' ? 'log' : 'linear'}
      yScale="log"
      xDomain={[values[0], values[values.length - 1]]}
      yDomain={DOMAIN}
      xTicks={over === 'angle' ? [0, SLANT, 90] : size.width < 180 * scale ? [1, 1000] : TICKS}
      yTicks={TICKS}
      formatX={(x) => words.text(`${over}Tick`, { value: x })}
      formatY={(y) => words.text('number', { value: Math.round(y) })}
      formatTick={(y) => words.text('number', { value: y })}
      words={{
        y: words.text('chartY'),
        cursor: words.text(`${over}Label`),
        guess: words.text('ring'),
      }}
      ladderWidth={14 * scale}
      cursor={over === 'angle' ? view.angle : view.stretch}
      readouts={[]}
      onCursor={onGuess ? undefined : (x) => onChange({ [over]: nearest(x) })}
      cursorText={(x) => words.text(`${over}Tick`, { value: nearest(x) })}
      cursorStep={over === 'angle' ? 5 : 0.5}
      guess={
        guess
          ? {
              x: SLANT,
              y: guess.value,
              start: WAITS,
              step: 1,
              ...(guess.truth === null ? {} : { truth: guess.truth }),
              text: guess.value === null ? words.text('ring') : String(guess.value),
            }
          : undefined
      }
      onGuess={onGuess ?? undefined}
      guessText={(steps) => words.text('stepsOf', { steps })}
    />
  );
}
