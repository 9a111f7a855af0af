import { LineChart, fixed, type Series } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { ScoredRun } from '../../../worker/protocol.ts';
import type { Size } from '../../frame.tsx';
import { heldOutAxes, isNarrow, ringOf, type EndGuess } from '../../held-out.ts';
import { curveTo } from '../../step0/feed-view.ts';
import { pullCurve } from './two-scores-view.ts';

interface Shared {
  size: Size;
  words: Messages;
  scale: number;
}

interface PullProps extends Shared {
  /** Tokens that shares are divided among. */
  tokens: number;
  /** The share at the cursor. */
  share: number;
  onShare: (share: number) => void;
}

const two = fixed(2);
const CURVES = [
  ['log', 'even'],
  ['squared', 'rival'],
  ['squared', 'even'],
] as const;

/** How hard each score pulls on the logit of what came, by the share that it had. */
export function PullChart({ size, words, scale, tokens, share, onShare }: PullProps) {
  const narrow = isNarrow(size, scale) ? 'Short' : '';
  const series = CURVES.map(([score, rest]): Series => {
    const id = `${score}.${rest}`;
    return {
      id,
      points: pullCurve(score, tokens, rest, share),
      quantity: 'gradient',
      dash: score === 'log' ? 'solid' : rest === 'rival' ? 'dashed' : 'dotted',
      weight: score === 'log' ? 2.5 : 1.75,
      strong: score === 'log',
      label: words.text(`pulls${narrow}.${id}`),
      text: '',
      dot: false,
    };
  });
  const says = (at: number) => words.text('shareText', { share: two(at) });
  return (
    <LineChart
      {...size}
      textScale={scale}
      label={words.text('pullLabel')}
      description={words.text('pullDescription')}
      series={series}
      xDomain={[0, 1]}
      yDomain={[0, 1]}
      xTicks={narrow ? [0] : [0, 0.25, 0.5]}
      yTicks={[0, 0.5, 1]}
      formatX={String}
      formatY={two}
      words={{ x: words.text('pullX'), y: words.text('pullY'), cursor: words.text('shareLabel') }}
      ladderWidth={(narrow ? 112 : 196) * scale}
      cursor={share}
      readouts={CURVES.map((one) => one.join('.'))}
      onCursor={onShare}
      cursorText={says}
      cursorStep={0.01}
    />
  );
}

interface RunsProps extends Shared {
  /** Of `held-out`. */
  shared: Messages;
  steps: number;
  log: ScoredRun;
  /** Null while it is computed or asked about. */
  squared: ScoredRun | null;
  rate: number;
  guess: EndGuess | null;
  onGuess: ((nats: number) => void) | null;
}

/** Held-out loss of the same network by both scores. */
export function RunsChart(props: RunsProps) {
  const { size, words, shared, scale, steps, log, squared, guess, onGuess } = props;
  const { floors } = log;
  const range = Math.max(0.5, floors.uniform - floors.trigram);
  const short = isNarrow(size, scale) ? 'Short' : '';
  const curve = (run: ScoredRun | null, score: 'log' | 'squared'): Series[] =>
    run
      ? [
          {
            id: score,
            points: curveTo(run.measured, run.nats, steps, undefined),
            dash: score === 'log' ? 'solid' : 'dashed',
            weight: 2,
            strong: true,
            label: words.text(`runs${short}.${score}`, { rate: props.rate }),
          },
        ]
      : [];
  return (
    <LineChart
      {...heldOutAxes({
        size,
        words: shared,
        scale,
        floors,
        steps,
        interval: [floors.trigram - 0.06 * range, floors.uniform + 0.12 * range],
      })}
      label={words.text('runsLabel')}
      series={[...curve(log, 'log'), ...curve(squared, 'squared')]}
      words={{ y: shared.text('nats'), guess: words.text('ring') }}
      guess={guess ? ringOf(guess, steps, words, (floors.bigram + floors.unigram) / 2) : undefined}
      onGuess={onGuess ?? undefined}
      guessText={(nats) => words.text('ringText', { nats: nats.toFixed(2) })}
    />
  );
}
