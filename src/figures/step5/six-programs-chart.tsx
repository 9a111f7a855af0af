import { memo } from 'react';
import { LineChart, fixed, type Series } from '../../charts/index.ts';
import type { Model } from '../../engine/recipe.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { heldOutAxes, isNarrow, ringOf, type EndGuess } from '../held-out.ts';
import { curveTo } from '../step0/feed-view.ts';
import type { Six } from './six-programs-data.ts';
import { CURVES, fittingNames } from './six-programs-view.ts';

interface Props {
  size: Size;
  words: Messages;
  /** Of `held-out`. */
  shared: Messages;
  scale: number;
  steps: number;
  six: Six;
  /** The newest program that is drawn. */
  last: Model;
  /** The reader's guess at where the last program ends, and that end once it is told. */
  guess: EndGuess | null;
  /** Null when the guess cannot be moved. */
  onGuess: ((nats: number) => void) | null;
}

const three = fixed(3);
/** Above this height a program's names stand under it, px. */
const TALL = 400;
/** Of the ladder: its values and the gap before them, px. */
const VALUES = 66;

/** Held-out loss of all six programs while they read the same names, between floors. */
export const SixChart = memo(function SixChart(props: Props) {
  const { size, words, shared, scale, steps, six, last, guess, onGuess } = props;
  const { floors, curves, programs } = six;
  const link = useLink('loss');
  const lit = useLitKey();
  const short = isNarrow(size, scale) ? 'Short' : '';
  const range = Math.max(0.5, floors.uniform - floors.trigram);
  const low = floors.trigram - 0.06 * range;
  const high = floors.uniform + 0.1 * range;
  const axes = heldOutAxes({
    size,
    words: shared,
    scale,
    floors,
    steps,
    interval: [low, high],
  });
  const named = size.height >= TALL * scale;
  const room = (axes.ladderWidth ?? 0) - VALUES * scale;

  const series = CURVES.filter((model) => model <= last).flatMap((model): Series[] => {
    const curve = curves[model];
    const end = curve?.nats.at(-1);
    if (!curve || end === undefined) return [];
    const strong = model === last;
    // A loss beyond the frame has no place on the ladder.
    const told = end <= high && {
      mark: model === 2 ? '1,2' : String(model),
      label: words.text(`name${short}.${model === 2 ? 1 : model}`),
      note: named ? fittingNames(programs[model].names, room, scale) : undefined,
      noteVoice: 'serif' as const,
    };
    return [
      {
        id: `program${model}`,
        points: curveTo(curve.steps, curve.nats, steps, undefined),
        dash: model === 0 ? 'dashed' : 'solid',
        weight: strong ? 2.5 : 1.5,
        tone: strong ? 1 : 0.62,
        strong,
        ...told,
      },
    ];
  });
  const endOf = (model: Model) => three(programs[model].nats ?? NaN);
  return (
    <div {...link.bind}>
      <LineChart
        {...axes}
        label={words.text('curve')}
        description={words.text('curveDescription', {
          ends: CURVES.filter((model) => model <= last)
            .map((model) => `${words.text(`name.${model}`)} ${endOf(model)}`)
            .join(', '),
          uniform: three(floors.uniform),
          bigram: three(floors.bigram),
          trigram: three(floors.trigram),
        })}
        series={series}
        words={{ y: shared.text('nats'), guess: words.text('ring') }}
        highlighted={lit === 'floor' ? 'bigram' : null}
        guess={
          guess ? ringOf(guess, steps, words, (floors.bigram + floors.trigram) / 2) : undefined
        }
        onGuess={onGuess ?? undefined}
        guessText={(nats) => words.text('ringText', { nats: nats.toFixed(2) })}
      />
    </div>
  );
});
