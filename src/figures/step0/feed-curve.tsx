import { memo } from 'react';
import {
  INFINITY,
  LineChart,
  fixed,
  type Floor,
  type LineChartProps,
  type Point,
  type Series,
} from '../../charts/index.ts';
import { lineLayout } from '../../charts/lines/layout.ts';
import { monoWidth } from '../../charts/text.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Result } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { ringOf, type EndGuess } from '../held-out.ts';
import type { Moment } from './feed-data.ts';
import { FeedDots } from './feed-dots.tsx';
import { asDots, axisTicks, curveTo, dotStyle, fromAxis, spaced, toAxis } from './feed-view.ts';

export interface CurveProps {
  size: Size;
  words: Messages;
  /** Names counted, the run's length, and where there is nothing left to count. */
  k: number;
  steps: number;
  end: number;
  run: Result<'losses'>;
  floors: Result<'floors'>;
  /** Held-out loss now, with smoothing; undefined when nothing is held out. */
  now: number | undefined;
  /** Without smoothing: now, and at the steps of `run.heldOut`; null while it is on. */
  bare: Moment['bare'];
  /** Held-out loss past the run, where the held-out names are being counted too. */
  past: Moment['past'];
  /** Only the start of the curve is drawn: the reader is asked where it will go. */
  hidden: boolean;
  guess: EndGuess | null;
  onGuess?: (nats: number) => void;
}

const three = fixed(3);
const one = fixed(1);
const NARROW = 430;
/** Room for values and names at the right, px: low, usual, and where the ties are longer. */
const LADDERS = { narrow: 150, usual: 206, wide: 226 };
/** Distance between dots on the held-out line, in units of the axis. */
const DOTS_APART = 0.22;

/** The held-out loss as names are counted, over the losses of single names, between floors. */
export const FeedCurve = memo(function FeedCurve(props: CurveProps) {
  const { size, words, k, steps, end, run, floors, guess, hidden } = props;
  const link = useLink('loss');
  const lit = useLitKey();
  const narrow = size.width < NARROW;
  const last = k > steps ? end : steps;
  const range = Math.max(0.5, floors.uniform - floors.trigram);
  const low = floors.trigram - 0.2 * range;
  const high = floors.uniform + 0.25 * range;

  const series: Series[] = [];
  const { heldOut } = run;
  if (heldOut.nats.length > 0) {
    const upTo = hidden ? 0 : Math.min(k, steps);
    const there = k <= steps && !hidden ? props.now : undefined;
    const points = curveTo(heldOut.steps, heldOut.nats, upTo, there);
    const label = words.text(narrow ? 'heldShort' : 'held', { count: run.heldOutDocuments });
    const tone = props.bare ? 0.42 : 1;
    const named = !hidden && k <= steps && !props.bare;
    if (props.past && k > steps) {
      const past = curveTo(props.past.steps, props.past.nats, k, props.now);
      series.push({ id: 'past', points: past, dash: 'dashed', weight: 1.5, tone: 0.55 });
      if (!props.bare) series.push(leader(past, last, { label, note: words.text('counted') }));
    }
    if (named) series.push(leader(points, last, { label }));
    series.push({ id: 'held', points, weight: 2.25, tone });
    const dots = [...spaced(points, DOTS_APART), ...points.slice(-1)];
    series.push({ id: 'at', points: asDots(dots), weight: 5, tone });
    if (props.bare && !hidden) {
      const bare = curveTo(heldOut.steps, props.bare.nats, k, props.bare.now);
      const text = Number.isFinite(bare.at(-1)?.[1]) ? undefined : INFINITY;
      series.push({ id: 'bare', points: spaced(bare, 0.1), weight: 2.25 });
      series.push(leader(bare, last, { label, text }));
    }
  }

  const names = narrow ? 'floorShort' : 'floor';
  const lines: Floor[] = (['uniform', 'unigram', 'bigram', 'trigram'] as const).map((id) => ({
    id,
    y: floors[id],
    label: words.text(`${names}.${id}`),
  }));
  const ladder = LADDERS[narrow ? 'narrow' : size.width < 480 ? 'usual' : 'wide'];
  const axis = (n: number) => words.text(n === 0 ? 'axisStart' : 'number', { value: n });
  const ticks = axisTicks(last, size.width - ladder - 32, (n) => monoWidth(axis(n)));
  const nats = (value: number | undefined) => (value === undefined ? '' : three(value));
  const chart: LineChartProps = {
    ...size,
    label: words.text('curve'),
    description:
      props.now === undefined
        ? words.text('curveAlone')
        : words.text('curveDescription', {
            k,
            hidden: String(hidden),
            held: hidden ? '' : nats(props.now),
            uniform: nats(floors.uniform),
            unigram: nats(floors.unigram),
            bigram: nats(floors.bigram),
            trigram: nats(floors.trigram),
          }),
    series,
    floors: lines,
    highlighted: lit === 'floor' ? 'bigram' : null,
    words: {
      y: words.text(hidden || k === 0 ? 'nats' : 'natsDots'),
      guess: words.text('ring'),
    },
    xDomain: [0, toAxis(last)],
    yDomain: [low, high],
    xTicks: ticks.map(toAxis),
    formatX: (x) => axis(fromAxis(x)),
    ladderWidth: ladder,
    formatY: three,
    formatTick: one,
    guess: guess ? ringOf(guess, steps, words, (floors.uniform + floors.trigram) / 2) : undefined,
    onGuess: hidden ? props.onGuess : undefined,
    guessText: (y) => words.text('ringText', { nats: y.toFixed(2) }),
  };
  const at = lineLayout(chart, []);
  return (
    <div className="feed-curve" {...link.bind}>
      <FeedDots
        losses={run.losses}
        k={hidden ? 0 : Math.min(k, steps)}
        {...size}
        {...dotStyle(k)}
        left={at.left}
        right={at.right}
        top={at.top}
        bottom={at.bottom - 4}
        last={last}
        low={low}
        high={high}
      />
      <LineChart {...chart} />
    </div>
  );
});

/** From the end of a line to its label: a dotted hairline. */
function leader(
  points: readonly Point[],
  last: number,
  text: Pick<Series, 'label' | 'note' | 'text'>,
): Series {
  const end = points.at(-1) ?? [0, 0];
  const to = [toAxis(last), end[1]] as const;
  return {
    id: 'now',
    points: [end, to],
    dash: 'dotted',
    weight: 1,
    tone: 0.6,
    dot: false,
    ...text,
  };
}
