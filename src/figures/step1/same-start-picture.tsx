import { useState } from 'react';
import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { Handle } from '../../charts/lines/Range.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { fitting, monoWidth, sansWidth } from '../../charts/text.ts';
import type { Size } from '../frame.tsx';
import {
  clearing,
  endText,
  lengthOf,
  middle,
  mirrorLayout,
  mirrorPath,
  numberSpot,
  type MirrorLayout,
} from './same-start-view.ts';

export interface MirrorPictureProps extends Size {
  /** Of the text, over the normal size. */
  scale: number;
  label: string;
  description: string;
  labels: readonly string[];
  table: readonly number[];
  network: readonly number[];
  /** Probability at the end of the axes. */
  most: number;
  /** The column looked at. */
  to: number;
  format: (p: number) => string;
  announce: (j: number) => string;
  onSelect: (j: number) => void;
  lit: boolean;
  words: { table: string; network: string; uniform: string };
  /** The reader's guess at the network's bar, and what it is called. */
  guess: { value: number | null; label: string; text: string } | null;
  /** Null when the guess cannot be moved. */
  onGuess: ((p: number) => void) | null;
}

/** The table's row upward, the network's downward, from the same letters. */
export function MirrorPicture(props: MirrorPictureProps) {
  const { width, height, scale, labels, table, network, to, most, format, guess } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const at = mirrorLayout(width, height, labels.length, most, scale);
  const looked = hovered ?? to;
  const shown = fitting(
    labels.map((label) => monoWidth(label, 12 * scale) + 2),
    at.pitch,
    [to, looked],
  );
  const pulled = guess?.value ?? network[to];
  const even = lengthOf(at, 1 / labels.length);
  const note = clearing(at, table, 1 / labels.length, sansWidth(props.words.uniform, 12 * scale));
  const ends = [
    { side: 'up', values: table, sign: -1 },
    { side: 'down', values: network, sign: 1 },
  ] as const;
  return (
    <Frame
      width={width}
      height={height}
      label={props.label}
      description={props.description}
      textScale={scale}
      className="mirror"
      over={(describedBy) => (
        <>
          <ListCursor
            label={props.label}
            describedBy={describedBy}
            slots={labels.map((_, j) => ({
              x: at.left + j * at.pitch,
              y: 0,
              width: at.pitch,
              height,
            }))}
            name={props.announce}
            direction="horizontal"
            selected={to}
            hovered={hovered}
            setHovered={setHovered}
            onSelect={props.onSelect}
          />
          {guess && props.onGuess && (
            <Handle
              label={guess.label}
              text={guess.text}
              style={{
                left: middle(at, to) - 22,
                top: at.down + lengthOf(at, pulled) - 22,
                width: 44,
                height: 44,
              }}
              value={pulled}
              min={0}
              max={most}
              step={0.005}
              at={(y) => ((y - at.down) / at.reach) * most}
              onChange={props.onGuess}
            />
          )}
        </>
      )}
    >
      <Axis at={at} />
      {ends.map(({ side, values, sign }) => (
        <g key={side}>
          <path
            style={{ fill: toned('probability', 0.42) }}
            d={mirrorPath(at, side, values, (j) => j !== to)}
          />
          <path
            style={{ fill: toned('probability') }}
            d={mirrorPath(at, side, values, (j) => j === to)}
          />
          <path className="mirror-even" d={`M${at.left} ${at[side] + sign * even}H${at.width}`} />
        </g>
      ))}
      <path className="mirror-ghost" d={mirrorPath(at, 'down', table)} />
      {guess && <GuessMark {...props} at={at} guess={guess} />}
      {ends.map(({ side, values }) =>
        [...new Set([to, looked])].map((j) => (
          <text
            key={`${side}${j}`}
            className={`c-mono mirror-value ${j === to ? 'c-strong' : ''}`}
            {...numberSpot(
              at,
              side,
              j,
              values[j],
              side === 'down' ? table[j] : 0,
              format(values[j]),
            )}
          >
            {format(values[j])}
          </text>
        )),
      )}
      {labels.map((label, j) =>
        shown.has(j) ? (
          <text
            key={label}
            className={`c-mono mirror-letter ${j === to ? 'mirror-on' : ''}`}
            data-lit={(props.lit && j === to) || undefined}
            x={middle(at, j)}
            y={at.up + 14.5 * scale}
            textAnchor="middle"
          >
            {label}
          </text>
        ) : null,
      )}
      <text className="c-note mirror-head" x={at.width} y={14 * scale} textAnchor="end">
        {props.words.table}
      </text>
      <text className="c-note mirror-head" x={at.width} y={height - 4} textAnchor="end">
        {props.words.network}
      </text>
      {note !== null && (
        <text className="c-note mirror-note" x={note} y={at.up - even - 4} textAnchor="middle">
          {props.words.uniform}
        </text>
      )}
    </Frame>
  );
}

/** Two range frames that share their zero with the letters. */
function Axis({ at }: { at: MirrorLayout }) {
  const x = at.left - 5;
  const end = endText(at.most);
  const [half, whole] = [4 * at.scale, 7 * at.scale];
  return (
    <g aria-hidden="true">
      <path
        className="c-axis"
        d={`M${x + 2.5} ${at.up - at.reach}h-2.5V${at.up + 0.5}h2.5M${x + 2.5} ${at.down - 0.5}h-2.5V${at.down + at.reach}h2.5`}
      />
      {[at.up - at.reach + half, at.up + 1, at.down + whole, at.down + at.reach + half].map(
        (y, i) => (
          <text key={y} className="c-mono" x={x - 3} y={y} textAnchor="end">
            {i % 3 ? '0' : end}
          </text>
        ),
      )}
    </g>
  );
}

/** The reader's bar, in outline; a ring at its end while it can still be moved. */
function GuessMark(
  props: MirrorPictureProps & {
    at: MirrorLayout;
    guess: NonNullable<MirrorPictureProps['guess']>;
  },
) {
  const { at, to, network, guess, onGuess } = props;
  const x = middle(at, to);
  const long = lengthOf(at, guess.value ?? network[to]);
  const beside = x > at.width / 2;
  return (
    <g>
      {guess.value !== null && (
        <>
          <rect
            className="c-guess"
            x={x - at.bar / 2 - 2}
            y={at.down}
            width={at.bar + 4}
            height={long + 2}
          />
          <text
            className="mirror-guess"
            x={x + (beside ? -1 : 1) * (at.bar / 2 + 12)}
            y={at.down + Math.max(16 * at.scale, long - 3)}
            textAnchor={beside ? 'end' : 'start'}
          >
            {guess.text}
          </text>
        </>
      )}
      {onGuess && <circle className="mirror-ring" cx={x} cy={at.down + long} r={6} />}
    </g>
  );
}
