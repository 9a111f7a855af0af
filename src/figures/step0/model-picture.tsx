import { useId, useState } from 'react';
import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { monoWidth, SMALL } from '../../charts/text.ts';
import type { Size } from '../frame.tsx';
import { Axis, ColumnMark, Guess, Hatch, hatchInk } from './model-marks.tsx';
import {
  lettersThatFit,
  middle,
  modelLayout,
  numberSpots,
  rise,
  type Column,
} from './model-view.ts';

export interface RowPictureProps extends Size {
  label: string;
  description: string;
  labels: readonly string[];
  columns: readonly Column[];
  quantity: 'parameter' | 'probability';
  /** The shares with nothing added, in outline. */
  bare: readonly number[] | null;
  /** The chosen column, and columns from the fullest on. */
  chosen: number;
  ranked: readonly number[];
  format: (value: number) => string;
  /** What stands above a bar. */
  number: (j: number) => string;
  announce: (j: number) => string;
  onSelect: (j: number) => void;
  /** The answer is hidden: no bars yet. */
  hidden: boolean;
  guess: number | null;
  guessLabel: string;
  /** The chosen bar is pointed at elsewhere: its value, or its letter. */
  lit: 'bar' | 'letter' | null;
  words: { next: string; ends: string };
}

/** How many bars carry their number. */
const NUMBERED = 5;

/** One row of the table as columns in the order of the alphabet. */
export function RowPicture(props: RowPictureProps) {
  const { labels, columns, bare, chosen, ranked, hidden, guess, width, height } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const hatch = `${useId()}hatch`;
  const most = Math.max(...columns.map(({ value }) => value), ...(bare ?? []));
  const axis = Math.ceil(Math.max(28, monoWidth(props.format(most), SMALL) + 8));
  const at = modelLayout(width, height, columns.length, most, axis);
  const heights = columns.map(({ value }) => rise(at, value));
  const first = [
    ...(hovered === null ? [] : [hovered]),
    chosen,
    ...(guess === null ? [] : [guess]),
  ];
  // A number must not stand across the edge of an outline.
  const clear = (j: number): boolean => {
    const over = bare ? rise(at, bare[j]) - heights[j] : 0;
    return over < 3 || over > 24;
  };
  const numbered = [...new Set([...first, ...ranked.slice(0, NUMBERED).filter(clear)])];
  const spots = hidden
    ? []
    : numberSpots(
        at,
        heights,
        numbered.map((j) => ({ j, text: props.number(j) })),
      );
  const shown = lettersThatFit(at, labels, hidden ? first.slice(0, -1) : [...first, ...ranked]);
  return (
    <Frame
      width={width}
      height={height}
      label={props.label}
      description={props.description}
      className="model-row"
      over={(describedBy) => (
        <ListCursor
          label={props.label}
          describedBy={describedBy}
          slots={columns.map((_, j) => ({
            x: at.left + j * at.pitch,
            y: 0,
            width: at.pitch,
            height: at.base + 20,
          }))}
          name={props.announce}
          direction="horizontal"
          selected={hidden ? guess : chosen}
          hovered={hovered}
          setHovered={setHovered}
          onSelect={props.onSelect}
        />
      )}
    >
      <Hatch id={hatch} ink={hatchInk(props.quantity)} />
      {!hidden && <Axis at={at} text={props.format(most)} />}
      {!hidden && (
        <g transform={`translate(0 ${at.base})`}>
          {columns.map((column, j) => (
            <ColumnMark
              key={labels[j]}
              at={at}
              j={j}
              column={column}
              quantity={props.quantity}
              strong={j === chosen}
              hatch={hatch}
              hovered={j === hovered || (j === chosen && props.lit === 'bar')}
            />
          ))}
          {bare?.map((value, j) =>
            value > 0 ? (
              <rect
                key={labels[j]}
                className="model-bare"
                x={middle(at, j) - at.bar / 2}
                width={at.bar}
                y={-rise(at, value)}
                height={rise(at, value)}
              />
            ) : null,
          )}
        </g>
      )}
      {!hidden && bare && rise(at, bare[chosen]) > heights[chosen] + 36 && (
        <text
          className="c-mono model-number"
          x={Math.min(at.width - 18, middle(at, chosen))}
          y={at.base - rise(at, bare[chosen]) - 4}
          textAnchor="middle"
        >
          {props.format(bare[chosen])}
        </text>
      )}
      <path className="c-axis" d={`M${at.left} ${at.base + 1}H${at.width}`} />
      {guess !== null && (
        <Guess
          at={at}
          j={guess}
          tall={hidden ? null : heights[guess]}
          truth={hidden || guess === chosen ? null : { j: chosen, tall: heights[chosen] }}
          label={props.guessLabel}
        />
      )}
      {spots.map(({ j, text, x, y }) => (
        <text
          key={labels[j]}
          className={j === chosen ? 'c-mono c-strong model-number' : 'c-mono model-number'}
          style={{ fill: toned(props.quantity) }}
          x={x}
          y={y}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
      {labels.map((label, j) =>
        shown.has(j) ? (
          <text
            key={label}
            className={letterClass(!hidden && j === chosen, j === guess)}
            x={middle(at, j)}
            y={at.base + 15}
            textAnchor="middle"
          >
            {label}
          </text>
        ) : null,
      )}
      {!hidden && props.lit === 'letter' && (
        <rect
          className="c-hover"
          x={middle(at, chosen) - Math.max(14, at.pitch) / 2}
          y={at.base + 4}
          width={Math.max(14, at.pitch)}
          height={15}
        />
      )}
      {at.foot && (
        <>
          <text className="c-note" x={at.left} y={at.height - 5}>
            {props.words.next}
          </text>
          <text className="c-note" x={at.width} y={at.height - 5} textAnchor="end">
            {props.words.ends}
          </text>
        </>
      )}
    </Frame>
  );
}

const letterClass = (chosen: boolean, guess: boolean): string =>
  chosen || guess ? 'c-mono model-letter model-mine' : 'c-mono model-letter';
