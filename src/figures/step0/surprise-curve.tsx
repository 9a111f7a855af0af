import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { fixed } from '../../charts/index.ts';
import { solveLadder } from '../../charts/lines/ladder.ts';

const two = fixed(2);
const three = fixed(3);
const LEFT = 30;
const TOP = 14;
const FOOT = 34;
const RIGHT = 8;
/** Height of a label beside its dot. */
const ROW = 17;

interface Dot {
  readonly label: string;
  readonly p: number;
  readonly nats: number;
}

interface SurpriseCurveProps {
  width: number;
  height: number;
  label: string;
  dots: readonly Dot[];
  /** Names of the axes. */
  words: { p: string; surprise: string };
  /** Nats, or bits. */
  unit: number;
  /** Chance of each token when nothing is known. */
  even: number;
  /** The dot chosen, or -1. */
  chosen: number;
  /** Dots guessed and true, by index; the truth is tied to the guess. */
  guess: number | null;
  /** While the question stands the dots have no labels. */
  hidden: boolean;
  lit: boolean;
  onSelect: (index: number) => void;
}

/** −ln p against p, with the pairs of the name on it. */
export function SurpriseCurve(props: SurpriseCurveProps) {
  const { width, height, dots, unit, chosen, hidden } = props;
  const top = Math.max(1, ...dots.map(({ nats }) => nats), -Math.log(props.even)) * 1.06 * unit;
  const x = scaleLinear([0, 1], [LEFT, width - RIGHT]);
  const y = scaleLinear([0, top], [height - FOOT, TOP]);
  const low = Math.exp(-top / unit);
  // Evenly spaced in surprise, so that the steep part is as smooth as the flat one.
  const curve = Array.from({ length: 121 }, (_, i) => {
    const nats = (top / unit) * (1 - i / 120);
    return [x(Math.max(low, Math.exp(-nats))), y(nats * unit)] as [number, number];
  });
  const labelX = x(Math.max(0.12, ...dots.map(({ p }) => p))) + 26;
  const places = solveLadder(
    dots.map(({ nats }) => ({ target: y(nats * unit), height: ROW })),
    TOP,
    height - FOOT,
  );
  const marks = [
    { p: 1, name: '1' },
    { p: 0.5, name: '1/2' },
    { p: 0.25, name: '1/4' },
    { p: props.even, name: `1/${Math.round(1 / props.even)}` },
  ];
  return (
    <svg
      className="surprise-curve"
      role="group"
      aria-label={props.label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      data-lit={props.lit || undefined}
    >
      {marks.map(({ p, name }) => (
        <g key={name} className="mark">
          <path d={`M${x(p)} ${height - FOOT}V${y(-Math.log(p) * unit)}H${LEFT}`} />
          <text x={x(p)} y={height - FOOT + 15} textAnchor={p === 1 ? 'end' : 'middle'}>
            {name}
          </text>
          <text x={LEFT - 5} y={y(-Math.log(p) * unit) + 4} textAnchor="end">
            {(-Math.log(p) * unit || 0).toFixed(1)}
          </text>
        </g>
      ))}
      <text className="axis" x={width - RIGHT} y={height - 4} textAnchor="end">
        {props.words.p}
      </text>
      <text className="axis" x={LEFT + 4} y={TOP - 2}>
        {props.words.surprise}
      </text>
      <path className="frame" d={`M${LEFT} ${TOP}V${height - FOOT}H${width - RIGHT}`} />
      <path className="curve" d={line()(curve) ?? ''} />
      {dots.map(({ label, p, nats }, i) => {
        const [cx, cy] = [x(p), y(nats * unit)];
        const here = i === chosen;
        return (
          <g
            key={i}
            className={`dot${here ? ' chosen' : ''}${i === props.guess ? ' guess' : ''}`}
            onClick={() => props.onSelect(i)}
          >
            <rect className="target" x={cx - 12} y={cy - 12} width={24} height={24} />
            {!hidden && (
              <>
                <path className="tie" d={`M${cx + 6} ${cy}L${labelX - 4} ${places[i]}`} />
                <text x={labelX} y={places[i] + 4}>
                  {label}
                </text>
                <text className="value" x={labelX + 30} y={places[i] + 4}>
                  {three(p)}
                </text>
                <text className="price" x={labelX + 84} y={places[i] + 4}>
                  {two(nats * unit)}
                </text>
              </>
            )}
            <circle cx={cx} cy={cy} r={here ? 6 : 4} />
          </g>
        );
      })}
    </svg>
  );
}
