import { useEffect, useState } from 'react';
import { useMedia } from '../../charts/hooks/useMedia.ts';
import { strideFrom } from './feed-view.ts';

/** Time that a number of names stays, ms: while ten are dropped, and on a longer way. */
const SLOW = 130;
const FAST = 24;

export interface Walk {
  /** Names counted as shown: on the way there, or there. */
  readonly k: number;
  readonly walking: boolean;
  /** Walk up from nothing to where the view is. */
  readonly begin: () => void;
  readonly stop: () => void;
}

/**
 * Shows how a state came about: from no names at all up to `to`, in about a second. Readers who
 * ask for less motion, and any change of `to` on the way, get the end state at once.
 */
export function useWalk(to: number): Walk {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [at, setAt] = useState<{ k: number; to: number } | null>(null);
  const walking = at !== null && at.to === to && at.k < to && !still;
  const k = walking ? at.k : to;
  useEffect(() => {
    if (!walking) return undefined;
    const next = to > 20 ? strideFrom(k) : k + 1;
    const timer = setTimeout(() => setAt({ k: next, to }), to > 20 ? FAST : SLOW);
    return () => clearTimeout(timer);
  }, [walking, k, to]);
  return {
    k,
    walking,
    begin: () => setAt({ k: 0, to }),
    stop: () => setAt(null),
  };
}
