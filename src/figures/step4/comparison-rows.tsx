import type { CSSProperties } from 'react';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Sweep } from '../../reader/sweep.ts';
import { priceText } from '../prices.ts';
import { SweepProgress } from '../sweep-progress.tsx';
import type { Comparison } from './comparison-data.ts';
import { againstFirst, axisOf, natsOf, type Axis, type View } from './comparison-view.ts';
import { rowText } from './comparison-words.ts';

interface Props {
  width: number;
  words: Messages;
  scale: number;
  /** Height of a row, px. */
  row: number;
  view: View;
  known: Comparison;
  sweep: Sweep;
  /** Nothing of what the runs came to may be seen. */
  hidden: boolean;
  /** Which row the reader thinks ends lowest. */
  guess: number | null;
  onRow: (row: number) => void;
}

/** Room for the names of rows and for the numbers, px. */
const NAME = 112;
const NUMBER = 74;

const two = fixed(2);

/** A row for every number of heads or layers, and a line down the rows for every seed. */
export function ComparisonRows(props: Props) {
  const { width, words, scale, row, view, known, sweep, hidden, guess } = props;
  const { rows, endings, at, floors } = known;
  const room = Math.max(60, width - (NAME + NUMBER) * scale);
  const own = known.page?.nats.at(-1) ?? floors.trigram;
  const axis = axisOf(own, natsOf(endings.flat()), floors.uniform, room);
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--row': `${row}px`,
    '--name': `${NAME * scale}px`,
    '--number': `${NUMBER * scale}px`,
  };
  const running = sweep.done < sweep.runs.length;
  const first = rowText(words, view.vary, rows[0]);
  const text = (place: number): string => {
    if (hidden) return '?';
    if (endings.some((ends) => ends[place]?.ended)) return words.text('broke');
    const all = againstFirst(endings, place);
    if (place === 0) return '';
    return all.length === 0 ? '…' : priceText(all.reduce((a, b) => a + b, 0) / all.length);
  };
  return (
    <div className="comparison-rows" style={style}>
      <p className="comparison-head" style={{ height: 22 * scale }}>
        <span>{words.say(view.seeds ? 'lines' : 'line')}</span>
        {running ? (
          <SweepProgress words={words} sweep={sweep} />
        ) : (
          <span>{words.text('against', { first })}</span>
        )}
      </p>
      <div className="comparison-lanes" style={{ height: rows.length * row }}>
        <div role="group" aria-label={words.text(`rows.${view.vary}`)}>
          {rows.map((value, place) => (
            <button
              key={value}
              type="button"
              className="comparison-row"
              aria-pressed={hidden ? guess === place : at === place}
              aria-label={words.text('row', {
                row: rowText(words, view.vary, value),
                nats: hidden ? '?' : nats(known, place),
              })}
              data-guess={guess === place || undefined}
              onClick={() => props.onRow(place)}
            >
              <span>
                {rowText(words, view.vary, value)}
                {guess === place && <i className="comparison-guess">{words.text('yours')}</i>}
              </span>
              <span className="num q-loss">{text(place)}</span>
            </button>
          ))}
        </div>
        <svg
          className="comparison-seeds"
          width={room}
          height={rows.length * row}
          aria-hidden="true"
          style={{ left: NAME * scale }}
        >
          {axis.ticks.map((tick) => (
            <path
              key={tick}
              className="comparison-grid"
              d={`M${axis.x(tick)} 0V${rows.length * row}`}
            />
          ))}
          {!hidden &&
            endings.toReversed().map((ends, i) => {
              const seed = endings.length - 1 - i;
              return (
                // Seeds keep their places.
                <Seed key={seed} seed={seed} ends={ends} at={at} axis={axis} row={row} />
              );
            })}
        </svg>
      </div>
      <svg
        className="comparison-axis"
        width={width}
        height={22 * scale}
        aria-hidden="true"
        style={{ fontSize: 12 * scale }}
      >
        {axis.ticks.map((tick) => (
          <text
            key={tick}
            className="c-mono"
            x={NAME * scale + axis.x(tick)}
            y={15 * scale}
            textAnchor="middle"
          >
            {two(tick)}
          </text>
        ))}
        <text className="c-note" x={0} y={15 * scale}>
          {words.text('axis')}
        </text>
      </svg>
    </div>
  );
}

const three = fixed(3);

/** What a row ends at with the reader's own seed. */
const nats = ({ endings }: Comparison, row: number): string => {
  const [ending] = natsOf([endings[0][row] ?? null]);
  return ending === undefined ? '…' : three(ending);
};

interface SeedProps {
  /** 0 is the reader's own. */
  seed: number;
  ends: Comparison['endings'][number];
  at: number;
  axis: Axis;
  row: number;
}

/** The runs of one seed, from row to row. */
function Seed({ seed, ends, at, axis, row }: SeedProps) {
  const points = ends.flatMap((end, place) =>
    natsOf([end]).map((value) => ({ place, x: axis.x(value), y: (place + 0.5) * row })),
  );
  return (
    <g className={seed === 0 ? 'comparison-own' : 'comparison-other'}>
      <path d={points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
      {points.map(({ place, x, y }) => (
        <circle
          key={place}
          cx={x}
          cy={y}
          r={seed > 0 ? 2.25 : place === at ? 5 : 3.5}
          data-on={(seed === 0 && place === at) || undefined}
        />
      ))}
    </g>
  );
}
