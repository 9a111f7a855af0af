import { useCallback, useMemo, useState } from 'react';
import { toned } from '../color.ts';
import { Frame } from '../Frame.tsx';
import { sansWidth } from '../text.ts';
import { GroupLabels, Ring, ScatterAxes } from './parts.tsx';
import { dotsPath, placeGroup, reach, sampled, shapeOf } from './points.ts';
import { signedScale } from './scale.ts';
import { AGREED, ScatterCanvas } from './ScatterCanvas.tsx';
import { ScatterCursor } from './ScatterCursor.tsx';
import type { ScatterPoint, ScatterProps } from './props.ts';

/** More points than this are drawn on a canvas; until then so many stand for all. */
const FEW = 400;

/** Room for the labels of groups at the right, px. */
function labelRoom({ groups, width, labels, textScale: scale = 1 }: ScatterProps): number {
  if (!(labels ?? groups.length > 1)) return 0;
  const widest = groups.map((group) => sansWidth(group.label, 13 * scale));
  return Math.ceil(Math.min(Math.max(0, ...widest) + 34, width * 0.4));
}

/** Two measures of the same things against each other; see `ScatterProps`. */
export function Scatter(props: ScatterProps) {
  const { width, groups, max, threshold, tolerance = 0, textScale = 1 } = props;
  const kind = props.scale ?? 'sqrt';
  const [hovered, setHovered] = useState<ScatterPoint | null>(null);
  const [drawn, setDrawn] = useState(false);
  const onDrawn = useCallback(() => setDrawn(true), []);
  const room = labelRoom(props);
  const size = Math.max(40, Math.round(width - room - 10));
  const axis = useMemo(
    () => signedScale(kind, max ?? reach(groups), threshold),
    [kind, max, groups, threshold],
  );
  const square = useMemo(() => ({ left: 5, top: 5, size }), [size]);
  const placed = useMemo(
    () => groups.map((group) => placeGroup(group, axis, square, tolerance)),
    [groups, axis, square, tolerance],
  );
  const count = placed.reduce((sum, { order }) => sum + order.length, 0);
  const radius = props.radius ?? (count > FEW ? 1.4 : 2.2);
  const canvas = count > FEW;
  const wrapped = props.words?.x ? 15 : 0;
  const height = 5 + size + Math.ceil((20 + wrapped) * textScale);
  const operable = Boolean(props.onSelect ?? props.onHover ?? props.announce) && count > 0;
  const share = Math.min(1, FEW / Math.max(1, count));
  const kept =
    canvas && !drawn
      ? placed.map((one) => sampled(one, Math.floor(one.order.length * share)))
      : null;
  const dots = (off: 0 | 1) =>
    groups.map((group, k) => (
      <path
        key={group.id}
        style={{ fill: toned(group.quantity ?? 'gradient', off ? 1 : AGREED) }}
        d={dotsPath(placed[k], off, shapeOf(group, k), radius, (i) => !kept || kept[k].has(i))}
      />
    ));
  const ring = { props, placed, radius };
  return (
    <Frame
      {...props}
      height={height}
      behind={
        canvas && (
          <ScatterCanvas
            groups={groups}
            placed={placed}
            width={width}
            height={height}
            radius={radius}
            onDrawn={onDrawn}
          />
        )
      }
      over={
        operable
          ? (describedBy) => (
              <ScatterCursor
                {...props}
                placed={placed}
                describedBy={describedBy}
                hovered={hovered}
                setHovered={setHovered}
              />
            )
          : undefined
      }
    >
      <ScatterAxes square={square} scale={axis} props={props} />
      {!(canvas && drawn) && (
        <>
          {dots(0)}
          {dots(1)}
        </>
      )}
      {room > 0 && <GroupLabels square={square} placed={placed} props={props} />}
      {hovered && <Ring {...ring} point={hovered} mine={false} />}
      <Ring {...ring} point={props.selected} mine />
    </Frame>
  );
}
