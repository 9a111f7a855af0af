import { useState } from 'react';
import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { monoWidth, SMALL } from '../../charts/text.ts';
import type { Size } from '../frame.tsx';
import {
  lettersThatFit,
  middle,
  modelLayout,
  numberSpots,
  rise,
  type Column,
  type ModelLayout,
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
  const most = Math.max(...columns.map(({ value }) => value), ...(bare ?? []));
  const axis = Math.ceil(Math.max(28, monoWidth(props.format(most), SMALL) + 8));
  const at = modelLayout(width, height, columns.length, most, axis);
  const heights = columns.map(({ value }) => rise(at, value));
  const tops = heights.map((tall, j) => Math.max(tall, bare ? rise(at, bare[j]) : 0));
  const first = [
    ...(hovered === null ? [] : [hovered]),
    chosen,
    ...(guess === null ? [] : [guess]),
  ];
  const numbered = [...new Set([...first, ...ranked.slice(0, NUMBERED)])];
  const spots = hidden
    ? []
    : numberSpots(
        at,
        tops,
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
      {!hidden && <Axis at={at} text={props.format(most)} />}
      {!hidden &&
        columns.map((column, j) => (
          <ColumnMark
            key={labels[j]}
            at={at}
            j={j}
            column={column}
            quantity={props.quantity}
            strong={j === chosen}
            hovered={j === hovered || (j === chosen && props.lit === 'bar')}
          />
        ))}
      {!hidden &&
        bare?.map((value, j) =>
          value > 0 ? (
            <rect
              key={labels[j]}
              className="model-bare"
              x={middle(at, j) - at.bar / 2}
              width={at.bar}
              y={at.base - rise(at, value)}
              height={rise(at, value)}
            />
          ) : null,
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
          <text className="c-note" x={at.left} y={at.height - 3}>
            {props.words.next}
          </text>
          <text className="c-note" x={at.width} y={at.height - 3} textAnchor="end">
            {props.words.ends}
          </text>
        </>
      )}
    </Frame>
  );
}

const letterClass = (chosen: boolean, guess: boolean): string =>
  chosen || guess ? 'c-mono model-letter model-mine' : 'c-mono model-letter';

/** A range frame: as long as the tallest bar. */
function Axis({ at, text }: { at: ModelLayout; text: string }) {
  const x = at.left - 5;
  return (
    <g aria-hidden="true">
      <path className="c-axis" d={`M${x + 2.5} ${at.top}h-2.5V${at.base + 0.5}h2.5`} />
      <text className="c-mono" x={x - 3} y={at.top + 4} textAnchor="end">
        {text}
      </text>
      <text className="c-mono" x={x - 3} y={at.base + 1} textAnchor="end">
        0
      </text>
    </g>
  );
}

/** Below this height hatching cannot be seen, px: the added part is solid. */
const HATCHED = 5;

function ColumnMark(props: {
  at: ModelLayout;
  j: number;
  column: Column;
  quantity: 'parameter' | 'probability';
  strong: boolean;
  hovered: boolean;
}) {
  const { at, j, column, quantity } = props;
  const x = middle(at, j) - at.bar / 2;
  const tall = rise(at, column.value);
  const cap = column.added > 0 ? Math.max(1.25, rise(at, column.added)) : 0;
  const body = Math.max(0, tall - cap);
  const ink = quantity === 'parameter' ? 'var(--ink)' : 'var(--probability)';
  return (
    <>
      <rect
        className="model-bar"
        style={{ fill: toned(quantity, props.strong ? 1 : 0.42) }}
        x={x}
        width={at.bar}
        y={at.base - body}
        height={body}
      />
      {cap > 0 && <Cap x={x} width={at.bar} y={at.base - body - cap} height={cap} ink={ink} />}
      {props.hovered && (
        <rect
          className="c-hover"
          x={x - 1}
          width={at.bar + 2}
          y={at.base - body - cap - 1}
          height={body + cap + 2}
        />
      )}
    </>
  );
}

/** What was added: hatched, with no colour of its own. */
function Cap(box: { x: number; y: number; width: number; height: number; ink: string }) {
  const { x, y, width, height, ink } = box;
  if (height < HATCHED)
    return <rect className="model-bar" x={x} y={y} width={width} height={height} fill={ink} />;
  // Rising strokes four px apart, cut off at the sides of the box.
  const strokes: string[] = [];
  for (let from = 4; from < width + height; from += 4) {
    const [x0, y0] = from <= height ? [0, from] : [from - height, height];
    const [x1, y1] = from <= width ? [from, 0] : [width, from - width];
    strokes.push(`M${x + x0} ${y + y0}L${x + x1} ${y + y1}`);
  }
  return (
    <>
      <path className="model-hatch" style={{ stroke: ink }} d={strokes.join('')} />
      <rect
        className="model-cap"
        style={{ stroke: ink }}
        x={x + 0.5}
        y={y + 0.5}
        width={Math.max(0, width - 1)}
        height={height - 1}
      />
    </>
  );
}

/** The reader's guess: a ring round its letter, then an outline of its bar, tied to the truth. */
function Guess(props: {
  at: ModelLayout;
  j: number;
  tall: number | null;
  truth: { j: number; tall: number } | null;
  label: string;
}) {
  const { at, j, tall, truth, label } = props;
  const x = middle(at, j);
  const half = Math.max(7, at.pitch / 2);
  if (tall === null)
    return (
      <>
        <rect
          className="c-guess"
          rx={2}
          x={x - half}
          y={at.base + 3}
          width={2 * half}
          height={17}
        />
        <text className="model-guess" {...beside(at, x)} y={at.base - 8}>
          {label}
        </text>
      </>
    );
  const low = at.base - tall;
  return (
    <>
      {truth && (
        <path
          className="c-guess-tie"
          d={`M${x} ${low - 20}L${middle(at, truth.j)} ${at.base - truth.tall - 18}`}
        />
      )}
      <rect
        className="c-guess"
        rx={2}
        x={x - at.bar / 2 - 2}
        y={low - 2}
        width={at.bar + 4}
        height={tall + 4}
      />
      <text className="model-guess" {...beside(at, x)} y={low - 22}>
        {label}
      </text>
    </>
  );
}

/** A label in the middle over its mark, or kept within the picture at an end. */
function beside(at: ModelLayout, x: number): { x: number; textAnchor: 'start' | 'middle' | 'end' } {
  if (x < at.left + 36) return { x: at.left, textAnchor: 'start' };
  if (x > at.width - 36) return { x: at.width, textAnchor: 'end' };
  return { x, textAnchor: 'middle' };
}
