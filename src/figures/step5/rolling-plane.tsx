import { useId, useMemo, type KeyboardEvent, type PointerEvent } from 'react';
import { monoWidth, sansWidth } from '../../charts/text.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Result } from '../../worker/protocol.ts';
import type { Way } from './rolling-data.ts';
import {
  COUNT,
  REACH,
  STRIDE,
  apart,
  held,
  levelsOf,
  placeAt,
  trail,
  type Layout,
  type Point,
} from './rolling-view.ts';

export interface PlaneProps {
  at: Layout['plane'];
  scale: number;
  words: Messages;
  plane: Result<'plane'> | null;
  ways: readonly Way[] | null;
  /** How many of the ways are drawn, and how far. */
  shown: number;
  step: number;
  /** Along the axes that are drawn. */
  start: Point;
  guess: Point | null;
  /** What the arrow keys and the pointer move. */
  moves: 'start' | 'guess';
  axes: readonly [string, string];
  onMove: (to: Point) => void;
}

const MOVES: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** With the shift key held a key moves so many strides. */
const FAR = 5;

/** The loss over two directions as bands, with the optimizers' ways down, from a start one drags. */
export function RollingPlane(props: PlaneProps) {
  const { at, scale, words, plane, ways, shown, step, start, guess, moves, axes, onMove } = props;
  const { left, top, side } = at;
  const clip = useId();
  const x = (along: number): number => ((along + REACH) / (2 * REACH)) * side;
  const y = (across: number): number => side - x(across);
  const levels = useMemo(
    () =>
      plane && plane.losses.length === COUNT * COUNT ? levelsOf(plane.losses, COUNT, side) : [],
    [plane, side],
  );
  const seen = ways?.slice(0, shown) ?? [];
  const heights = apart(
    seen.map(({ roll }) => y(placeAt(roll.path, step)[1]) + 4 * scale),
    17 * scale,
    side - 5,
  );
  // Between the numbers at both ends there has to be room for an axis’s name.
  const named = Math.max(...axes.map((name) => monoWidth(name, 12 * scale)));
  const ends = side > named + 2 * monoWidth(`−${REACH} `, 12 * scale);
  const here = moves === 'guess' ? (guess ?? start) : start;
  const drag = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const rise = 1 - (event.clientY - box.top) / box.height;
    onMove([held((2 * share - 1) * REACH), held((2 * rise - 1) * REACH)]);
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const by = STRIDE * (event.shiftKey ? FAR : 1);
    onMove([held(here[0] + by * move[0]), held(here[1] + by * move[1])]);
  };
  return (
    <>
      <svg
        className="rolling-plane"
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
          {levels.map(({ height, d }) => (
            <path
              key={height}
              className="rolling-level"
              style={{ '--tone': `${Math.round(4 + 62 * height)}%` } as Record<string, string>}
              d={d}
            />
          ))}
          <path className="rolling-zero" d={`M${x(0)} 0V${side}M0 ${y(0)}H${side}`} />
          {seen.map(({ kind, roll }, i) => {
            const d = trail(roll.path, step, x, y);
            const [endX, endY] = placeAt(roll.path, step);
            const room = sansWidth(words.text(kind), 13 * scale) + 14;
            // Beside its way if it fits; the list at the right has all names.
            const before = x(endX) + room > side;
            const fits = !before || x(endX) > room;
            return (
              <g key={kind} className={`rolling-${kind}`}>
                <path className="rolling-halo" d={d} />
                <path className="rolling-way" d={d} />
                <circle cx={x(endX)} cy={y(endY)} r={5} />
                {step > 0 && fits && (
                  <text
                    className="rolling-name"
                    x={x(endX) + (before ? -10 : 10)}
                    y={heights[i]}
                    textAnchor={before ? 'end' : 'start'}
                  >
                    {words.text(kind)}
                  </text>
                )}
              </g>
            );
          })}
          <path
            className="rolling-start"
            d={`M${x(start[0]) - 6} ${y(start[1])}h12M${x(start[0])} ${y(start[1]) - 6}v12`}
          />
          {guess && <circle className="rolling-guess" cx={x(guess[0])} cy={y(guess[1])} r={8} />}
        </g>
        <rect className="rolling-edge" width={side} height={side} />
      </svg>
      <div
        className="rolling-hit"
        style={{ left, top, width: side, height: side }}
        tabIndex={0}
        role="slider"
        aria-roledescription={words.text('planeRole')}
        aria-label={words.text(moves === 'guess' ? 'planeGuess' : 'planeStart')}
        aria-valuemin={-REACH}
        aria-valuemax={REACH}
        aria-valuenow={here[0]}
        aria-valuetext={words.text('planeAt', {
          first: here[0].toFixed(1),
          second: here[1].toFixed(1),
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
      <p className="rolling-axis" style={{ left, top: top + side, width: side }}>
        {ends && <span>{`−${REACH}`}</span>}
        <b>{axes[0]}</b>
        {ends && <span>{`+${REACH}`}</span>}
      </p>
      <p
        className="rolling-axis rolling-up"
        style={{ left, top: top + side, width: side, height: 22 * scale }}
      >
        {ends && <span>{`−${REACH}`}</span>}
        <b>{axes[1]}</b>
        {ends && <span>{`+${REACH}`}</span>}
      </p>
    </>
  );
}
