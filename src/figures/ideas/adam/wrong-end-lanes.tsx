import type { Walker } from '../../../engine/ideas/amsgrad.ts';
import { signed } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { SlopeWalks } from '../../../worker/protocol.ts';
import { roundOf } from './wrong-end-view.ts';

interface Props {
  width: number;
  height: number;
  scale: number;
  words: Messages;
  data: SlopeWalks;
  walkers: readonly Walker[];
  hidden: readonly Walker[];
}

const two = signed(2);
const HEAD = 20;
const NAMES = 92;
const NET = 52;
/** A lane is no higher than this. */
const MOST = 44;

/** One period of each walk: the step at the large slope, and how far the others take it back. */
export function Lanes({ width, height, scale, words, data, walkers, hidden }: Props) {
  const left = NAMES * scale;
  const right = width - NET * scale;
  const head = HEAD * scale;
  const lane = Math.min(MOST * scale, (height - head) / 3);
  const rounds = walkers.map((walker) => (hidden.includes(walker) ? null : roundOf(data, walker)));
  const reach = Math.max(1.15, ...rounds.map((one) => (one ? Math.abs(one.net) : 0))) * 1.08;
  const x = (value: number): number => left + ((value + reach) / (2 * reach)) * (right - left);
  const arrow = (from: number, to: number, y: number): string => {
    const tip = x(to);
    const way = Math.sign(to - from) * Math.min(6, Math.abs(tip - x(from)) / 2);
    return `M${x(from)} ${y}H${tip}M${tip - way} ${y - 4}L${tip} ${y}L${tip - way} ${y + 4}`;
  };
  return (
    <svg
      className="lanes"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.text('lanesLabel')}
    >
      <text className="c-note" x={0} y={12 * scale}>
        {words.text('lanes')}
      </text>
      <path className="lanes-zero" d={`M${x(0)} ${head}V${head + lane * walkers.length}`} />
      {walkers.map((walker, i) => {
        const round = rounds[i];
        const y = head + lane * (i + 0.5);
        return (
          <g key={walker} className={`walk-${walker}`}>
            <text className="lanes-name" x={0} y={y + 4 * scale}>
              {words.text(`walker.${walker}`)}
            </text>
            {round && (
              <>
                <path className="lanes-first" d={arrow(0, round.first, y - 5)} />
                <path className="lanes-others" d={arrow(round.first, round.net, y + 5)} />
                <circle cx={x(round.net)} cy={y + 5} r={3.5} />
              </>
            )}
            <text className="lanes-net" x={width} y={y + 4 * scale} textAnchor="end">
              {round ? two(round.net) : '?'}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
