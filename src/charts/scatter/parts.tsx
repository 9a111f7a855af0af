import { quantityColor } from '../color.ts';
import { fixed } from '../format.ts';
import { solveLadder } from '../lines/ladder.ts';
import { SMALL, clip, monoWidth, sansWidth } from '../text.ts';
import { dotPath, placeOf, shapeOf } from './points.ts';
import type { PlacedGroup } from './points.ts';
import type { SignedScale } from './scale.ts';
import type { ScatterPoint, ScatterProps } from './props.ts';

/** The frame within its labels, px. */
export interface Square {
  left: number;
  top: number;
  size: number;
}

/** The frame, the diagonal, the ends of both axes and their names. */
export function ScatterAxes({
  square,
  scale,
  props,
}: {
  square: Square;
  scale: SignedScale;
  props: ScatterProps;
}) {
  const { left, top, size } = square;
  const { words = {}, format = fixed(2), textScale = 1, diagonal = true } = props;
  const [right, foot] = [left + size, top + size];
  const x = (value: number) => left + ((1 + scale.share(value)) / 2) * size;
  const y = (value: number) => top + ((1 - scale.share(value)) / 2) * size;
  const inner = scale.ticks.slice(1, -1);
  const text = foot + 15 * textScale;
  const ends = [format(-scale.max), format(scale.max)];
  const taken = ends.reduce((sum, end) => sum + monoWidth(end, SMALL * textScale), 0);
  const named = words.x && taken + sansWidth(words.x, 12 * textScale) + 16 < size;
  return (
    <>
      <path
        className="c-tick"
        d={inner.map((value) => `M${x(value)} ${foot}v4M${left} ${y(value)}h-4`).join('')}
      />
      <rect className="c-frame" x={left} y={top} width={size} height={size} />
      {diagonal && <path className="c-diagonal" d={`M${left} ${foot}L${right} ${top}`} />}
      {props.groups.length > 0 && (
        <>
          <text className="c-mono" x={left} y={text}>
            {ends[0]}
          </text>
          <text className="c-mono" x={right} y={text} textAnchor="end">
            {ends[1]}
          </text>
        </>
      )}
      {words.x && (
        <text
          className="c-note"
          x={named ? left + size / 2 : right}
          y={named ? text : text + 15 * textScale}
          textAnchor={named ? 'middle' : 'end'}
        >
          {words.x}
        </text>
      )}
      {words.y && (
        <text className="c-note c-haloed" x={left + 6} y={top + 15 * textScale}>
          {clip(words.y, size - 10, (part) => sansWidth(part, 12 * textScale))}
        </text>
      )}
    </>
  );
}

/** Groups' names at the right, each tied to its outermost point. */
export function GroupLabels({
  square,
  placed,
  props,
}: {
  square: Square;
  placed: readonly PlacedGroup[];
  props: ScatterProps;
}) {
  const { groups, width, textScale = 1 } = props;
  const shown = groups.flatMap((group, k) => {
    const { places } = placed[k];
    if (places.length === 0) return [];
    let most = 0;
    for (let i = 2; i < places.length; i += 2) if (places[i] > places[most]) most = i;
    return [{ group, k, x: places[most], y: places[most + 1] }];
  });
  const height = 18 * textScale;
  const middles = solveLadder(
    shown.map(({ y }) => ({ target: y, height })),
    square.top,
    square.top + square.size,
  );
  const from = square.left + square.size + 16;
  return shown.map(({ group, k, x, y }, i) => {
    const color = quantityColor(group.quantity ?? 'gradient');
    return (
      <g key={group.id}>
        <path
          className="c-tie"
          style={{ stroke: color, strokeWidth: 0.8 }}
          d={`M${x + 4} ${y}L${from - 3} ${middles[i]}`}
        />
        <path style={{ fill: color }} d={dotPath(shapeOf(group, k), from + 4, middles[i], 3)} />
        <text
          className="c-label"
          style={{ fill: color }}
          x={from + 13}
          y={middles[i] + 4.5 * textScale}
        >
          {clip(group.label, width - from - 13, (part) => sansWidth(part, 13.2 * textScale))}
        </text>
      </g>
    );
  });
}

/** A ring around a point, with the dot itself filled above the others. */
export function Ring({
  props,
  placed,
  point,
  radius,
  mine,
}: {
  props: ScatterProps;
  placed: readonly PlacedGroup[];
  point: ScatterPoint | null | undefined;
  radius: number;
  mine: boolean;
}) {
  const place = placeOf(placed, point);
  if (!place || !point) return null;
  const { x, y } = place;
  const group = props.groups[point.group];
  const r = Math.max(5, radius + 3.5);
  return (
    <>
      <circle className="c-ring-ground" cx={x} cy={y} r={r + 1.5} />
      <path
        style={{ fill: quantityColor(group.quantity ?? 'gradient') }}
        d={dotPath(shapeOf(group, point.group), x, y, Math.max(2.5, radius))}
      />
      <circle className={mine ? 'c-guess' : 'c-hover'} cx={x} cy={y} r={r} />
    </>
  );
}
