import { useId, type KeyboardEvent, type PointerEvent } from 'react';
import type { Place } from '../../../engine/ideas/ravine.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Racer, RaceWays } from '../../../worker/protocol.ts';
import {
  contoursOf,
  levelOf,
  placeAt,
  REACH,
  startOf,
  STRIDE,
  wayPath,
  type Layout,
  type View,
} from './ravine-view.ts';

export interface PlaneProps {
  at: Layout['plane'];
  scale: number;
  words: Messages;
  view: View;
  ways: RaceWays['ways'] | null;
  /** Those that are drawn. */
  shown: readonly Racer[];
  /** A start by the axes that the reader wants. */
  onMove: (to: Place) => void;
}

const MOVES: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** With the shift key held a key moves so many strides. */
const FAR = 5;

/** The ravine from above, the ways down it, and the start that one drags. */
export function RavinePlane({ at, scale, words, view, ways, shown, onMove }: PlaneProps) {
  const { left, top, side } = at;
  const clip = useId();
  const px = side / (2 * REACH);
  const x = (value: number): number => side / 2 + value * px;
  const y = (value: number): number => side / 2 - value * px;
  const start = startOf(view);
  const level = levelOf(view);
  const turn = `translate(${side / 2} ${side / 2}) rotate(${-view.angle})`;
  const drag = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    const down = (event.clientY - box.top) / box.height;
    onMove([(2 * across - 1) * REACH, (1 - 2 * down) * REACH]);
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const by = STRIDE * (event.shiftKey ? FAR : 1);
    onMove([start[0] + by * move[0], start[1] + by * move[1]]);
  };
  return (
    <>
      <svg
        className="ravine-plane"
        style={{ left, top }}
        width={side}
        height={side}
        viewBox={`0 0 ${side} ${side}`}
        aria-hidden="true"
      >
        <clipPath id={clip}>
          <rect width={side} height={side} />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          <g className="ravine-ground" transform={turn}>
            {contoursOf(view).map(({ along, across, tone }) => (
              <ellipse
                key={tone}
                rx={along * px}
                ry={across * px}
                style={{ '--tone': `${Math.round(52 * tone)}%` } as Record<string, string>}
              />
            ))}
          </g>
          <path className="ravine-axes" d={`M${x(0)} 0V${side}M0 ${y(0)}H${side}`} />
          <g transform={turn}>
            <ellipse className="ravine-level" rx={level.along * px} ry={level.across * px} />
          </g>
          {ways &&
            shown.map((racer) => {
              const { path } = ways[racer];
              const d = wayPath(path, view.step, x, y);
              const [endX, endY] = placeAt(path, view.step);
              return (
                <g key={racer} className={`race-${racer}`}>
                  <path className="race-halo" d={d} />
                  <path className="race-way" d={d} />
                  <circle cx={x(endX)} cy={y(endY)} r={4.5} />
                </g>
              );
            })}
          <path
            className="ravine-start"
            d={`M${x(start[0]) - 7} ${y(start[1])}h14M${x(start[0])} ${y(start[1]) - 7}v14`}
          />
        </g>
        <rect className="ravine-edge" width={side} height={side} />
      </svg>
      <div
        className="ravine-hit"
        style={{ left, top, width: side, height: side }}
        tabIndex={0}
        role="slider"
        aria-roledescription={words.text('planeRole')}
        aria-label={words.text('planeStart')}
        aria-valuemin={-REACH}
        aria-valuemax={REACH}
        aria-valuenow={Number(start[0].toFixed(2))}
        aria-valuetext={words.text('planeAt', {
          first: start[0].toFixed(1),
          second: start[1].toFixed(1),
        })}
        onKeyDown={press}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          // A finger may only want to scroll: it is heard once it moves along, or is lifted.
          if (event.pointerType !== 'touch') drag(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
        }}
        onPointerUp={(event) => {
          if (event.pointerType === 'touch') drag(event);
        }}
      />
      <p className="ravine-axis" style={{ left, top: top + side, width: side }}>
        {words.text('first')}
      </p>
      <p
        className="ravine-axis ravine-up"
        style={{ left, top: top + side, width: side, height: 20 * scale }}
      >
        {words.text('second')}
      </p>
    </>
  );
}
