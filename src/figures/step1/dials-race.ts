/** Every dial nudged in turn, against one way back: as many passes as it takes, timed. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Fault } from '../../worker/protocol.ts';
import { EPS } from './dials-view.ts';

export interface Race {
  /** Slopes by nudging, in the order of the parameters; NaN where none has been nudged yet. */
  readonly numerical: Float64Array;
  readonly done: number;
  /** Time that the nudges took so far, and one way back for all dials, ms. */
  readonly nudgingMs: number;
  readonly handMs: number;
  readonly running: boolean;
  readonly stopped: boolean;
  readonly fault: Fault | null;
  readonly stop: () => void;
  readonly resume: () => void;
  /** From the start once more, to be timed again. */
  readonly again: () => void;
}

interface State {
  readonly about: string;
  readonly numerical: Float64Array;
  readonly done: number;
  readonly nudgingMs: number;
  /** One for each part: the way back is timed again with every part. */
  readonly handMs: readonly number[];
  readonly stopped: boolean;
  readonly lap: number;
}

/** Dials in a part: what is asked at once. */
const PART = 224;

const begin = (about: string, parameters: number, lap: number): State => ({
  about,
  numerical: new Float64Array(parameters).fill(NaN),
  done: 0,
  nudgingMs: 0,
  handMs: [],
  stopped: false,
  lap,
});

const median = (values: readonly number[]): number =>
  values.length === 0 ? NaN : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** The race for a state of a run; `on` is false while that state is still moving. */
export function useRace(
  recipe: Recipe,
  step: number,
  text: string,
  parameters: number,
  on: boolean,
): Race {
  const about = `${parameters} ${step} ${text} ${JSON.stringify(recipe)}`;
  const [kept, setState] = useState(() => begin(about, parameters, 0));
  // While the state moves, the slopes of the last one that stood are kept.
  const now = kept.about === about || !on ? kept : begin(about, parameters, 0);
  if (kept.about !== about && on) setState(now);
  const going = on && parameters > 0 && !now.stopped && now.done < parameters;
  // Laps are cut differently, so that the second is computed and not remembered.
  const count = PART - now.lap;
  const { data, live, busy, fault } = useEngine(
    'nudges',
    going ? { recipe, step, text, eps: EPS, from: now.done, count } : null,
  );
  useEffect(() => {
    if (!going || busy || !live || !data || data.from !== now.done) return;
    if (data.parameters !== parameters || data.numerical.length === 0) return;
    setState((old) => {
      if (old.about !== about || old.done !== data.from) return old;
      const numerical = old.numerical.slice();
      numerical.set(data.numerical, data.from);
      return {
        ...old,
        numerical,
        done: data.from + data.numerical.length,
        nudgingMs: old.nudgingMs + data.numericalMs,
        handMs: [...old.handMs, data.analyticMs],
      };
    });
  }, [about, busy, data, going, live, now.done, parameters]);

  const stop = useCallback(() => setState((old) => ({ ...old, stopped: true })), []);
  const resume = useCallback(() => setState((old) => ({ ...old, stopped: false })), []);
  const again = useCallback(
    () => setState((old) => begin(old.about, old.numerical.length, (old.lap + 1) % 100)),
    [],
  );
  return useMemo(
    () => ({
      numerical: now.numerical,
      done: now.done,
      nudgingMs: now.nudgingMs,
      handMs: median(now.handMs),
      running: going && fault === null,
      stopped: now.stopped,
      fault,
      stop,
      resume,
      again,
    }),
    [
      now.numerical,
      now.done,
      now.nudgingMs,
      now.handMs,
      now.stopped,
      going,
      fault,
      stop,
      resume,
      again,
    ],
  );
}
