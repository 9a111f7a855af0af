import { scaleLinear } from 'd3-scale';
import { fixed } from '../../charts/index.ts';

const two = fixed(2);
const BAR = 44;
/** Least width of a bar that has room for its two letters, px. */
const LETTERS = 22;

interface SurpriseSumProps {
  width: number;
  height: number;
  label: string;
  pairs: readonly { readonly label: string; readonly nats: number }[];
  /** 1 for nats, 1 / ln 2 for bits. */
  unit: number;
  words: { each: string; mean: string; ruler: string; odds: string };
  chosen: number;
  lit: 'bars' | 'mean' | null;
  onSelect: (index: number) => void;
}

/** All prices end to end; under them the same length cut into equal parts: their mean. */
export function SurpriseSum(props: SurpriseSumProps) {
  const { width, pairs, unit, chosen } = props;
  const total = pairs.reduce((sum, { nats }) => sum + nats, 0);
  const x = scaleLinear([0, total], [0, width]);
  // Four bands share the height: bars, their mean, a ruler, the odds.
  const gap = Math.max(10, Math.min(64, (props.height - 2 * BAR - 84) / 3));
  const barsY = 20;
  const meanY = barsY + BAR + gap + 8;
  const rulerY = meanY + BAR + gap + 12;
  const oddsY = rulerY + gap + 30;
  const ends = pairs.map((_, i) => pairs.slice(0, i).reduce((sum, { nats }) => sum + nats, 0));
  const ticks = scaleLinear([0, total * unit], [0, width]).ticks(Math.max(4, width / 60));
  const powers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 18, 21, 24, 27, 30].filter(
    (power) => power * Math.LN10 <= total,
  );
  return (
    <svg
      className="surprise-sum"
      role="group"
      aria-label={props.label}
      width={width}
      height={props.height}
      viewBox={`0 0 ${width} ${props.height}`}
    >
      <text x={0} y={barsY - 7}>
        {props.words.each}
      </text>
      {pairs.map(({ label, nats }, i) => (
        <g
          key={i}
          className={i === chosen ? 'price chosen' : 'price'}
          data-lit={props.lit === 'bars' || undefined}
          onClick={() => props.onSelect(i)}
        >
          <rect x={x(ends[i])} y={barsY} width={Math.max(1, x(nats) - 1.5)} height={BAR} />
          {x(nats) >= LETTERS && (
            <text className="pair" x={x(ends[i] + nats / 2)} y={barsY + 19} textAnchor="middle">
              {label}
            </text>
          )}
          {x(nats) >= LETTERS + 10 && (
            <text className="value" x={x(ends[i] + nats / 2)} y={barsY + 36} textAnchor="middle">
              {two(nats * unit)}
            </text>
          )}
        </g>
      ))}
      <text x={0} y={meanY - 7}>
        {props.words.mean}
      </text>
      {pairs.map((_, i) => (
        <rect
          key={i}
          className="mean"
          data-lit={props.lit === 'mean' || undefined}
          x={(width / pairs.length) * i}
          y={meanY}
          width={Math.max(1, width / pairs.length - 1.5)}
          height={BAR}
        />
      ))}
      <text className="value" x={width / pairs.length / 2} y={meanY + 27} textAnchor="middle">
        {two((total / pairs.length) * unit)}
      </text>
      <g className="ruler">
        <path d={`M0 ${rulerY}H${width}`} />
        {ticks.map((tick) => (
          <g key={tick} transform={`translate(${x(tick / unit)} ${rulerY})`}>
            <path d="M0 0V6" />
            <text y={19} textAnchor={tick === 0 ? 'start' : 'middle'}>
              {tick}
            </text>
          </g>
        ))}
        <text className="axis" x={width} y={rulerY - 6} textAnchor="end">
          {props.words.ruler}
        </text>
      </g>
      {oddsY + 18 <= props.height && (
        <g className="ruler odds">
          <path d={`M0 ${oddsY}H${width}`} />
          {powers.map((power) => (
            <g key={power} transform={`translate(${x(power * Math.LN10)} ${oddsY})`}>
              <path d="M0 0V6" />
              <text y={19} textAnchor={power === 0 ? 'start' : 'middle'}>
                {power === 0 ? '1' : power === 1 ? '10' : `10`}
                {power > 1 && (
                  <tspan dy={-5} fontSize="0.75em">
                    {power}
                  </tspan>
                )}
              </text>
            </g>
          ))}
          <text className="axis" x={width} y={oddsY - 6} textAnchor="end">
            {props.words.odds}
          </text>
        </g>
      )}
    </svg>
  );
}
