import type { Walker } from '../../../engine/ideas/amsgrad.ts';
import { LineChart, fixed, type Floor, type Series } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { SlopeWalks } from '../../../worker/protocol.ts';
import type { Size } from '../../frame.tsx';
import { bestEnd, type View } from './wrong-end-view.ts';

interface Props {
  size: Size;
  scale: number;
  words: Messages;
  view: View;
  data: SlopeWalks;
  walkers: readonly Walker[];
  hidden: readonly Walker[];
  guess: { value: number | null; truth: number | null } | null;
  onGuess: ((place: number) => void) | null;
}

const two = fixed(2);
const NARROW = 430;

const STYLES: Readonly<Record<Walker, Partial<Series>>> = {
  sgd: { quantity: 'ink', weight: 1.5 },
  adam: { quantity: 'optimizer', weight: 2.5, dash: 'dashed', strong: true },
  amsgrad: { quantity: 'optimizer', weight: 1.75 },
};

/** Where each walker is, step by step, between the two walls. */
export function WrongEndChart(props: Props) {
  const { size, scale, words, view, data, walkers, hidden, guess, onGuess } = props;
  const { steps, places } = data;
  const end = steps[steps.length - 1];
  const best = bestEnd(view);
  const narrow = size.width < NARROW * scale;
  const series = walkers
    .filter((walker) => !hidden.includes(walker))
    .map((walker): Series => ({
      id: walker,
      points: steps.map((step, i) => [step, places[walker][i]]),
      label: words.text(`${narrow ? 'short' : 'walker'}.${walker}`),
      ...STYLES[walker],
    }));
  const floors: Floor[] =
    best === 0
      ? []
      : [
          { id: 'best', y: best, label: words.text(narrow ? 'short.best' : 'best'), text: '' },
          { id: 'worst', y: -best, label: words.text(narrow ? 'short.worst' : 'worst'), text: '' },
        ];
  return (
    <LineChart
      {...size}
      textScale={scale}
      label={words.text('chart')}
      description={words.text('chartSays')}
      series={series}
      floors={floors}
      xScale="log"
      xDomain={[1, end]}
      yDomain={[-1.06, 1.06]}
      yTicks={[-1, 0, 1]}
      xTicks={narrow ? [1, 1000] : [1, 100, 10_000]}
      formatX={(x) => words.text('number', { value: x })}
      formatY={two}
      formatTick={fixed(0)}
      words={{ y: words.text('place'), guess: words.text('ring') }}
      ladderWidth={(narrow ? 128 : 176) * scale}
      guess={
        guess
          ? {
              x: end,
              y: guess.value,
              start: 0,
              step: 0.02,
              ...(guess.truth === null ? {} : { truth: guess.truth }),
              text:
                guess.value === null
                  ? words.text('ring')
                  : words.text('yours', { place: two(guess.value) }),
            }
          : undefined
      }
      onGuess={onGuess ?? undefined}
      guessText={two}
    />
  );
}
