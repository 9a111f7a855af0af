import { toned } from '../../charts/color.ts';
import type { Quantity } from '../../charts/index.ts';
import { monoWidth } from '../../charts/text.ts';
import type { Guess, SoftmaxPictureProps } from './softmax-picture.tsx';
import {
  barsPath,
  heightOf,
  sized,
  type Band,
  type BandName,
  type Columns,
  type SoftmaxLayout,
} from './softmax-view.ts';

const QUANTITY: Record<BandName, Quantity> = {
  logits: 'activation',
  exps: 'activation',
  bare: 'activation',
  probs: 'probability',
};
const rowOf = (columns: Columns, band: BandName): readonly number[] =>
  ({ logits: columns.z, exps: columns.exps, bare: columns.bare, probs: columns.probs })[band];

/** One row: its head, its bars, the value looked at, and what the reader said of it. */
export function BandMarks(
  props: SoftmaxPictureProps & { at: SoftmaxLayout; band: Band; looked: number; blank: boolean },
) {
  const { at, band, columns, to, looked, blank } = props;
  const values = rowOf(columns, band.name);
  const quantity = QUANTITY[band.name];
  const { name, note } = props.heads(band.name);
  const moved = band.name === 'logits' || band.name === 'probs';
  const old =
    band.name === 'probs'
      ? props.before
      : Array.from(props.original, (value) => value + props.shift);
  const differs =
    moved &&
    !blank &&
    props.onLift &&
    Math.abs(columns.z[to] - props.shift - props.original[to]) > 1e-9;
  const zero = heightOf(band, 0);
  return (
    <g>
      <text
        className={props.lit === band.name ? 'softmax-head softmax-lit' : 'softmax-head'}
        x={0}
        y={band.head}
      >
        {name}
        {at.compact && !blank && (
          <tspan className="c-mono c-strong" style={{ fill: toned(quantity) }} dx={7}>
            {valueOf(band, values[looked])}
          </tspan>
        )}
      </text>
      <text className="c-note" x={at.width} y={band.head} textAnchor="end">
        {blank ? '' : note}
      </text>
      {blank ? (
        <path className="softmax-off" d={barsPath(at, band, values, () => true)} />
      ) : (
        <>
          <path
            style={{ fill: toned(quantity, 0.42) }}
            d={barsPath(at, band, values, (i) => i !== to)}
          />
          <path style={{ fill: toned(quantity) }} d={barsPath(at, band, values, (i) => i === to)} />
          {differs && (
            <path
              className="softmax-before"
              style={{ stroke: toned(quantity, 0.7) }}
              d={barsPath(at, band, old, (i) => i === to || band.name === 'probs')}
            />
          )}
          {band.name === 'bare' && !at.compact && <Endless at={at} band={band} values={values} />}
          {looked !== to && (
            <path className="c-hover" d={barsPath(at, band, values, (i) => i === looked, 1)} />
          )}
          {(at.compact ? [] : [...new Set([to, looked])]).map((i) => (
            <ValueText
              key={i}
              at={at}
              band={band}
              value={values[i]}
              i={i}
              strong={i === to}
              quantity={quantity}
            />
          ))}
          {band.name === 'probs' && props.guess && (
            <GuessMarks at={at} band={band} values={values} to={to} guess={props.guess} />
          )}
        </>
      )}
      <path className="c-axis" d={`M0 ${(zero + 0.5).toFixed(1)}H${at.width}`} />
    </g>
  );
}

/** Columns that have left float64: a ∞ over each. */
function Endless({
  at,
  band,
  values,
}: {
  at: SoftmaxLayout;
  band: Band;
  values: readonly number[];
}) {
  return values.map((value, i) =>
    value === Infinity ? (
      <text
        key={i}
        className="c-mono softmax-endless"
        x={(i + 0.5) * at.pitch}
        y={band.top - 3}
        textAnchor="middle"
      >
        ∞
      </text>
    ) : null,
  );
}

function ValueText(props: {
  at: SoftmaxLayout;
  band: Band;
  value: number;
  i: number;
  strong: boolean;
  quantity: Quantity;
}) {
  const { at, band, value, i } = props;
  const text = valueOf(band, value);
  if (value === Infinity) return null;
  const half = monoWidth(text, 11.5 * at.scale) / 2;
  const x = Math.max(half, Math.min(at.width - half, (i + 0.5) * at.pitch));
  const end = heightOf(band, value);
  const below = value < 0;
  const lift = band.name === 'logits' ? 9 : 4;
  return (
    <text
      className={props.strong ? 'c-mono c-strong softmax-value' : 'c-mono softmax-value'}
      style={{ fill: toned(props.quantity) }}
      x={x}
      y={below ? heightOf(band, 0) - 4 : end - lift}
      textAnchor="middle"
    >
      {text}
    </text>
  );
}

const valueOf = (band: Band, value: number): string =>
  band.name === 'probs' && value >= 0.001 ? value.toFixed(3) : sized(value);

/** What the reader said the bars would do: an arrow over each that would rise or fall. */
function GuessMarks(props: {
  at: SoftmaxLayout;
  band: Band;
  values: readonly number[];
  /** Over its bar stands a number. */
  to: number;
  guess: Guess;
}) {
  const { at, band, values, to, guess } = props;
  const most = Math.max(...values);
  const d = values
    .map((value, i) => {
      const x = (i + 0.5) * at.pitch;
      const y = heightOf(band, value) - (i === to && !at.compact ? 16 : 3);
      const up = guess === 'grow' || (guess === 'gap' && value === most);
      if (guess === 'same') return `M${(x - 4).toFixed(1)} ${y.toFixed(1)}h8`;
      return up
        ? `M${x.toFixed(1)} ${y.toFixed(1)}v-9m-3 3l3 -3l3 3`
        : `M${x.toFixed(1)} ${(y - 9).toFixed(1)}v9m-3 -3l3 3l3 -3`;
    })
    .join('');
  return <path className="softmax-guess" d={d} />;
}
