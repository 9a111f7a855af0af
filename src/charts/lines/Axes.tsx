import type { LineLayout } from './layout.ts';
import type { LineChartWords } from './props.ts';

interface Props {
  layout: LineLayout;
  words?: LineChartWords;
  /** Highest and lowest y that data reach: the axis is only as long. */
  reach: readonly [low: number, high: number];
}

/** Range frames: as long as the data, with few ticks that name real values. */
export function Axes({ layout: at, words = {}, reach }: Props) {
  const foot = at.bottom + 0.5;
  const { scale } = at;
  const last = at.xTicks.length - 1;
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
          {at.formatTick(tick)}
        </text>
      ))}
      {at.xTicks.map((tick, i) => (
        <text
          key={tick}
          className="c-mono"
          x={at.x(tick)}
          y={foot + 18 * scale}
          textAnchor={i === 0 ? 'start' : i === last ? 'end' : 'middle'}
        >
          {at.formatX(tick)}
          {i === last && words.x && <tspan className="c-note c-unit"> {words.x}</tspan>}
        </text>
      ))}
      {words.y && (
        <text className="c-note c-haloed" x={0} y={11 * scale}>
          {words.y}
        </text>
      )}
    </>
  );
}
