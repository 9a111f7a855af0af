import { toned } from '../../charts/color.ts';
import { SMALL, monoWidth } from '../../charts/text.ts';
import type { LinearPictureProps } from './linear-picture.tsx';
import {
  barsBetween,
  heightOf,
  middle,
  type Band,
  type LinearLayout,
  type termsOf,
} from './linear-view.ts';

const QUANTITY = {
  x: 'activation',
  w: 'parameter',
  product: 'activation',
  sum: 'activation',
} as const;

/** One row of bars with its name, its zero and the number of the chosen column. */
export function BandBars(
  props: LinearPictureProps & {
    at: LinearLayout;
    name: 'x' | 'w' | 'product' | 'sum';
    terms: ReturnType<typeof termsOf>;
    hovered: number | null;
  },
) {
  const { at, name, x, w, terms, i, reach, hovered, original } = props;
  const band = at.bands[name];
  const values = { x, w, product: terms.products, sum: terms.sums }[name];
  const from = (j: number): number => (name === 'sum' && j > 0 ? terms.sums[j - 1] : 0);
  const to = (j: number): number => values[j];
  const alone = reach === 'one' && (name === 'product' || name === 'sum');
  const shown = alone ? (name === 'product' ? [i] : []) : [...x.keys()];
  const later = [...x.keys()].filter((j) => !shown.includes(j));
  const tone = toned(QUANTITY[name], 0.42);
  const zero = heightOf(band, 0);
  const { name: head, note } = props.words[name];
  const changed =
    (name === 'x' || name === 'w') && !props.guess
      ? shown.filter((j) => Math.abs(values[j] - original[name][j]) > 1e-9)
      : [];
  return (
    <g>
      <text className="linear-head" x={at.left - 10} y={zero + (note ? -2 : 4)} textAnchor="end">
        {head}
      </text>
      <text className="c-note" x={at.left - 10} y={zero + 12 * at.scale} textAnchor="end">
        {note}
      </text>
      {later.length > 0 && (
        <path className="linear-off" d={barsBetween(at, band, from, to, later)} />
      )}
      <path
        style={{ fill: tone }}
        d={barsBetween(
          at,
          band,
          from,
          to,
          shown.filter((j) => j !== i),
        )}
      />
      <path
        style={{ fill: toned(QUANTITY[name]) }}
        d={barsBetween(
          at,
          band,
          from,
          to,
          shown.filter((j) => j === i),
        )}
      />
      {name === 'sum' && shown.length > 0 && <Steps at={at} band={band} sums={terms.sums} />}
      {changed.length > 0 && (
        <path
          className="linear-before"
          style={{ stroke: toned(QUANTITY[name], 0.8) }}
          d={barsBetween(
            at,
            band,
            () => 0,
            (j) => original[name as 'x' | 'w'][j],
            changed,
          )}
        />
      )}
      <path className="c-axis" d={`M${at.left} ${zero.toFixed(1)}H${at.right}`} />
      {hovered !== null && hovered !== i && shown.includes(hovered) && (
        <path className="c-hover" d={barsBetween(at, band, from, to, [hovered])} />
      )}
      {shown.includes(i) && (
        <ValueText {...props} band={band} name={name} from={from(i)} to={to(i)} />
      )}
      {name === 'sum' && shown.length > 0 && (
        <text
          className="c-mono linear-output"
          x={at.right + 8}
          y={heightOf(band, terms.output) + 4.5 * at.scale}
        >
          {props.format(terms.output)}
        </text>
      )}
    </g>
  );
}

function ValueText(
  props: LinearPictureProps & {
    at: LinearLayout;
    band: Band;
    name: 'x' | 'w' | 'product' | 'sum';
    from: number;
    to: number;
  },
) {
  const { at, band, name, from, to, i } = props;
  const held = (name === 'x' && props.onX) || (name === 'w' && props.onW);
  const off = held ? 10 : 4;
  const text = props.format(to);
  const up = name === 'sum' ? to >= from : to >= 0;
  const y = heightOf(band, to) + (up ? -off : off + 8 * at.scale);
  const half = monoWidth(text, SMALL * at.scale) / 2;
  const over = y < band.top - 4 || y > band.bottom + 12;
  const x = middle(at, i);
  return (
    <text
      className="c-mono c-strong linear-value"
      style={{ fill: toned(QUANTITY[name]) }}
      x={over ? x + at.bar / 2 + 8 : Math.max(at.left + half, Math.min(at.right - half, x))}
      y={over ? heightOf(band, to) + 4 * at.scale : y}
      textAnchor={over ? 'start' : 'middle'}
    >
      {text}
    </text>
  );
}

/** The sum so far, handed from column to column and out at the right. */
function Steps({ at, band, sums }: { at: LinearLayout; band: Band; sums: readonly number[] }) {
  const d = sums
    .map((sum, j) => {
      const y = heightOf(band, sum).toFixed(1);
      const end = j + 1 < sums.length ? middle(at, j + 1) - at.bar / 2 : at.right + 4;
      return `M${(middle(at, j) + at.bar / 2).toFixed(1)} ${y}H${end.toFixed(1)}`;
    })
    .join('');
  return <path className="linear-steps" d={d} />;
}

/** What the reader came to, in outline over the answer. */
export function Guess({ at, x }: { at: LinearLayout; x: readonly number[] }) {
  return (
    <path
      className="linear-guess"
      d={barsBetween(
        at,
        at.bands.x,
        () => 0,
        (j) => x[j],
        [...x.keys()],
      )}
    />
  );
}

/** The numbers of the inputs, from 0. */
export function Numbers({ at, count, i }: { at: LinearLayout; count: number; i: number }) {
  const every = Math.ceil((18 * at.scale) / at.pitch);
  return Array.from({ length: count }, (_, j) =>
    j % every === 0 || j === i ? (
      <text
        key={j}
        className={j === i ? 'c-mono c-mine' : 'c-mono'}
        x={middle(at, j)}
        y={at.foot}
        textAnchor="middle"
      >
        {j === i || Math.abs(j - i) * at.pitch > 16 * at.scale ? j : ''}
      </text>
    ) : null,
  );
}
