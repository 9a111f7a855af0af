import { useCallback, useEffect, useRef, useState } from 'react';
import { useMedia } from '../../charts/hooks/useMedia.ts';

/** Time at each number, ms. */
const PACE = 520;

export interface Walk {
  readonly playing: boolean;
  /** Walk from the end to the beginning; where motion is unwanted, be there at once. */
  readonly play: () => void;
  readonly pause: () => void;
}

/** Walks back over so many numbers, one after another, telling how many have handed on. */
export function useWalk(
  length: number,
  walked: number | null,
  onWalked: (walked: number) => void,
): Walk {
  const [playing, setPlaying] = useState(false);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const tell = useRef(onWalked);
  useEffect(() => {
    tell.current = onWalked;
  });
  useEffect(() => {
    if (!playing) return undefined;
    // Another graph has no walk yet.
    if (walked === null || walked >= length) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => tell.current(walked + 1), PACE);
    return () => clearTimeout(timer);
  }, [playing, length, walked]);
  const play = useCallback(() => {
    tell.current(still ? length : 0);
    setPlaying(!still);
  }, [still, length]);
  return { playing, play, pause: useCallback(() => setPlaying(false), []) };
}
