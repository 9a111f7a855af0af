import { fixed } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Size } from '../../frame.tsx';
import type { SeedEnds } from './turned-view.ts';

interface Props {
  size: Size;
  scale: number;
  words: Messages;
  ends: readonly SeedEnds[];
}

const two = fixed(2);
const LEFT = 66;
const RIGHT = 12;
const HEAD = 24;
const FOOT = 24;
/** A row is no higher than this. */
const MOST = 72;

/** Three ends a seed: Adam, Adam along turned axes, plain descent. Left is better. */
export function TurnedSeeds({ size, scale, words, ends }: Props) {
  const { width, height } = size;
  const left = LEFT * scale;
  const head = HEAD * scale;
  const row = Math.min(MOST * scale, (height - head - FOOT * scale) / ends.length);
  const all = ends.flatMap(({ adam, turned, plain }) =>
    [adam, turned, plain].filter((nats) => nats !== null),
  );
  const low = Math.floor(Math.min(...all, Infinity) * 100) / 100;
  const high = Math.max(low + 0.02, Math.ceil(Math.max(...all, -Infinity) * 100) / 100);
  const known = all.length > 0;
  const right = width - RIGHT * scale;
  const x = (nats: number): number => left + ((nats - low) / (high - low)) * (right - left);
  const foot = head + row * ends.length;
  const ticks = known ? [low, (low + high) / 2, high] : [];
  return (
    <svg
      className="turned-seeds"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.text('seedsLabel')}
    >
      <g className="turned-key">
        {(['adam', 'turned', 'plain'] as const).map((who, i) => {
          const at = left + (i * (right - left)) / 3 + 5;
          return (
            <g key={who} className={`ends-${who}`}>
              <Mark who={who} x={at} y={8 * scale} />
              <text x={at + 10 * scale} y={12 * scale}>
                {words.text(`ends.${who}`)}
              </text>
            </g>
          );
        })}
      </g>
      {ends.map(({ seed, ...nats }, i) => {
        const y = head + row * (i + 0.5);
        return (
          <g key={seed}>
            <path className="turned-row" d={`M${left} ${y}H${right}`} />
            <text className="turned-seed" x={0} y={y + 4 * scale}>
              {words.text('seed', { seed })}
            </text>
            {(['plain', 'turned', 'adam'] as const).map((who) => {
              const end = nats[who];
              return (
                end !== null && (
                  <g key={who} className={`ends-${who}`}>
                    <Mark who={who} x={x(end)} y={y} />
                  </g>
                )
              );
            })}
          </g>
        );
      })}
      {ticks.map((tick, i) => (
        <text
          key={tick}
          className="turned-tick"
          x={x(tick)}
          y={foot + 17 * scale}
          textAnchor={i === 0 ? 'start' : i === 1 ? 'middle' : 'end'}
        >
          {i === 1 ? words.text('nats') : two(tick)}
        </text>
      ))}
    </svg>
  );
}

/** A filled dot, a ring, an upright bar: told apart without colour. */
function Mark({ who, x, y }: { who: 'adam' | 'turned' | 'plain'; x: number; y: number }) {
  if (who === 'plain') return <path d={`M${x} ${y - 8}v16`} />;
  return <circle cx={x} cy={y} r={who === 'adam' ? 5 : 5.5} />;
}
