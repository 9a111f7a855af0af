import { toned } from '../../charts/color.ts';
import { fixed } from '../../charts/index.ts';
import { SMALL, monoWidth, sansWidth } from '../../charts/text.ts';
import type { Messages } from '../../reader/messages.tsx';
import {
  cellName,
  rowBox,
  shortName,
  type Box,
  type CellAt,
  type MatricesLayout,
  type MatrixName,
} from './matrices.ts';
import {
  bell,
  historyEnds,
  historyHeight,
  historyPath,
  meanSize,
  sharesOf,
  spread,
} from './parameters-view.ts';

const three = fixed(3);
/** Radius of the dot on a history, px. */
const DOT = 4;

/** The name's rows of wte, in the reader's red, each with its letter; a tie for what is crowded. */
export function NameRows(props: {
  at: MatricesLayout;
  tokens: readonly number[];
  labels: readonly string[];
  scale: number;
}) {
  const { at, tokens, labels, scale } = props;
  const inOrder = tokens.toSorted((a, b) => a - b);
  const widest = Math.max(...inOrder.map((token) => monoWidth(labels[token], SMALL * scale)));
  const placed = spread(
    inOrder.map((token) => rowBox(at, 'wte', token).x + at.cell / 2),
    widest + 1.6,
    at.plates.wte.width,
  );
  return inOrder.map((token, i) => {
    const box = rowBox(at, 'wte', token);
    const middle = box.x + box.width / 2;
    return (
      <g key={token}>
        <rect className="parameters-row" {...box} />
        <path className="parameters-tie" d={`M${placed[i]} ${box.y - 4}L${middle} ${box.y}`} />
        <text className="c-mono c-mine" x={placed[i]} y={box.y - 6} textAnchor="middle">
          {labels[token]}
        </text>
      </g>
    );
  });
}

/** Rows of wte that no name has moved: a notch under each. */
export function StillRows({ at, rows }: { at: MatricesLayout; rows: readonly number[] }) {
  const { y, height } = at.plates.wte;
  const wide = Math.max(1, at.cell - 1);
  const d = rows
    .map((row) => {
      const x = rowBox(at, 'wte', row).x + (at.cell - wide) / 2;
      return `M${x.toFixed(1)} ${y + height + 2}h${wide}v3h${-wide}z`;
    })
    .join('');
  return <path className="parameters-still" d={d} />;
}

/** So many rows: a bracket under wte. */
export function GuessRows(props: {
  at: MatricesLayout;
  rows: number;
  text: string;
  scale: number;
}) {
  const { at, rows, text, scale } = props;
  const y = at.plates.wte.y + at.plates.wte.height + 8;
  const wide = rows * at.cell;
  return (
    <g>
      <path
        className="parameters-guess"
        d={`M.75 ${y - 3}v6M.75 ${y}h${wide}M${wide} ${y - 3}v6`}
      />
      <text className="parameters-mine" x={0} y={y + 3 + 12 * scale}>
        {text}
      </text>
    </g>
  );
}

/** One number over the run, with its name; the dot stands where the run stands. */
export function History(props: {
  box: Box;
  cell: CellAt;
  series: ArrayLike<number> | null;
  value: number | null;
  step: number;
  steps: number;
  number: (value: number) => string;
  scale: number;
}) {
  const { box, cell, series, value, step, steps, scale } = props;
  const low = box.height < 66 * scale;
  const line = box.y + (low ? 11 : 14) * scale;
  const plot: Box = {
    x: box.x + DOT + 1,
    y: box.y + (low ? 18 : 36) * scale,
    width: box.width - 2 * DOT - 2,
    height: Math.max(8, box.height - (low ? 34 : 54) * scale),
  };
  const ends = historyEnds(series ?? []);
  const zero = historyHeight(plot, ends, 0);
  const dot =
    value === null || series === null
      ? null
      : { x: plot.x + (step / steps) * plot.width, y: historyHeight(plot, ends, value) };
  return (
    <g>
      <text className="c-mono parameters-cell" x={box.x} y={line}>
        {cellName(cell)}
      </text>
      <text
        className="c-mono parameters-value"
        x={low ? box.x + box.width : box.x}
        y={low ? line : box.y + 30 * scale}
        textAnchor={low ? 'end' : 'start'}
      >
        {value === null ? '' : three(value)}
      </text>
      <path className="c-axis" d={`M${plot.x} ${zero}h${plot.width}`} />
      {series && <path className="parameters-line" d={historyPath(series, plot, steps, ends)} />}
      {dot && <circle className="parameters-dot" cx={dot.x} cy={dot.y} r={DOT} />}
      <text className="c-mono" x={plot.x} y={box.y + box.height - 3}>
        0
      </text>
      <text className="c-mono" x={plot.x + plot.width} y={box.y + box.height - 3} textAnchor="end">
        {props.number(steps)}
      </text>
    </g>
  );
}

/** The numbers of a matrix by size, beside the bell that they were drawn from. */
export function Bell(props: {
  box: Box;
  values: ArrayLike<number> | null;
  first: ArrayLike<number> | null;
  name: MatrixName;
  ink: number;
  words: Messages;
  scale: number;
}) {
  const { box, values, first, ink, words, name, scale } = props;
  const foot = box.y + box.height - 16 * scale;
  const top = box.y + 36 * scale;
  const mean = words.text('mean');
  const numbers = values && first ? [three(meanSize(first)), three(meanSize(values))] : null;
  const long = monoWidth(numbers?.join(' → ') ?? '', SMALL * scale);
  // In a narrow place the numbers speak for themselves.
  const said = sansWidth(mean, 12 * scale) + 5 + long < box.width + 10;
  const most = bell(0, ink) * 1.15;
  const up = (share: number) => foot - (Math.min(share, most) / most) * (foot - top);
  const shares = values ? sharesOf(values, ink) : [];
  const pitch = box.width / Math.max(1, shares.length);
  const bars = shares
    .map((share, k) =>
      share > 0
        ? `M${(box.x + k * pitch).toFixed(1)} ${foot}V${up(share).toFixed(1)}h${Math.max(0.5, pitch - 0.75).toFixed(1)}V${foot}z`
        : '',
    )
    .join('');
  const curve = Array.from({ length: 61 }, (_, i) => {
    const value = (i / 30 - 1) * ink;
    const x = box.x + (i / 60) * box.width;
    return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${up(bell(value, ink)).toFixed(1)}`;
  }).join('');
  return (
    <g>
      <text className="parameters-head" x={box.x} y={box.y + 11 * scale}>
        <tspan className="weights-id">{shortName(name)}</tspan>
      </text>
      {numbers && (
        <text className="c-note" x={box.x} y={box.y + 27 * scale}>
          {said && mean}
          <tspan dx={said ? 5 : 0} className="c-mono">
            {`${numbers[0]} → `}
          </tspan>
          <tspan className="c-mono parameters-now">{numbers[1]}</tspan>
        </text>
      )}
      <path style={{ fill: toned('parameter', 0.55) }} d={bars} />
      <path className="parameters-bell" d={curve} />
      <path className="c-axis" d={`M${box.x} ${foot + 0.5}h${box.width}`} />
      {[-1, 0, 1].map((side) => (
        <text
          key={side}
          className="c-mono"
          x={box.x + ((side + 1) / 2) * box.width}
          y={box.y + box.height - 3}
          textAnchor={side < 0 ? 'start' : side > 0 ? 'end' : 'middle'}
        >
          {side === 0 ? '0' : fixed(0)(side * ink)}
        </text>
      ))}
    </g>
  );
}
