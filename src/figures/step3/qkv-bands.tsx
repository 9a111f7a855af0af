import { toned } from '../../charts/color.ts';
import type { Quantity } from '../../charts/index.ts';
import { monoWidth, SMALL } from '../../charts/text.ts';
import { barsBetween, heightOf, middle, type termsOf } from '../step1/linear-view.ts';
import { px } from '../px.ts';
import type { QkvPictureProps } from './qkv-picture.tsx';
import { BANDS, LARGE, type BandName, type QkvLayout } from './qkv-view.ts';

const QUANTITY: Record<BandName, Quantity> = {
  q: 'query',
  k: 'key',
  product: 'activation',
  sum: 'activation',
};

interface Props extends QkvPictureProps {
  at: QkvLayout;
  terms: ReturnType<typeof termsOf>;
  shown: readonly BandName[];
  hovered: number | null;
}

/** A query, a key, their products in the same columns, and what these add up to. */
export function PairBands(props: Props) {
  const { at, shown } = props;
  return (
    <>
      <rect
        className="qkv-column"
        x={px(middle(at, props.i) - at.pitch / 2)}
        width={at.pitch}
        y={at.bands.q.top - 2}
        height={at.foot - 12 * at.scale - at.bands.q.top}
      />
      {BANDS.map((name) => (
        <Band key={name} {...props} name={name} on={shown.includes(name)} />
      ))}
    </>
  );
}

function Band(props: Props & { name: BandName; on: boolean }) {
  const { at, name, on, attention, words, t, s, i, terms, format, sums, reach, lit } = props;
  const band = at.bands[name];
  const values = { q: attention.q[t], k: attention.k[s], product: terms.products, sum: terms.sums }[
    name
  ];
  const from = (j: number): number => (name === 'sum' && j > 0 ? terms.sums[j - 1] : 0);
  const to = (j: number): number => values[j];
  const zero = heightOf(band, 0);
  const all = [...values.keys()];
  const letter = attention.letters[name === 'q' ? t : s];
  const asked = name === 'sum' && reach === 'all' && sums === null;
  const lighted = { q: 'query', k: 'key', product: 'score', sum: 'score' }[name] === lit;
  const head = { x: at.left - 10, textAnchor: 'end' } as const;
  return (
    <g className={on ? undefined : 'qkv-off'}>
      <text
        className="qkv-head"
        style={{ fill: on ? toned(QUANTITY[name]) : undefined }}
        {...head}
        y={px(zero + 4)}
      >
        {words.text(`bands.${name}`, { letter })}
      </text>
      <path className="c-axis" d={`M${at.left} ${zero.toFixed(1)}H${at.right}`} />
      {on && !asked && (
        <>
          <path
            style={{ fill: toned(QUANTITY[name], 0.5) }}
            d={barsBetween(
              at,
              band,
              from,
              to,
              all.filter((j) => j !== i),
            )}
          />
          <path style={{ fill: toned(QUANTITY[name]) }} d={barsBetween(at, band, from, to, [i])} />
          {props.hovered !== null && props.hovered !== i && (
            <path className="c-hover" d={barsBetween(at, band, from, to, [props.hovered])} />
          )}
          {name === 'sum' ? (
            <Sum {...props} />
          ) : (
            <Number
              at={at}
              band={band}
              value={to(i)}
              i={i}
              text={format(to(i))}
              fill={toned(QUANTITY[name])}
            />
          )}
        </>
      )}
      {lighted && on && (
        <rect
          className="qkv-lit"
          style={{ stroke: toned(QUANTITY[name]) }}
          x={at.left - 4}
          y={band.top - 2}
          width={at.right - at.left + 8}
          height={band.bottom - band.top + 4}
        />
      )}
    </g>
  );
}

/** The number of the chosen column, over its bar or under it, and always within the picture. */
function Number(props: {
  at: QkvLayout;
  band: QkvLayout['bands']['q'];
  value: number;
  i: number;
  text: string;
  fill: string;
}) {
  const { at, band, value, i, text, fill } = props;
  const half = monoWidth(text, SMALL * at.scale) / 2;
  const y = heightOf(band, value) + (value >= 0 ? -4 : 12 * at.scale);
  return (
    <text
      className="c-mono c-strong qkv-value"
      style={{ fill }}
      x={Math.max(at.left + half, Math.min(at.right - half, middle(at, i)))}
      y={y}
      textAnchor="middle"
    >
      {text}
    </text>
  );
}

/** The sum so far, handed from column to column, and out at the right. */
function Sum({ at, terms, format }: Props) {
  const band = at.bands.sum;
  const d = terms.sums
    .map((sum, j) => {
      const y = heightOf(band, sum).toFixed(1);
      const end = j + 1 < terms.sums.length ? middle(at, j + 1) - at.bar / 2 : at.right + 4;
      return `M${(middle(at, j) + at.bar / 2).toFixed(1)} ${y}H${end.toFixed(1)}`;
    })
    .join('');
  return (
    <>
      <path className="qkv-steps" d={d} />
      <text
        className="c-mono qkv-output"
        style={{ fontSize: LARGE * at.scale }}
        x={at.right + 8}
        y={heightOf(band, terms.output) + 4.5 * at.scale}
      >
        {format(terms.output)}
      </text>
    </>
  );
}
