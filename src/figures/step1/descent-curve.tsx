import { memo } from 'react';
import {
  LineChart,
  fixed,
  type LineChartProps,
  type Point,
  type Series,
} from '../../charts/index.ts';
import { lineLayout } from '../../charts/lines/layout.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { heldOutAxes, isNarrow, ringOf, type EndGuess } from '../held-out.ts';
import { FeedDots } from '../step0/feed-dots.tsx';
import { curveTo, dotStyle, toAxis } from '../step0/feed-view.ts';
import type { Descent } from './descent-data.ts';
import { seenOf } from './descent-view.ts';

export interface CurveProps {
  size: Size;
  words: Messages;
  scale: number;
  descent: Descent;
  /** Only the beginning is drawn: the reader is asked where the curve will end. */
  asking: boolean;
  guess: EndGuess | null;
  onGuess: (nats: number) => void;
}

const three = fixed(3);

/** The losses that the curve is drawn between: a little more than the floors span. */
function lossInterval({ floors }: Descent): [number, number] {
  const range = Math.max(0.5, floors.uniform - floors.trigram);
  return [floors.trigram - 0.2 * range, floors.uniform + 0.25 * range];
}

/** The held-out loss as names are learned from, over the losses of single names, between floors. */
export const DescentCurve = memo(function DescentCurve(props: CurveProps) {
  const { size, words, scale, descent, asking, guess } = props;
  const { floors, run, heldOut, losses, thin, counting, ended } = descent;
  const link = useLink('loss');
  const lit = useLitKey();
  const { steps } = run;
  const narrow = isNarrow(size, scale);
  const shared = useMessages('held-out');
  const [low, high] = lossInterval(descent);
  const k = asking ? Math.min(descent.k, seenOf(steps)) : descent.k;
  const now = asking || !descent.now ? undefined : descent.now;
  const short = narrow ? 'Short' : '';

  const series: Series[] = [];
  if (counting && counting.nats.length > 0) {
    const points = curveTo(counting.steps, counting.nats, steps, undefined);
    const label = words.text(`counting${short}`);
    series.push({ id: 'counting', points, dash: 'dashed', weight: 1.5, tone: 0.75, label });
  }
  // Until single names are known, their means over stretches say where the run went.
  if (!losses && thin && !asking) {
    const stretch = (ended ? ended.step - 1 : steps) / thin.length;
    const points = Array.from(thin, (nats, i): Point => [toAxis((i + 0.5) * stretch), nats]);
    series.push({ id: 'thin', points, weight: 1, tone: 0.35, halo: false });
  }
  const points = heldOut
    ? curveTo(heldOut.steps, heldOut.nats, k, now?.step === k ? now.nats : undefined)
    : now
      ? [[toAxis(now.step), now.nats] as const]
      : [];
  const end = points.at(-1);
  if (end) {
    // A loss beyond the frame has no place on the ladder.
    if (!asking && end[1] <= high) {
      const to: Point = [toAxis(steps), end[1]];
      const leader = { dash: 'dotted', weight: 1, tone: 0.6, dot: false } as const;
      const label = words.text(`network${short}`);
      series.push({ id: 'now', points: [end, to], ...leader, label, strong: true });
    }
    series.push({ id: 'held', points, weight: 2.5 });
  }

  const nats = (value: number | undefined) => (value === undefined ? '' : three(value));
  const chart: LineChartProps = {
    ...heldOutAxes({ size, words: shared, scale, floors, steps, interval: [low, high] }),
    label: words.text('curve'),
    description: words.text('curveDescription', {
      k,
      hidden: String(asking),
      held: nats(now?.nats),
      counting: nats(counting?.nats.at(-1)),
      uniform: nats(floors.uniform),
      unigram: nats(floors.unigram),
      bigram: nats(floors.bigram),
      trigram: nats(floors.trigram),
    }),
    series,
    highlighted: lit === 'floor' ? 'bigram' : null,
    words: {
      y: narrow ? shared.text('nats') : words.text('natsDots'),
      guess: words.text('ring'),
    },
    guess: guess ? ringOf(guess, steps, words, (floors.uniform + floors.trigram) / 2) : undefined,
    onGuess: asking ? props.onGuess : undefined,
    guessText: (y) => words.text('ringText', { nats: y.toFixed(2) }),
  };
  const at = lineLayout(chart, []);
  const stop = ended && k >= ended.lastGood ? at.x(toAxis(ended.step)) : null;
  return (
    <div className="descent-curve" {...link.bind}>
      {losses && (
        <FeedDots
          losses={losses}
          k={Math.min(k, losses.length)}
          {...size}
          {...dotStyle(k)}
          left={at.left}
          right={at.right}
          top={at.top}
          bottom={at.bottom - 4}
          last={steps}
          low={low}
          high={high}
        />
      )}
      <LineChart {...chart} />
      {stop !== null && (
        <svg className="descent-stop" width={size.width} height={size.height} aria-hidden="true">
          <path d={`M${stop} ${at.top - 6}V${at.bottom}`} />
          <text
            x={stop + (stop > at.right - 90 ? -5 : 5)}
            y={at.top + 6}
            data-end={stop > at.right - 90 || undefined}
          >
            {words.text('stopped', { step: ended!.step })}
          </text>
        </svg>
      )}
    </div>
  );
});
