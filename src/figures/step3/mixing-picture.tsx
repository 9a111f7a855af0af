import { useRef, useState, type PointerEvent } from 'react';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { Handle } from '../../charts/lines/Range.tsx';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { AnswerBand, VectorBands } from './mixing-bands.tsx';
import type { Mixing } from './mixing-data.ts';
import { Ribbons, ValueCells, ValueFrames, Weights } from './mixing-values.tsx';
import {
  columnOf,
  mixingLayout,
  weightAt,
  weightY,
  type MixingLayout,
  type Reach,
} from './mixing-view.ts';

export interface MixingPictureProps {
  size: Size;
  words: Messages;
  mixing: Mixing;
  reach: Reach;
  /** In force, and as the network has them. */
  weights: readonly number[];
  own: readonly number[];
  mixture: readonly number[];
  ownMixture: readonly number[];
  /** Behind the output matrix; null while it is on its way. */
  attn: readonly number[] | null;
  /** What is expected now; null while it is asked for or on its way. */
  p: readonly number[] | null;
  /** Share of the answer that has moved, in words; null where it has not. */
  moved: string | null;
  /** The share that the reader expected to move, in words. */
  guess: string | null;
  cut: boolean;
  s: number;
  j: number;
  format: (value: number) => string;
  lit: string | null;
  /** Null while weights may not be moved. */
  onWeight: ((s: number, weight: number) => void) | null;
  onSelect: (s: number) => void;
  onNumber: (j: number) => void;
}

/** Weighted values flow into one vector; that is projected, added to the stream, and answered from. */
export function MixingPicture(props: MixingPictureProps) {
  const { size, words, mixing, weights, mixture, s, j, onWeight, format } = props;
  const { letters } = mixing.attention;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const [over, setOver] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const dragging = useRef<number | null>(null);
  const at = mixingLayout(size, letters.length, mixture.length, scale);
  const place = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };
  // A mouse may take any bar at once; a finger takes the ring, so that the page still scrolls.
  const take = (event: PointerEvent<HTMLElement>): void => {
    if (!onWeight || event.pointerType !== 'mouse' || event.button !== 0) return;
    if ((event.target as Element).closest('.c-ring')) return;
    const { left, top } = place(event);
    const column = Math.floor((left - at.left) / at.pitch);
    if (column < 0 || column >= letters.length) return;
    if (top < at.weights.top || top > at.weights.bottom) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = column;
    onWeight(column, weightAt(at, top));
  };
  const follow = (event: PointerEvent<HTMLElement>): void => {
    if (dragging.current === null || !event.currentTarget.hasPointerCapture(event.pointerId))
      return;
    onWeight?.(dragging.current, weightAt(at, place(event).top));
  };
  return (
    <div
      ref={root}
      className="mixing-root"
      role="presentation"
      onPointerDown={take}
      onPointerMove={follow}
      onPointerUp={() => {
        dragging.current = null;
      }}
    >
      <Frame
        width={size.width}
        height={size.height}
        label={words.text('picture')}
        description={words.text('pictureAbout', { count: letters.length })}
        textScale={scale}
        className="mixing"
        behind={<ValueCells at={at} mixing={mixing} />}
        over={(describedBy) => (
          <>
            <div className="mixing-strip" style={boxOf(at, 0, at.values.bottom)}>
              <ListCursor
                label={words.text('positions')}
                describedBy={describedBy}
                slots={letters.map((_, n) => ({
                  x: n * at.pitch,
                  y: 0,
                  width: at.pitch,
                  height: at.values.bottom,
                }))}
                name={(n) =>
                  words.text('position', { letter: letters[n], weight: format(weights[n]) })
                }
                direction="horizontal"
                selected={s}
                hovered={over}
                setHovered={setOver}
                onSelect={props.onSelect}
              />
            </div>
            <div className="mixing-strip" style={boxOf(at, at.mix.top, at.mix.bottom)}>
              <ListCursor
                label={words.text('numbers')}
                slots={mixture.map((_, n) => ({
                  x: n * at.step,
                  y: 0,
                  width: at.step,
                  height: at.mix.bottom - at.mix.top,
                }))}
                name={(n) => words.text('number', { j: n, value: format(mixture[n]) })}
                direction="horizontal"
                selected={j}
                hovered={hovered}
                setHovered={setHovered}
                onSelect={props.onNumber}
              />
            </div>
            {onWeight && (
              <Handle
                label={words.text('handle', { letter: letters[s] })}
                text={format(weights[s])}
                style={{
                  left: columnOf(at, s) - 22,
                  top: weightY(at, weights[s]) - 22,
                  width: 44,
                  height: 44,
                }}
                value={weights[s]}
                min={0}
                max={1}
                step={0.01}
                at={(y) => weightAt(at, y)}
                onChange={(weight) => onWeight(s, weight)}
              />
            )}
          </>
        )}
      >
        <rect
          className="mixing-column"
          x={at.left + s * at.pitch + 1}
          y={at.letters + 5 * scale}
          width={at.pitch - 2}
          height={at.weights.bottom - at.letters - 5 * scale}
        />
        <Ribbons {...props} at={at} over={over} />
        <Weights {...props} at={at} over={over} />
        <ValueFrames {...props} at={at} />
        <VectorBands {...props} at={at} hovered={hovered} />
        <AnswerBand {...props} at={at} />
      </Frame>
    </div>
  );
}

const boxOf = (at: MixingLayout, top: number, bottom: number) => ({
  left: at.left,
  top,
  width: at.width - at.left,
  height: bottom - top,
});
