/** Many complete runs side by side, computed while a figure is near, the nearest to the finger first. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Recipe } from '../engine/recipe.ts';
import type { Fault, SweptRun } from '../worker/protocol.ts';
import { recipeKey } from '../worker/recipe-key.ts';
import type { EngineSource } from './engine-source.ts';
import { useNear } from './near.ts';
import { usePage } from './page.ts';

/** Workers that may die without a finished run between them before the sweep is left alone. */
const MOST_CRASHES = 2;
/** Runs remembered, of this sweep and those before it; the oldest go first. */
const KEPT = 1000;

export interface Sweep {
  /** By place among the recipes; null while it is not known. */
  readonly runs: readonly (SweptRun | null)[];
  /** How many of them are known. */
  readonly done: number;
  /** More are being computed. */
  readonly running: boolean;
  /** The reader has stopped it. */
  readonly stopped: boolean;
  readonly fault: Fault | null;
  readonly stop: () => void;
  readonly resume: () => void;
}

interface Wanted {
  readonly recipes: readonly Recipe[];
  /** Places among the recipes that are still to come. */
  readonly left: readonly number[];
  readonly points: number;
  /** The place wanted first, as it is when asked. */
  readonly focus: () => number;
  /** Told of the runs that a frame has finished; their indices are places among the recipes. */
  readonly onRuns: (runs: readonly SweptRun[]) => void;
  readonly onFault: (fault: Fault) => void;
}

/** The index among places in rising order of the one nearest to `focus`. */
export function nearestPlace(places: readonly number[], focus: number): number {
  let best = 0;
  for (let i = 1; i < places.length; i++)
    if (Math.abs(places[i] - focus) < Math.abs(places[best] - focus)) best = i;
  return best;
}

/**
 * Open the stream and grant one credit an animation frame until all is there. A worker that dies is
 * replaced and the rest asked again. Returns a function that ends it.
 */
function followSweep(engine: EngineSource, wanted: Wanted): () => void {
  const { recipes, points, focus, onRuns, onFault } = wanted;
  const left = new Set(wanted.left);
  let crashes = 0;
  let end = begin();

  function begin(): () => void {
    const places = [...left];
    let request = 0;
    const stream = engine.open(
      'sweep',
      {
        recipes: places.map((place) => recipes[place]),
        focus: nearestPlace(places, focus()),
        points,
      },
      {
        onFrame({ finished }, last) {
          const runs = finished.map((run) => ({ ...run, index: places[run.index] }));
          for (const { index } of runs) left.delete(index);
          if (runs.length > 0) crashes = 0;
          if (!last) request = requestAnimationFrame(grant);
          onRuns(runs);
        },
        onFault(fault) {
          cancelAnimationFrame(request);
          crashes += 1;
          if (fault.code === 'crashed' && crashes < MOST_CRASHES) end = begin();
          else onFault(fault);
        },
      },
    );
    function grant(): void {
      stream.credit(0, nearestPlace(places, focus()));
    }
    request = requestAnimationFrame(grant);
    return () => {
      cancelAnimationFrame(request);
      stream.close();
    };
  }
  return () => end();
}

/**
 * Complete runs of all `recipes`, the nearest to the place `focus` first. They are computed while
 * the figure is near; what is known stays known when the recipes change, or the reader goes away.
 * `points`: how many numbers the losses of a run are thinned to.
 */
export function useSweep(recipes: readonly Recipe[], focus: number, points: number): Sweep {
  const { engine } = usePage();
  const near = useNear();
  const [known, setKnown] = useState<ReadonlyMap<string, SweptRun>>(new Map());
  const keys = useMemo(
    () => recipes.map((recipe) => `${points} ${recipeKey(recipe)}`),
    [recipes, points],
  );
  const about = keys.join(' ');
  const [stoppedAt, setStopped] = useState<string | null>(null);
  const [failed, setFailed] = useState<{ about: string; fault: Fault } | null>(null);
  const stopped = stoppedAt === about;
  const fault = failed?.about === about ? failed.fault : null;
  const now = useRef({ recipes, keys, known, focus });
  now.current = { recipes, keys, known, focus };

  useEffect(() => {
    const { recipes: wanted, keys: names, known: before } = now.current;
    const left = [...names.keys()].filter((place) => !before.has(names[place]));
    if (!near || stopped || fault !== null || left.length === 0) return undefined;
    return followSweep(engine, {
      recipes: wanted,
      left,
      points,
      focus: () => now.current.focus,
      onRuns: (runs) =>
        setKnown((old) => {
          const all = [...old, ...runs.map((run) => [names[run.index], run] as const)];
          return new Map(all.slice(-KEPT));
        }),
      onFault: (found) => setFailed({ about, fault: found }),
    });
  }, [engine, about, points, near, stopped, fault]);

  const stop = useCallback(() => setStopped(about), [about]);
  const resume = useCallback(() => {
    setStopped(null);
    setFailed(null);
  }, []);
  return useMemo(() => {
    const runs = keys.map((key) => known.get(key) ?? null);
    const done = runs.filter((run) => run !== null).length;
    const running = near && !stopped && fault === null && done < runs.length;
    return { runs, done, running, stopped, fault, stop, resume };
  }, [keys, known, near, stopped, fault, stop, resume]);
}
