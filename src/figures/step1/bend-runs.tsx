import { useRef } from 'react';
import { quantityColor, toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { fixed } from '../../charts/index.ts';
import { Range } from '../../charts/lines/Range.tsx';
import { useTextScale } from '../text-scale.ts';
import { axisOf, glyph, type RunsOf } from './bend-view.ts';

const three = fixed(3);

export interface RunsPictureProps {
  width: number;
  height: number;
  rows: readonly RunsOf[];
  /** The best that one letter of memory can do, held-out nats. */
  floor: number;
  /** Held-out nats of the table of counts; null while unknown. */
  counting: number | null;
  /** Only the run without a bend is shown. */
  asking: boolean;
  /** What the reader says the run with ReLU will reach. */
  guess: number | null;
  onGuess: (nats: number) => void;
  label: string;
  description: string;
  name: (row: RunsOf) => string;
  words: {
    floor: string;
    counting: string;
    nats: string;
    guess: string;
    yours: (nats: string) => string;
  };
}

const HEAD = 34;
const FOOT = 34;
const LABEL = 92;
const GLYPH = 26;
/** Ticks nearer to the floor's than this would touch it, px. */
const TICK = 44;

/** Five complete runs on one axis of held-out loss, a row for each; fainter dots are other seeds. */
export function RunsPicture(props: RunsPictureProps) {
  const { width, height, rows, floor, words, asking, guess } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const [low, high] = axisOf(rows, floor);
  const left = LABEL * scale;
  const right = width - 44 * scale;
  const x = (nats: number): number => left + ((nats - low) / (high - low)) * (right - left);
  const pitch = Math.min(110, (height - (HEAD + FOOT) * scale) / rows.length);
  const y = (row: number): number => HEAD * scale + (row + 0.5) * pitch;
  const bottom = HEAD * scale + rows.length * pitch;
  const relu = rows.findIndex(({ name }) => name === 'relu');
  const hidden = (name: RunsOf['name']): boolean => asking && name !== 'none';
  const truth = rows[relu]?.nats ?? null;
  const ticks = [low, floor, high].filter(
    (tick, i) => i === 1 || Math.abs(x(tick) - x(floor)) > TICK * scale,
  );
  const ring = guess ?? rows[0]?.nats ?? high;
  return (
    <div className="bend-box" ref={root}>
      <Frame
        textScale={scale}
        width={width}
        height={height}
        label={props.label}
        description={props.description}
        className="bend-runs"
        named
        over={() =>
          asking ? (
            <Range
              label={words.guess}
              left={left}
              top={y(relu) - pitch / 2}
              width={right - left}
              height={pitch}
              min={low}
              max={high}
              step={(high - low) / 200}
              value={ring}
              text={words.yours(three(ring))}
              onChange={props.onGuess}
            />
          ) : null
        }
      >
        <path className="c-axis" d={`M${left} ${bottom + 4.5}H${right}`} />
        {ticks.map((tick) => (
          <g key={tick}>
            <path className="c-tick" d={`M${x(tick)} ${bottom + 4.5}v4`} />
            <text className="c-mono" x={x(tick)} y={bottom + 5 + 15 * scale} textAnchor="middle">
              {tick.toFixed(2)}
            </text>
          </g>
        ))}
        <text className="c-note" x={right + 6} y={bottom + 8}>
          {words.nats}
        </text>
        <path
          className="c-floor"
          style={{ stroke: quantityColor('probability') }}
          d={`M${x(floor)} ${HEAD * scale - 4}V${bottom + 4}`}
        />
        <text
          className="c-note"
          style={{ fill: quantityColor('probability') }}
          x={x(floor) - 5}
          y={HEAD * scale - 8}
          textAnchor="end"
        >
          {words.floor}
        </text>
        {props.counting !== null && (
          <>
            <path
              className="c-line"
              strokeDasharray="4 2.5"
              style={{ stroke: toned('loss', 0.6), strokeWidth: 1 }}
              d={`M${x(props.counting)} ${HEAD * scale - 4 - 16 * scale}V${bottom + 4}`}
            />
            <text
              className="c-note"
              style={{ fill: quantityColor('loss') }}
              x={x(props.counting)}
              y={HEAD * scale - 8 - 16 * scale}
              textAnchor="middle"
            >
              {words.counting}
            </text>
          </>
        )}
        {rows.map((row, i) => (
          <g key={row.name} transform={`translate(0 ${y(i)})`}>
            <path
              className="bend-glyph"
              transform={`translate(0 ${-GLYPH / 2})`}
              d={glyph(row.name, GLYPH, GLYPH)}
            />
            <text className="c-label bend-row" x={GLYPH + 8} y={4.5}>
              {props.name(row)}
            </text>
            <path className="bend-rule" d={`M${left} 0H${right}`} />
            {!hidden(row.name) &&
              row.others.map((nats, k) =>
                nats === null ? null : (
                  <circle key={k} className="bend-other" cx={x(nats)} cy={0} r={3.5} />
                ),
              )}
            {!hidden(row.name) && row.nats !== null && (
              <>
                <circle className="c-dot bend-own" cx={x(row.nats)} cy={0} r={5.5} />
                <text
                  className="c-mono c-value bend-value"
                  x={x(row.nats)}
                  y={-10}
                  textAnchor="middle"
                >
                  {three(row.nats)}
                </text>
              </>
            )}
          </g>
        ))}
        {(asking || guess !== null) && relu >= 0 && (
          <g>
            {!asking && truth !== null && guess !== null && (
              <path className="c-guess-tie" d={`M${x(guess)} ${y(relu)}H${x(truth)}`} />
            )}
            <circle
              className={guess === null ? 'c-guess c-waiting' : 'c-guess'}
              cx={x(ring)}
              cy={y(relu)}
              r={7}
            />
            {guess !== null && (
              <text className="bend-mine" x={x(ring)} y={y(relu) + 21} textAnchor="middle">
                {words.yours(three(guess))}
              </text>
            )}
          </g>
        )}
      </Frame>
    </div>
  );
}
