import { LineChart, fixed, type Series } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Size } from '../../frame.tsx';
import { ANGLES, MOST, spanOf, type View } from './turned-view.ts';

interface Props {
  size: Size;
  scale: number;
  words: Messages;
  view: View;
  /** Plain descent's end, and Adam's at every angle; null where it is not known. */
  plain: number | null;
  adam: readonly (number | null)[];
  guess: { value: number | null; truth: number | null } | null;
  onGuess: ((nats: number) => void) | null;
  onAngle: ((angle: number) => void) | null;
}

const three = fixed(3);
const NARROW = 430;

/** Where Adam ends, by how far its axes are turned, beside plain descent. */
export function TurnedChart(props: Props) {
  const { size, scale, words, view, plain, adam, guess, onGuess, onAngle } = props;
  const narrow = size.width < NARROW * scale;
  const shown = view.known === 'own' ? adam.slice(0, 1) : adam;
  const points = shown.flatMap((nats, i) => (nats === null ? [] : [[ANGLES[i], nats] as const]));
  const series: Series[] = [
    {
      id: 'adam',
      points,
      quantity: 'optimizer',
      dash: 'dashed',
      weight: 2.5,
      strong: true,
      label: words.text('adam'),
    },
  ];
  const nearest = (x: number): number =>
    ANGLES.reduce<number>((best, one) => (Math.abs(one - x) < Math.abs(best - x) ? one : best), 0);
  return (
    <LineChart
      {...size}
      textScale={scale}
      label={words.text('chart')}
      description={words.text('chartSays')}
      series={points.length > 0 ? series : []}
      floors={
        plain === null
          ? []
          : [
              {
                id: 'plain',
                y: plain,
                quantity: 'ink',
                label: words.text(narrow ? 'short' : 'plain'),
              },
            ]
      }
      xDomain={[0, MOST]}
      yDomain={spanOf(view.known === 'own' ? [plain, shown[0]] : [plain, ...shown])}
      xTicks={narrow ? [0, 15, 45] : [0, 5, 10, 15, 30, 45]}
      formatX={(x) => words.text('degrees', { value: x })}
      formatY={three}
      words={{
        x: narrow ? undefined : words.text('turned'),
        y: words.text('nats'),
        cursor: words.text('angle'),
        guess: words.text('ring'),
      }}
      ladderWidth={(narrow ? 116 : 170) * scale}
      cursor={onAngle ? view.angle : null}
      readouts={['adam']}
      onCursor={onAngle ? (x) => onAngle(nearest(x)) : undefined}
      cursorText={(x) => words.text('degrees', { value: nearest(x) })}
      cursorStep={5}
      guess={
        guess
          ? {
              x: MOST,
              y: guess.value,
              start: plain ?? undefined,
              step: 0.001,
              ...(guess.truth === null ? {} : { truth: guess.truth }),
              text:
                guess.value === null
                  ? words.text('ring')
                  : words.text('yours', { nats: three(guess.value) }),
            }
          : undefined
      }
      onGuess={onGuess ?? undefined}
      guessText={three}
    />
  );
}
