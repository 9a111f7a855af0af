import { SMALL, monoWidth } from '../text.ts';
import { raised } from './powers.ts';
import type { LineLayout } from './layout.ts';
import type { LineChartWords } from './props.ts';

interface Props {
  layout: LineLayout;
  words?: LineChartWords;
  /** Highest and lowest y that data reach: the axis is only as long. */
  reach: readonly [low: number, high: number];
  /** A stretch of the x axis that is written over, px: what would touch it is left out. */
  covered?: readonly [from: number, to: number];
}

/** Exponents stand so high over the line, px. */
const LIFT = 4;

/** A tick's text; the exponent of a power of ten is raised. */
export function TickText({ text, scale }: { text: string; scale: number }) {
  const parts = raised(text);
  if (!parts) return text;
  return (
    <>
      {parts[0]}
      <tspan className="c-raised" dy={-LIFT * scale}>
        {parts[1]}
      </tspan>
    </>
  );
}

/** Range frames: as long as the data, with few ticks that name real values. */
export function Axes({ layout: at, words = {}, reach, covered }: Props) {
  const foot = at.bottom + 0.5;
  const { scale } = at;
  const last = at.xTicks.length - 1;
  const free = (tick: number, i: number) => {
    if (!covered) return true;
    const room = monoWidth(at.formatX(tick), SMALL * scale);
    const from = at.x(tick) - (i === 0 ? 0 : i === last ? room : room / 2);
    return from > covered[1] + 4 || from + room < covered[0] - 4;
  };
  const ticks = [
    ...at.yTicks.map((tick) => `M${at.left - 5} ${at.y(tick)}h5`),
    ...at.xTicks.map((tick) => `M${at.x(tick)} ${foot}v5`),
  ].join('');
  return (
    <>
      <path className="c-tick" d={`${ticks}M${at.left} ${at.y(reach[0])}V${at.y(reach[1])}`} />
      <path className="c-tick" d={`M${at.x(at.xTicks[0])} ${foot}H${at.x(at.xTicks[last])}`} />
      {at.yTicks.map((tick) => (
        <text
          key={tick}
          className="c-mono"
          x={at.left - 8 * scale}
          y={at.y(tick) + 4 * scale}
          textAnchor="end"
        >
          <TickText text={at.formatTick(tick)} scale={scale} />
        </text>
      ))}
      {at.xTicks.map((tick, i) =>
        free(tick, i) ? (
          <text
            key={tick}
            className="c-mono"
            x={at.x(tick)}
            y={foot + 18 * scale}
            textAnchor={i === 0 ? 'start' : i === last ? 'end' : 'middle'}
          >
            <TickText text={at.formatX(tick)} scale={scale} />
            {i === last && words.x && (
              <tspan
                className="c-note c-unit"
                dy={raised(at.formatX(tick)) ? LIFT * scale : undefined}
              >
                {' '}
                {words.x}
              </tspan>
            )}
          </text>
        ) : null,
      )}
      {words.y && (
        <text className="c-note c-haloed" x={0} y={11 * scale}>
          {words.y}
        </text>
      )}
    </>
  );
}
