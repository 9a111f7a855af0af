import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Recipe } from '../engine/recipe.ts';
import type { Fault } from '../worker/protocol.ts';
import { usePage } from './page.ts';

/** Documents a second that a run may be watched at. */
export const SPEEDS = [2, 20, 200, 2000] as const;

/** A longer gap between two frames (a hidden tab, a stall) counts as this long, ms. */
const LONGEST_GAP = 100;

/** Workers that may die under a run without a frame between them before it is left paused. */
const MOST_CRASHES = 2;

export interface Playback {
  readonly playing: boolean;
  readonly perSecond: number;
  /** Go on to the end; from the end, begin again. */
  readonly play: () => void;
  /** Go on to step `to`, at this speed if one is given and at the chosen one if not. */
  readonly playTo: (to: number, perSecond?: number) => void;
  readonly pause: () => void;
  readonly setSpeed: (perSecond: number) => void;
}

/**
 * How far a run may have gone. Told the milliseconds since the last frame, it answers with the
 * step to train up to: `perSecond` steps a second, in whole steps, never past `to`.
 */
export function makePace(
  from: number,
  to: number,
  perSecond: () => number,
): (elapsed: number) => number {
  let exact = from;
  return (elapsed) => {
    exact = Math.min(to, exact + (perSecond() * Math.min(elapsed, LONGEST_GAP)) / 1000);
    return Math.floor(exact);
  };
}

/**
 * Watch a run train at a chosen speed: a table of counts, or a network. The worker trains, the page
 * pulls one frame at a time, and `onStep` says which step is on hand (of a table, its `state`
 * answer is known by then). A network that breaks down stops at its last good step. Nothing moves
 * while the tab is hidden. Another recipe stops it; a worker that dies is replaced and the run
 * goes on from the last frame.
 */
export function usePlayback(options: {
  recipe: Recipe;
  step: number;
  total: number;
  onStep: (step: number) => void;
  /** Documents a second to begin with. */
  speed?: number;
}): Playback {
  const { engine } = usePage();
  const [playing, setPlaying] = useState(false);
  const [perSecond, setSpeed] = useState<number>(options.speed ?? 200);
  const now = useRef({ ...options, perSecond });
  now.current = { ...options, perSecond };
  const stop = useRef<(() => void) | null>(null);

  const pause = useCallback(() => {
    stop.current?.();
    stop.current = null;
    setPlaying(false);
  }, []);

  const follow = useCallback(
    (start: number, to: number, speed?: number) => {
      stop.current?.();
      stop.current = null;
      setPlaying(start < to);
      if (start >= to) return;
      const { recipe } = now.current;
      let crashes = 0;
      const begin = (from: number): void => {
        let reached = from;
        const pace = makePace(from, to, () => speed ?? now.current.perSecond);
        const onFrame = (frame: { step: number }, last: boolean): void => {
          if (now.current.recipe !== recipe) return pause();
          reached = frame.step;
          crashes = 0;
          if (last) pause();
          now.current.onStep(frame.step);
        };
        const onFault = (fault: Fault): void => {
          stop.current = null;
          crashes += 1;
          if (fault.code === 'crashed' && crashes < MOST_CRASHES) begin(reached);
          else pause();
        };
        const run = { recipe, from, to };
        stop.current =
          recipe.model === 0
            ? engine.follow('train', run, pace, onFrame, onFault)
            : engine.follow('learn', { ...run, tensors: [] }, pace, onFrame, onFault);
      };
      begin(start);
    },
    [engine, pause],
  );

  const play = useCallback(() => {
    const { step, total } = now.current;
    follow(step >= total ? 0 : step, total);
  }, [follow]);

  const playTo = useCallback(
    (to: number, speed?: number) => follow(now.current.step, to, speed),
    [follow],
  );

  useEffect(() => () => stop.current?.(), []);
  useEffect(pause, [pause, options.recipe]);

  return useMemo(
    () => ({ playing, perSecond, play, playTo, pause, setSpeed }),
    [playing, perSecond, play, playTo, pause],
  );
}
