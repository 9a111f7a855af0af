import { useCallback, useEffect, useRef, useState } from 'react';
import type { Recipe } from '../engine/recipe.ts';
import { usePage } from './page.ts';

/** Documents a second that a run may be watched at. */
export const SPEEDS = [2, 20, 200, 2000] as const;

export interface Playback {
  readonly playing: boolean;
  readonly perSecond: number;
  readonly play: () => void;
  readonly pause: () => void;
  readonly setSpeed: (perSecond: number) => void;
}

/**
 * Watch a run train at a chosen speed. The worker counts, the page pulls one frame at a time,
 * and `onStep` says which step is on hand (its `state` answer is known by then).
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

  const play = useCallback(() => {
    stop.current?.();
    const { recipe, step, total } = now.current;
    const from = step >= total ? 0 : step;
    let reached = from;
    let exact = from;
    setPlaying(true);
    stop.current = engine.follow(
      { recipe, from },
      (elapsed) => {
        exact = Math.min(
          total,
          Math.max(exact, reached) + (now.current.perSecond * elapsed) / 1000,
        );
        return Math.floor(exact);
      },
      (frame, last) => {
        reached = frame.step;
        now.current.onStep(frame.step);
        if (last) pause();
      },
      pause,
    );
  }, [engine, pause]);

  useEffect(() => () => stop.current?.(), []);
  useEffect(pause, [pause, options.recipe]);

  return { playing, perSecond, play, pause, setSpeed };
}
