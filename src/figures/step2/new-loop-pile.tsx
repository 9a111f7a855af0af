import {
  LineChart,
  padded,
  type LineChartProps,
  type Point,
  type Series,
} from '../../charts/index.ts';
import { lineLayout } from '../../charts/lines/layout.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { Piles } from './new-loop-bars.tsx';
import { ASKED, lossTicks, shownNames, type Pile } from './new-loop-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  pile: Pile;
  /** Names read, and the weight that is opened, as the page calls it. */
  k: number;
  weight: number;
  weightName: string;
  /** The answer is hidden: the run without zeroing has not been drawn yet. */
  asking: boolean;
  guess: number | null;
  onName: (k: number) => void;
}

/** Losses up to so many times the first are drawn. */
const HIGHEST = 3;

/** Pictures lower than this have two parts and not three, px. */
const SHORT = 320;

const brief = (value: number): string => String(Number(value.toPrecision(2)));

/** The gradient of one weight as it piles up, the length of the whole gradient, and the losses. */
export function PilePicture(props: Props) {
  const { size, words, scale, pile, k, asking, guess } = props;
  const { width, height } = size;
  const names = shownNames(pile);
  const { piled, zeroed } = pile;
  const gradient = useLink('gradient');
  const loss = useLink('loss');
  const upTo = (numbers: Float64Array, last: number): Point[] =>
    Array.from(numbers.subarray(0, last), (value, i): Point => [i + 1, value]);
  const curves = (of: 'norms' | 'losses', quantity: Series['quantity'], most: number): Series[] => {
    const one = (id: 'zeroed' | 'piled', last: number): Series[] => {
      const points = upTo(pile[id][of], last);
      const end = points.at(-1);
      if (!end) return [];
      const look = id === 'zeroed' ? { weight: 1.5, tone: 0.6, halo: false } : { weight: 2.25 };
      // A dotted line leads from where the run stands to its label.
      const height = Math.min(end[1], most);
      const lead: Point[] = [
        [end[0], height],
        [names, height],
      ];
      return [
        {
          id: `${id}-to`,
          points: lead,
          quantity,
          dash: 'dotted',
          weight: 1,
          tone: 0.6,
          dot: false,
          label: words.text(id),
          text: brief(end[1]),
          strong: id === 'piled',
        },
        { id, points, quantity, ...look },
      ];
    };
    return [...one('zeroed', asking ? ASKED : k), ...(asking ? [] : one('piled', k))];
  };
  const domain = (numbers: readonly number[], most = Infinity): [number, number] => {
    const finite = numbers.filter((value) => value > 0 && Number.isFinite(value));
    return [Math.min(...finite) * 0.85, Math.min(most, Math.max(...finite) * 1.2)];
  };
  const all = (of: 'norms' | 'losses', most?: number) =>
    domain([...zeroed[of].subarray(0, names), ...piled[of]], most);
  const common = {
    width,
    textScale: scale,
    xDomain: [1, Math.max(2, names)] as const,
    yScale: 'log',
    formatY: brief,
    // All charts are as wide as their widest tick: so their names stand under one another.
    formatTick: (value: number) => padded(brief(value), 3),
    ladderWidth: (width < 430 * scale ? 106 : 132) * scale,
  } as const;
  const short = height < SHORT * scale;
  // Where there is little room, the length is drawn while it is asked about, then the losses.
  const early = asking || k <= ASKED;
  const shown = { bars: !short || !asking, norms: !short || early, losses: !short || !early };
  const heights = short
    ? { bars: height * 0.42, norms: height * (asking ? 1 : 0.58), losses: height * 0.58 }
    : { bars: height * 0.36, norms: height * 0.28, losses: height * 0.36 };
  const lengths = all('norms');
  const start = zeroed.norms[Math.min(ASKED, names) - 1];
  const norms: LineChartProps = {
    ...common,
    height: heights.norms,
    label: words.text('norms'),
    description: words.text('normsSaid', {
      k,
      zeroed: brief(zeroed.norms[k - 1] ?? NaN),
      piled: asking ? '' : brief(piled.norms[k - 1] ?? NaN),
      hidden: String(asking),
    }),
    series: curves('norms', 'gradient', lengths[1]),
    yDomain: lengths,
    yTicks: [0.01, 0.1, 1, 10, 100, 1000].filter((y) => y >= lengths[0] && y <= lengths[1]),
    words: short ? { y: words.text('norms'), x: words.text('names') } : { y: words.text('norms') },
    ...(short ? { formatX: String } : { formatX: () => '', xTicks: common.xDomain }),
    guess:
      guess === null
        ? undefined
        : {
            x: Math.min(ASKED, names),
            y: guess * start,
            text: words.text('guess', { times: guess }),
            ...(asking ? {} : { truth: piled.norms[Math.min(ASKED, names) - 1] }),
          },
  };
  const at = lineLayout(norms, []);
  // A run that breaks down leaves the frame, so that what comes before is seen.
  const prices = all('losses', HIGHEST * zeroed.losses[0]);
  return (
    <>
      <div {...gradient.bind}>
        {shown.bars && (
          <Piles
            {...props}
            width={width}
            height={heights.bars}
            names={names}
            x={at.x}
            left={at.left}
            right={at.right}
          />
        )}
        {shown.norms && <LineChart {...norms} />}
      </div>
      {shown.losses && (
        <div {...loss.bind}>
          <LineChart
            {...common}
            height={heights.losses}
            label={words.text('losses')}
            description={words.text('lossesSaid', {
              k,
              zeroed: brief(zeroed.losses[k - 1] ?? NaN),
              piled: asking ? '' : brief(piled.losses[k - 1] ?? NaN),
              hidden: String(asking),
            })}
            series={curves('losses', 'loss', prices[1])}
            yDomain={prices}
            yTicks={lossTicks(...prices)}
            words={{ y: words.text('losses'), x: words.text('names') }}
            formatX={String}
          />
        </div>
      )}
    </>
  );
}
