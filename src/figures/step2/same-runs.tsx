import { LineChart, fixed, type LineChartProps, type Point } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { largestApart, tiny, type Twins } from './same-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  twins: Twins;
  /** The second run is hidden, and with it what both invent. */
  asking: boolean;
}

/** The last bit of a loss between 2 and 4. */
const LAST_BIT = 2 ** -51;
const one = fixed(1);

/** Pictures lower than this have one chart and not two, px. */
const SHORT = 320;
/** Height of a line of names, and room for the program that invented them, px. */
const LINE = 17;
const TITLE = 76;

/** Lines that names take, so many characters a line. */
export function linesFor(names: readonly string[], perLine: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of names) {
    if (used > 0 && used + length > perLine) [lines, used] = [lines + 1, 0];
    used += length + 1;
  }
  return lines;
}

/** One curve drawn twice, how far the two are apart, and what both programs invent. */
export function SameRuns({ size, words, scale, twins, asking }: Props) {
  const { width, height } = size;
  const { bind } = useLink('loss');
  const { stretches, names, steps } = twins;
  const line = LINE * scale;
  const perLine = Math.floor((width - TITLE * scale) / (7.2 * scale));
  const rows = Math.min(4, Math.max(1, linesFor(names.byHand, perLine)));
  const lists = Math.round(2 * rows * line + 16 * scale);
  const short = height < SHORT * scale;
  const upper = Math.round((height - lists) * (short ? 1 : 0.5));
  const lower = short ? upper : height - lists - upper;
  const series = (of: 'byHand' | 'recorded' | 'apart'): Point[] =>
    stretches.map((stretch): Point => [(stretch.from + stretch.to) / 2, stretch[of]]);
  const common = {
    width,
    textScale: scale,
    xDomain: [0, Math.max(1, steps)] as const,
    ladderWidth: (width < 430 * scale ? 90 : 104) * scale,
  };
  const finite = stretches.flatMap(({ byHand }) => (byHand < 50 ? [byHand] : []));
  const curves: LineChartProps = {
    ...common,
    height: upper,
    label: words.text('curves'),
    description: words.text('curvesSaid', { steps, apart: tiny(largestApart(twins)) }),
    series: [
      {
        id: 'byHand',
        points: series('byHand'),
        weight: 6,
        tone: 0.34,
        dot: false,
        label: words.text('byHand'),
        text: '',
      },
      ...(asking
        ? []
        : [
            {
              id: 'recorded',
              points: series('recorded'),
              weight: 1.5,
              halo: false,
              dot: false,
              label: words.text('recorded'),
              text: '',
            },
          ]),
    ],
    yDomain: [Math.min(...finite) - 0.1, Math.max(...finite) + 0.1],
    formatY: one,
    xTicks: common.xDomain,
    formatX: () => '',
    words: { y: words.text('curves') },
  };
  const differences = series('apart').filter(([, y]) => Number.isFinite(y));
  const most = Math.max(1e-11, 2 * largestApart(twins));
  const apart: LineChartProps = {
    ...common,
    height: lower,
    label: words.text('apart'),
    description: words.text('curvesSaid', { steps, apart: tiny(largestApart(twins)) }),
    series: asking
      ? []
      : [
          {
            id: 'apart',
            points: differences,
            weight: 2,
            dot: false,
            label: words.text('difference'),
            text: '',
          },
        ],
    floors: [{ id: 'place', y: LAST_BIT, quantity: 'ink', label: words.text('place'), text: '' }],
    yScale: 'log',
    yDomain: [1e-16, most],
    words: { y: words.text('apart'), x: words.text('namesAxis') },
  };
  return (
    <>
      <dl className="same-lists" style={{ height: lists }}>
        {(['byHand', 'recorded'] as const).map((program) => (
          <List
            key={program}
            title={words.text(program)}
            names={names[program]}
            others={names[program === 'byHand' ? 'recorded' : 'byHand']}
            hidden={asking}
            none={words.text(asking ? 'hidden' : 'noNames')}
          />
        ))}
      </dl>
      <div {...bind}>
        {(!short || asking) && <LineChart {...curves} />}
        {(!short || !asking) && <LineChart {...apart} />}
      </div>
    </>
  );
}

function List(props: {
  title: string;
  names: readonly string[];
  others: readonly string[];
  hidden: boolean;
  none: string;
}) {
  const { title, names, others, hidden, none } = props;
  return (
    <>
      <dt>{title}</dt>
      {hidden || names.length === 0 ? (
        <dd data-hidden>{none}</dd>
      ) : (
        <dd>
          {names.map((name, i) => (
            <span key={i}>
              <bdi className={name === others[i] ? 'letter' : 'letter other'}>{name}</bdi>{' '}
            </span>
          ))}
        </dd>
      )}
    </>
  );
}
