import { sansWidth } from '../../charts/text.ts';
import { linePath, slopeLine, type SliceShape } from './slice-shape.ts';
import type { Spot } from './weights-view.ts';

export interface SliceSlope {
  id: string;
  slope: number;
  /** By hand is dashed, by nudging solid. */
  dashed: boolean;
  /** Beside the end that is higher in the frame. */
  label?: string;
}

/** The loss along a weight, with slopes through the point where it stands. */
export function SliceMarks({
  shape,
  at,
  slopes,
  grip = true,
}: {
  shape: SliceShape;
  /** The weight, and the loss there. */
  at: Spot;
  slopes: readonly SliceSlope[];
  grip?: boolean;
}) {
  return (
    <>
      <path className="c-line c-under slice-under" d={shape.path} />
      <path className="c-line slice-curve" d={shape.path} />
      {slopes.map(({ id, slope, dashed, label }) => {
        const ends = slopeLine(shape, at, slope);
        return (
          <g key={id}>
            <path
              className="c-line slice-slope"
              strokeDasharray={dashed ? '4 3' : undefined}
              d={linePath(ends)}
            />
            {label && ends && <SlopeName shape={shape} ends={ends} label={label} />}
          </g>
        );
      })}
      {grip && Number.isFinite(at[1]) && (
        <circle className="c-grip" cx={shape.x(at[0])} cy={shape.y(at[1])} r={5} />
      )}
    </>
  );
}

interface NameProps {
  shape: SliceShape;
  ends: readonly [Spot, Spot];
  label: string;
}

/** Whose slope a line is: at its upper end, on the side with more room. */
function SlopeName({ shape, ends, label }: NameProps) {
  const { box } = shape;
  const [x, y] = ends[0][1] < ends[1][1] ? ends[0] : ends[1];
  const wide = sansWidth(label, 12);
  const toLeft = x - box.x > box.x + box.width - x;
  const from = toLeft ? x - 5 - wide : x + 5;
  return (
    <text
      className="c-note c-haloed slice-name"
      x={Math.max(box.x, Math.min(box.x + box.width - wide, from))}
      y={Math.max(box.y + 10, Math.min(box.y + box.height - 4, y + 4))}
    >
      {label}
    </text>
  );
}
