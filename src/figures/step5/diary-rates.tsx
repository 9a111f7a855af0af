import { quantityColor, toned } from '../../charts/color.ts';
import { decades } from '../../charts/lines/powers.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { AllSizes } from '../../worker/protocol.ts';
import { figuresOf } from './figures-of.ts';

export interface DiaryRatesProps {
  words: Messages;
  box: { x: number; top: number; bottom: number; width: number };
  scale: number;
  rates: AllSizes;
  /** The full rate, which all are multiples of, and the one of Step 4 for all. */
  rate: number;
  plain: number;
  parameters: number;
  /** Of the parameter in hand; null if nothing has reached it. */
  mine: number | null;
}

/** Decades over the full rate that the axis has room for: √v̂ from 1 down to 10⁻⁵. */
const DECADES = 5;
const BINS = 5;

/** All tensors' counts, bin by bin; what is beyond the axis is held at its ends. */
export function jointBins({ tensors }: AllSizes, low: number): number[] {
  const counts = Array.from({ length: DECADES * BINS }, () => 0);
  const from = Math.round(BINS * Math.log10(low));
  for (const { first, counts: own } of tensors)
    own.forEach((count, k) => {
      const bin = Math.max(0, Math.min(counts.length - 1, first + k - from));
      counts[bin] += count;
    });
  return counts;
}

/** How many parameters have which rate of their own, upright, beside the one rate for all. */
export function DiaryRates(props: DiaryRatesProps) {
  const { words, box, scale, rates, rate, plain, parameters, mine } = props;
  const { x, top, bottom, width } = box;
  const low = 10 ** Math.round(Math.log10(rate));
  const y = (value: number): number => {
    const share = Math.log10(value / low) / DECADES;
    const place = bottom - Math.max(0, Math.min(1, share)) * (bottom - top);
    // Logarithms differ between browsers in their last bit; a thousandth of a pixel does not.
    return Math.round(place * 1000) / 1000;
  };
  const bins = jointBins(rates, low);
  const pitch = (bottom - top) / bins.length;
  const longest = Math.sqrt(parameters);
  const bars = bins
    .map((count, k) => {
      if (count === 0) return '';
      const wide = Math.max(1, (Math.sqrt(count) / longest) * width);
      return `M${x} ${(bottom - (k + 1) * pitch + 0.5).toFixed(1)}h${wide.toFixed(1)}v${Math.max(0.5, pitch - 1).toFixed(1)}h${(-wide).toFixed(1)}z`;
    })
    .join('');
  const own = mine === null ? null : y(mine);
  const sgd = y(plain);
  // The ring's number and the labels of the line keep out of each other's way.
  const near = own !== null && Math.abs(own - sgd) < 10 * scale;
  const below = own === null || own < sgd || near ? sgd + 15 * scale : sgd - 21 * scale;
  const said = near ? sgd - 7 * scale : (own ?? 0) + 4 * scale;
  const right = x + width;
  return (
    <g>
      <text className="c-note" x={right} y={top - 5 * scale} textAnchor="end">
        {words.text('rates.title')}
      </text>
      <path className="c-axis" d={`M${x} ${top}V${bottom}`} />
      {decades([low, low * 10 ** DECADES], DECADES).map((tick) => (
        <g key={tick}>
          <path className="c-tick" d={`M${x - 4} ${y(tick)}h4`} />
          <text className="c-mono" x={x - 7} y={y(tick) + 4 * scale} textAnchor="end">
            {tick >= 1000 ? words.text('number', { value: tick }) : String(tick)}
          </text>
        </g>
      ))}
      <path d={bars} style={{ fill: toned('optimizer', 0.62) }} />
      <text
        className="c-label c-haloed"
        style={{ fill: quantityColor('optimizer') }}
        x={right}
        y={top + 0.36 * (bottom - top) - 22 * scale}
        textAnchor="end"
      >
        {words.text('rates.adam')}
      </text>
      {rates.spread && (
        <text
          className="c-note c-haloed"
          x={right}
          y={top + 0.36 * (bottom - top) - 7 * scale}
          textAnchor="end"
        >
          {words.text('rates.within', { times: Math.round(rates.spread[2] / rates.spread[0]) })}
        </text>
      )}
      <path className="diary-plain" d={`M${x} ${sgd}H${right}`} />
      <text className="c-label c-haloed" x={right} y={below} textAnchor="end">
        {words.text('rates.plain')}
      </text>
      <text className="c-note c-haloed" x={right} y={below + 14 * scale} textAnchor="end">
        {words.text('rates.all', { count: parameters })}
      </text>
      {own !== null && mine !== null && (
        <g className="diary-mine">
          <path d={`M${x} ${own}h${36 * scale}`} />
          <circle cx={x} cy={own} r={4.5} />
          <text className="c-mono c-haloed" x={x + 40 * scale} y={said}>
            {figuresOf(mine)}
          </text>
        </g>
      )}
    </g>
  );
}
