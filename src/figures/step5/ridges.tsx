import { decades } from '../../charts/lines/powers.ts';
import { quantityColor, toned } from '../../charts/color.ts';
import { monoWidth } from '../../charts/text.ts';
import type { Quantity } from '../../charts/index.ts';
import type { TensorSizes } from '../../worker/protocol.ts';
import { figuresOf } from './figures-of.ts';
import { placeOf, ridge, ridgesLayout } from './ridges-layout.ts';
import { tensorName } from './parameter-name.ts';

export interface RidgesProps {
  width: number;
  height: number;
  scale: number;
  /** What the picture is, for those who hear it. */
  label: string;
  tensors: readonly TensorSizes[];
  layers: number;
  domain: readonly [low: number, high: number];
  quantity: Quantity;
  /** A whole number as it is written. */
  number: (value: number) => string;
  /** What the axis measures, and what stands at the right of each row. */
  axis: string;
  middle: string;
  /** A size that is the same for all. */
  one?: { size: number; text: string } | null;
  /** The reader’s guess, on the row of a tensor. */
  guess?: { tensor: string; size: number } | null;
  /** Rows whose distribution is not shown yet. */
  hidden?: readonly string[];
}

/** Beside names and medians, px. */
const PAD = 10;
/** How much of a row its highest bar takes. */
const TALL = 0.82;

/** Sizes of all numbers of each matrix, a row for each matrix, the median marked. */
export function Ridges(props: RidgesProps) {
  const {
    width,
    height,
    scale,
    tensors,
    layers,
    domain,
    quantity,
    one,
    guess,
    hidden = [],
  } = props;
  const names = tensors.map(({ tensor }) => tensorName(tensor, layers));
  const size = 12 * scale;
  const room = {
    names: Math.max(0, ...names.map((name) => monoWidth(name, size))) + PAD,
    values: monoWidth('0.00000', size) + PAD,
  };
  const at = ridgesLayout({ width, height }, tensors.length, room, scale);
  const ink = quantityColor(quantity);
  const ticks = decades([domain[0], domain[1]], Math.floor((at.right - at.left) / (54 * scale)));
  return (
    <div className="c-chart ridges" style={{ width, height }}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={props.label}
      >
        <text className="c-note" x={at.right} y={12 * scale} textAnchor="end">
          {props.axis}
        </text>
        <text className="c-note" x={width} y={12 * scale} textAnchor="end">
          {props.middle}
        </text>
        {tensors.map((row, place) => {
          const base = at.top + (place + 1) * at.pitch - 1;
          const veiled = hidden.includes(row.tensor);
          const text = base - Math.max(2, (at.pitch - 12 * scale) / 2 - 1);
          return (
            <g key={row.tensor}>
              <text className="c-mono ridges-name" x={0} y={text}>
                {names[place]}
              </text>
              <path className="c-axis" d={`M${at.left} ${base}H${at.right}`} />
              {!veiled && (
                <path
                  style={{ fill: toned(quantity, 0.5) }}
                  d={ridge(row, at, domain, base, at.pitch * TALL)}
                />
              )}
              {!veiled && row.median !== null && (
                <>
                  <path
                    className="ridges-median"
                    style={{ stroke: ink }}
                    d={`M${placeOf(at, domain, row.median).toFixed(1)} ${base}v${(-at.pitch * 0.9).toFixed(1)}`}
                  />
                  <text
                    className="c-mono ridges-value"
                    style={{ fill: ink }}
                    x={width}
                    y={text}
                    textAnchor="end"
                  >
                    {figuresOf(row.median)}
                  </text>
                </>
              )}
              {guess?.tensor === row.tensor && (
                <circle
                  className="ridges-guess"
                  cx={placeOf(at, domain, guess.size)}
                  cy={base - at.pitch * 0.45}
                  r={5}
                />
              )}
            </g>
          );
        })}
        {one && (
          <g>
            <path
              className="ridges-one"
              d={`M${placeOf(at, domain, one.size).toFixed(1)} ${at.top - 2}V${at.axis}`}
            />
            <text
              className="c-label"
              x={placeOf(at, domain, one.size)}
              y={at.top - 6 * scale}
              textAnchor="middle"
            >
              {one.text}
            </text>
          </g>
        )}
        {ticks.map((tick) => (
          <g key={tick}>
            <path className="c-tick" d={`M${placeOf(at, domain, tick)} ${at.axis}v5`} />
            <text
              className="c-mono"
              x={placeOf(at, domain, tick)}
              y={at.axis + 18 * scale}
              textAnchor="middle"
            >
              {tick >= 1 ? props.number(tick) : tick >= 0.0001 ? String(tick) : figuresOf(tick, 1)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
