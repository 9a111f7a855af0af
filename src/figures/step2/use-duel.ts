import { useEffect, useRef, useState } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import { useNear } from '../../reader/near.ts';
import type { Bout, Fault } from '../../worker/protocol.ts';
import { ROUNDS, STEPS } from './duel-view.ts';

export interface Duel {
  readonly bouts: readonly Bout[];
  readonly running: boolean;
  /** Share of all rounds done, 0 to 1. */
  readonly done: number;
  readonly fault: Fault | null;
  readonly start: () => void;
  readonly stop: () => void;
}

interface State {
  readonly recipe: Recipe;
  readonly bouts: readonly Bout[];
  /** The bout that is being fought; null when none is. */
  readonly round: number | null;
  /** An answer is remembered, so a bout that is to be fought again needs another number. */
  readonly next: number;
}

/**
 * Bout after bout on this machine, from when the figure is first seen, or it is started anew, until
 * all are fought, it is stopped, or nobody sees it any more.
 */
export function useDuel(recipe: Recipe): Duel {
  const near = useNear();
  const [state, setState] = useState<State>({ recipe, bouts: [], round: null, next: 0 });
  const mine = state.recipe === recipe;
  const bouts = mine ? state.bouts : [];
  const round = mine ? state.round : null;
  const { data, busy, live, fault, progress } = useEngine(
    'duel',
    round === null ? null : { recipe, steps: STEPS, round },
  );

  useEffect(() => {
    if (round === null || busy || !live || !data) return;
    setState((old) => {
      if (old.round !== round || old.recipe !== recipe) return old;
      const all = [...old.bouts, data];
      const more = all.length < ROUNDS;
      return { recipe, bouts: all, round: more ? round + 1 : null, next: round + 2 };
    });
  }, [recipe, round, busy, live, data]);

  const seen = useRef(false);
  useEffect(() => {
    if (!near) setState((old) => ({ ...old, round: null }));
    else if (!seen.current) {
      seen.current = true;
      setState(({ next }) => ({ recipe, bouts: [], round: next, next: next + 1 }));
    }
  }, [near, recipe]);

  return {
    bouts,
    running: round !== null && fault === null,
    done: Math.min(1, (bouts.length + (round === null ? 0 : (progress ?? 0))) / ROUNDS),
    fault,
    start: () => setState(({ next }) => ({ recipe, bouts: [], round: next, next: next + 1 })),
    stop: () => setState((old) => ({ ...old, round: null })),
  };
}
