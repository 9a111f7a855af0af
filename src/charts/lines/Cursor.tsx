import { quantityColor } from '../color.ts';
import { INFINITY } from '../format.ts';
import { monoWidth } from '../text.ts';
import { solveLadder } from './ladder.ts';
import { nearest } from './path.ts';
import type { LineLayout } from './layout.ts';
import type { LineChartProps } from './props.ts';

/** A hairline at x with a dot and a readout on each series that is read. */
export function Cursor({ layout: at, ...props }: LineChartProps & { layout: LineLayout }) {
  const { cursor, series, readouts } = props;
  if (cursor === null || cursor === undefined) return null;
  const x = at.x(cursor);
  const read = series
    .filter((one) => (readouts ? readouts.includes(one.id) : one.label))
    .flatMap((one) => {
      const point = nearest(one.points, cursor);
      if (!point) return [];
      const finite = Number.isFinite(point[1]);
      const y = finite ? Math.max(at.top, Math.min(at.bottom, at.y(point[1]))) : at.top - 6;
      const text = finite ? at.formatY(point[1]) : (props.words?.infinity ?? INFINITY);
      return [{ id: one.id, y, text, color: quantityColor(one.quantity ?? 'loss') }];
    });
  const middles = solveLadder(
    read.map(({ y }) => ({ target: y - 9 * at.scale, height: 15 * at.scale })),
    at.top - 14,
    at.bottom,
  );
  const room = Math.max(0, ...read.map(({ text }) => monoWidth(text, 12.5 * at.scale)));
  const left = x + room + 14 > at.right && x - room - 8 > at.left;
  return (
    <>
      <path className="c-cross" d={`M${x} ${at.top - 4}V${at.bottom}`} />
      {read.map((one, i) => (
        <g key={one.id}>
          <circle className="c-dot" cx={x} cy={one.y} r={3} style={{ fill: one.color }} />
          <text
            className="c-mono c-value c-strong c-haloed"
            style={{ fill: one.color }}
            x={left ? x - 7 : x + 7}
            y={middles[i] + 4.5 * at.scale}
            textAnchor={left ? 'end' : 'start'}
          >
            {one.text}
          </text>
        </g>
      ))}
    </>
  );
}
