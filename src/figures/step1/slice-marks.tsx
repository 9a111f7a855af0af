import { sansWidth } from '../../charts/text.ts';
import { nameSpots } from './slice-names.ts';
import { linePath, slopeLine, type SliceShape } from './slice-shape.ts';
import type { Spot } from './weights-view.ts';

export interface SliceSlope {
  id: string;
  slope: number;
  /** By hand is dashed, by nudging solid. */
  dashed: boolean;
  /** Stands near one of its ends. */
  label?: string;
}

/** The loss along a weight, with slopes through the point where it stands. */
export function SliceMarks({
  shape,
  at,
  slopes,
}: {
  shape: SliceShape;
  /** The weight, and the loss there. */
  at: Spot;
  slopes: readonly SliceSlope[];
}) {
  const drawn = slopes.map((one) => ({ ...one, ends: slopeLine(shape, at, one.slope) }));
  const named = drawn.flatMap(({ id, label, ends }) =>
    label && ends ? [{ id, label, ends, wide: sansWidth(label, 12) }] : [],
  );
  const grip: Spot = [shape.x(at[0]), shape.y(at[1])];
  const spots = nameSpots(shape, grip, named);
  return (
    <>
      <path className="c-line c-under slice-under" d={shape.path} />
      <path className="c-line slice-curve" d={shape.path} />
      {drawn.map(({ id, dashed, ends }) => (
        <path
          key={id}
          className="c-line slice-slope"
          strokeDasharray={dashed ? '4 3' : undefined}
          d={linePath(ends)}
        />
      ))}
      {named.map(({ id, label }, k) => {
        const spot = spots[k];
        return (
          spot && (
            <text key={id} className="c-note c-haloed slice-name" x={spot[0]} y={spot[1]}>
              {label}
            </text>
          )
        );
      })}
      {Number.isFinite(at[1]) && <circle className="c-grip" cx={grip[0]} cy={grip[1]} r={5} />}
    </>
  );
}
