import { useCallback, useId, useState } from 'react';
import { quantityColor } from '../color.ts';
import { Frame } from '../Frame.tsx';
import { solveLadder } from '../lines/ladder.ts';
import { sansWidth } from '../text.ts';
import { DotCanvas } from './DotCanvas.tsx';
import { boundary, dotAt, dotLayout } from './dotLayout.ts';
import { DotSlider } from './DotSlider.tsx';
import type { DotFieldProps, DotRange } from './props.ts';
import type { DotLayout } from './dotLayout.ts';

/** Rows [from, to) that a range covers, px. */
function reach(at: DotLayout, range: DotRange): { from: number; to: number } {
  const last = Math.max(range.from, Math.min(range.to, at.count) - 1);
  return { from: dotAt(at, range.from).y, to: dotAt(at, last).y + at.dotHeight };
}

interface SideProps {
  at: DotLayout;
  ranges: readonly DotRange[];
  ring: number | null;
  ringLabel?: string;
  scale: number;
}

/** Brackets and labels at the right: the ranges, and the reader's dot among them. */
function Side({ at, ranges, ring, ringLabel, scale }: SideProps) {
  const reaches = ranges.map((range) => reach(at, range));
  const x = at.width + 5;
  const spot = ring === null ? null : dotAt(at, ring);
  const ringY = spot ? spot.y + at.dotHeight / 2 : 0;
  const named = spot !== null && Boolean(ringLabel);
  const targets = reaches.map(({ from, to }) => (from + to) / 2);
  const middles = solveLadder(
    (named ? [...targets, ringY] : targets).map((target) => ({ target, height: 16 * scale })),
    0,
    Math.max(at.height, (targets.length + 1) * 16 * scale),
  );
  const ringMiddle = middles[targets.length];
  return (
    <>
      {ranges.map((range, i) => {
        const { from, to } = reaches[i];
        const color = quantityColor(range.quantity ?? 'ink');
        const foot = Math.max(from + 2, to - 1);
        return (
          <g key={`${range.from}-${range.to}`} style={{ stroke: color }}>
            <path className="c-bracket" d={`M${x} ${from + 1}h3V${foot}h-3`} />
            <path
              className="c-bracket c-hairline"
              d={`M${x + 3} ${(from + 1 + foot) / 2}L${x + 13} ${middles[i]}`}
            />
            <path className="c-bracket c-edge-halo" d={boundary(at, range.to)} />
            <path className="c-bracket" d={boundary(at, range.to)} />
            <text
              className="c-note"
              style={{ fill: color, stroke: 'none' }}
              x={x + 16}
              y={middles[i] + 4 * scale}
            >
              {range.label}
            </text>
          </g>
        );
      })}
      {named && (
        <>
          <path className="c-line-halo" d={`M${spot.x} ${ringY}H${at.width}`} />
          <path
            className="c-ring-rule"
            d={`M${spot.x} ${ringY}H${x + 3}L${x + 13} ${ringMiddle}`}
          />
          <text className="c-label c-mine" x={x + 16} y={ringMiddle + 4.5 * scale}>
            {ringLabel}
          </text>
        </>
      )}
    </>
  );
}

/** Every dot alike, as a pattern: the prerendered field, until there are pixels. */
function PlainDots({ at }: { at: DotLayout }) {
  const id = useId();
  const { x, y } = dotAt(at, at.count);
  const gap = Math.min(at.dotWidth, at.dotHeight) > 1 ? 0.5 : 0;
  return (
    <>
      <pattern id={id} width={at.dotWidth} height={at.dotHeight} patternUnits="userSpaceOnUse">
        <rect className="c-seq-12" width={at.dotWidth - gap} height={at.dotHeight - gap} />
      </pattern>
      <path fill={`url(#${id})`} d={`M0 0H${at.width}V${y}H${x}v${x > 0 ? at.dotHeight : 0}H0z`} />
    </>
  );
}

/** A dot made visible: a ring, larger than the dot, with a halo. */
function Ring({ at, index, kind }: { at: DotLayout; index: number; kind: 'mine' | 'now' }) {
  const { x, y } = dotAt(at, index);
  const place = { cx: x + at.dotWidth / 2, cy: y + at.dotHeight / 2 };
  const r = Math.max(4.5, at.dotHeight * 0.8);
  return (
    <>
      <circle className="c-ring-halo" {...place} r={r} />
      <circle className={kind === 'mine' ? 'c-guess' : 'c-hover'} {...place} r={r} />
    </>
  );
}

/** Thousands of marks in reading order; see `DotFieldProps`. */
export function DotField(props: DotFieldProps) {
  const { width, height, count, ranges = [], ringLabel, textScale: scale = 1 } = props;
  const [drawn, setDrawn] = useState(false);
  const onDrawn = useCallback(() => setDrawn(true), []);
  const shown = (i: number | null | undefined) =>
    typeof i === 'number' && i >= 0 && i < count ? i : null;
  const [ring, index] = [shown(props.ring), shown(props.index)];
  const room = Math.max(
    ...ranges.map((range) => sansWidth(range.label, 12 * scale)),
    ring === null ? 0 : sansWidth(ringLabel ?? '', 13.6 * scale),
  );
  const at = dotLayout(count, width - (room > 0 ? Math.ceil(room + 24) : 0), height);
  const operable = Boolean(props.onIndex ?? props.onSelect ?? props.announce);
  return (
    <Frame
      {...props}
      height={Math.max(at.height, ranges.length * 16 * scale)}
      behind={
        <DotCanvas
          layout={at}
          levels={props.levels}
          animateKey={props.animateKey}
          onDrawn={onDrawn}
        />
      }
      over={
        operable
          ? (describedBy) => <DotSlider {...props} layout={at} describedBy={describedBy} />
          : undefined
      }
    >
      {!drawn && <PlainDots at={at} />}
      <Side at={at} ranges={ranges} ring={ring} ringLabel={ringLabel} scale={scale} />
      {ring !== null && <Ring at={at} index={ring} kind="mine" />}
      {index !== null && <Ring at={at} index={index} kind="now" />}
    </Frame>
  );
}
