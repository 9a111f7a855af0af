import { useCallback, useEffect, useRef, useState } from 'react';
import { useMedia } from '../../charts/hooks/useMedia.ts';

/** All the steps take so long, ms. */
const WHOLE = 4000;

export interface Rolling {
  readonly playing: boolean;
  /** From where it stands to the end, from the end once more; at once where motion is unwanted. */
  readonly play: () => void;
  readonly pause: () => void;
}

/** Goes through the steps of a way that is known already, a few with each frame of the screen. */
export function useRoll(step: number, total: number, onStep: (step: number) => void): Rolling {
  const [playing, setPlaying] = useState(false);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const now = useRef({ step, onStep });
  useEffect(() => {
    now.current = { step, onStep };
  });
  useEffect(() => {
    if (!playing) return undefined;
    const from = now.current.step;
    let began: number | null = null;
    let frame = requestAnimationFrame(function next(time) {
      began ??= time;
      const to = Math.min(total, from + Math.floor(((time - began) / WHOLE) * total));
      if (to !== now.current.step) now.current.onStep(to);
      if (to >= total) setPlaying(false);
      else frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, total]);
  const play = useCallback(() => {
    if (still) return now.current.onStep(total);
    if (now.current.step >= total) {
      now.current = { ...now.current, step: 0 };
      now.current.onStep(0);
    }
    setPlaying(true);
  }, [still, total]);
  return { playing, play, pause: useCallback(() => setPlaying(false), []) };
}
