import { useEffect, useRef, useState } from 'react';
import { useMedia } from '../../charts/hooks/useMedia.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { usePage } from '../../reader/page.ts';
import { walkAt } from './feed-view.ts';

/** Time a walk takes, ms; and what a frame counts at most, after a hidden tab. */
const WALK = 1200;
const LONGEST_FRAME = 100;

export interface Walk {
  /** Names counted as shown: on the way there, or there. */
  readonly k: number;
  readonly walking: boolean;
  /** Walk up from nothing to where the view is. */
  readonly begin: () => void;
  readonly stop: () => void;
}

/**
 * Shows how a state came about: the run trains from no names at all up to `to`, in about a second.
 * Readers who ask for less motion, and any change of `to` on the way, get the end state at once.
 */
export function useWalk(recipe: Recipe, to: number): Walk {
  const { engine } = usePage();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [way, setWay] = useState<{ k: number; to: number } | null>(null);
  const walking = way !== null && way.to === to && way.k < to && !still;
  useEffect(() => {
    if (!walking) return undefined;
    let time = 0;
    return engine.follow(
      'train',
      { recipe, from: 0, to },
      (elapsed) => {
        time += Math.min(elapsed, LONGEST_FRAME);
        return walkAt(to, time / WALK);
      },
      (frame) => setWay({ k: frame.step, to }),
      () => setWay(null),
    );
  }, [engine, recipe, to, walking]);
  return {
    k: walking ? way.k : to,
    walking,
    begin: () => setWay({ k: 0, to }),
    stop: () => setWay(null),
  };
}

/**
 * The last value that was whole: while some answers are newer than others, the picture stays as it
 * is, and never mixes them.
 */
export function useWhole<T>(value: T, whole: boolean): T {
  const kept = useRef(value);
  if (whole) kept.current = value;
  return kept.current;
}
