import { useCallback, useEffect, useRef, useState } from 'react';
import { useMedia } from '../charts/hooks/useMedia.ts';
import { useNear } from '../reader/near.ts';

export interface Wave {
  readonly playing: boolean;
  /** Go on to the end, or from the start once more; where motion is unwanted, be there at once. */
  readonly play: () => void;
  readonly pause: () => void;
}

/** A longer gap between two frames counts as this long, ms. */
const LONGEST_GAP = 100;

/**
 * Walks over `total` things, so many a second, and tells how many are done. It stops
 * when the figure is out of sight, and when what is walked over changes (`about`).
 */
export function useWave(options: {
  total: number;
  walked: number;
  perSecond: number;
  about: string;
  onWalked: (walked: number) => void;
}): Wave {
  const { about, total } = options;
  const [playing, setPlaying] = useState(false);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const near = useNear();
  const now = useRef(options);
  useEffect(() => {
    now.current = options;
  });
  useEffect(() => setPlaying(false), [about, total]);
  useEffect(() => {
    if (!near) setPlaying(false);
  }, [near]);
  useEffect(() => {
    if (!playing) return undefined;
    let exact = now.current.walked;
    let last: number | null = null;
    let frame = requestAnimationFrame(function tick(time) {
      const { total: end, perSecond, onWalked } = now.current;
      const elapsed = last === null ? 0 : Math.min(LONGEST_GAP, time - last);
      last = time;
      const before = Math.floor(exact);
      exact = Math.min(end, exact + (perSecond * elapsed) / 1000);
      if (Math.floor(exact) > before) onWalked(Math.floor(exact));
      if (exact >= end) setPlaying(false);
      else frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  const play = useCallback(() => {
    const { total: end, walked, onWalked } = now.current;
    if (still) return onWalked(end);
    if (walked >= end) onWalked(0);
    // The first frame goes on from what is told here.
    now.current = { ...now.current, walked: walked >= end ? 0 : walked };
    setPlaying(true);
  }, [still]);
  return { playing, play, pause: useCallback(() => setPlaying(false), []) };
}
