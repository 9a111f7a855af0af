import { memo } from 'react';
import { LineChart, fixed, type Series } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { heldOutAxes, isNarrow, ringOf, type EndGuess } from '../held-out.ts';
import { curveTo, toAxis } from '../step0/feed-view.ts';
import { rateText } from '../step1/descent-view.ts';
import type { Valleys } from './valleys-data.ts';
import { OPTIMIZERS, type View } from './valleys-view.ts';

interface Props {
  size: Size;
  words: Messages;
  /** Of `held-out`. */
  shared: Messages;
  scale: number;
  steps: number;
  known: Valleys;
  view: View;
  asking: boolean;
  guess: EndGuess | null;
  onGuess: ((nats: number) => void) | null;
}

const three = fixed(3);

/** Held-out loss of plain descent and of Adam while they read the same names. */
export const ValleysChart = memo(function ValleysChart(props: Props) {
  const { size, words, shared, scale, steps, known, view, asking, guess, onGuess } = props;
  const { floors, curves } = known;
  const link = useLink('loss');
  const short = isNarrow(size, scale) ? 'Short' : '';
  const range = Math.max(0.5, floors.uniform - floors.trigram);
  const [low, high] = [floors.trigram - 0.06 * range, floors.uniform + 0.12 * range];
  const series = OPTIMIZERS.flatMap((method): Series[] => {
    const points = curves[method];
    // What is asked about stays hidden.
    if (!points || (asking && method === 'adam')) return [];
    const line = curveTo(points.steps, points.nats, view.step, undefined);
    const end = line.at(-1);
    if (!end) return [];
    const strong = method === view.method;
    const label = words.text(`run${short}.${method}`, { rate: rateText(view[method]) });
    // A loss beyond the frame has no place on the ladder.
    const told = end[1] <= high ? { label } : {};
    const tone = strong ? 1 : 0.7;
    const leader: Series = {
      id: `${method}-now`,
      points: [end, [toAxis(steps), end[1]]],
      dash: 'dotted',
      weight: 1,
      tone: 0.6,
      dot: false,
      strong,
      ...told,
    };
    const onTheWay = end[0] < toAxis(steps);
    return [
      ...(onTheWay ? [leader] : []),
      {
        id: method,
        points: line,
        dash: method === 'sgd' ? 'dashed' : 'solid',
        weight: strong ? 2.5 : 1.75,
        tone,
        ...(onTheWay ? {} : { strong, ...told }),
      },
    ];
  });
  const end = (method: 'sgd' | 'adam') => three(curves[method]?.nats.at(-1) ?? NaN);
  return (
    <div {...link.bind}>
      <LineChart
        {...heldOutAxes({ size, words: shared, scale, floors, steps, interval: [low, high] })}
        label={words.text('curve')}
        description={words.text(asking ? 'curveAsking' : 'curveDescription', {
          sgd: end('sgd'),
          adam: asking ? '' : end('adam'),
          uniform: three(floors.uniform),
          bigram: three(floors.bigram),
        })}
        series={series}
        words={{ y: shared.text('nats'), guess: words.text('ring') }}
        guess={
          guess ? ringOf(guess, steps, words, (floors.bigram + floors.unigram) / 2) : undefined
        }
        onGuess={onGuess ?? undefined}
        guessText={(nats) => words.text('ringText', { nats: nats.toFixed(2) })}
      />
    </div>
  );
});
