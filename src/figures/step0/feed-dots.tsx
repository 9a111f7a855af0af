import { memo, useEffect, useMemo, useState } from 'react';
import { toned } from '../../charts/color.ts';
import { dotPaths, type DotFrame } from './feed-view.ts';

/** Names that share a path: only the last path changes as a name is counted. */
const BLOCK = 100;

interface Props {
  /** One loss a name, [steps]; the first `k` are drawn. */
  losses: Float64Array;
  k: number;
  width: number;
  height: number;
  /** Width of a dot, px, and its ink from 0 to 1. */
  dot: number;
  tone: number;
  /** The plot that they lie in: edges, px, and what stands at them. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  last: number;
  low: number;
  high: number;
}

/**
 * The loss of every single name when it was met, as pale dots under the curve. A thousand of them,
 * growing sixty times a second: so each block of names is one path, written once.
 */
export const FeedDots = memo(function FeedDots(props: Props) {
  const { losses, k, left, right, top, bottom, last, low, high } = props;
  const blocks = useMemo(() => {
    const frame: DotFrame = { left, right, top, bottom, last, low, high };
    return Array.from({ length: Math.ceil(losses.length / BLOCK) }, (_, b) =>
      dotPaths(losses, b * BLOCK, Math.min(losses.length, (b + 1) * BLOCK), frame),
    );
  }, [losses, left, right, top, bottom, last, low, high]);
  const whole = Math.floor(k / BLOCK);
  // A thousand places would be a tenth of the page; without scripts the curve says the same.
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return (
    <svg className="feed-dots" width={props.width} height={props.height} aria-hidden="true">
      <g style={{ stroke: toned('loss', props.tone), strokeWidth: props.dot }}>
        {(awake ? blocks.slice(0, whole + 1) : []).map((dots, b) => (
          <path key={b} d={(b < whole ? dots : dots.slice(0, k - whole * BLOCK)).join('')} />
        ))}
      </g>
    </svg>
  );
});
