import { useMemo } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import { useSweep, type Sweep } from '../../reader/sweep.ts';
import type { Floors } from '../../engine/floors.ts';
import type { Fault } from '../../worker/protocol.ts';
import { NAMES, otherSeeds, type RunsOf } from './bend-view.ts';

export interface Runs {
  readonly rows: readonly RunsOf[];
  readonly floors: Floors | null;
  /** Held-out nats of the table of counts. */
  readonly counting: number | null;
  /** The runs with other seeds. */
  readonly sweep: Sweep;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

const NOTHING: readonly Recipe[] = [];

/**
 * A complete run for each activation, held out. The first two are always asked for, the others
 * where they are drawn, other seeds where they are wanted.
 */
export function useRuns(recipe: Recipe, drawn: boolean, seeds: boolean): Runs {
  const { steps } = recipe;
  const asked = (activation: RunsOf['name'], always: boolean) =>
    always || drawn ? { recipe: { ...recipe, activation }, steps: [steps] } : null;
  const none = useEngine('evaluate', asked('none', true));
  const relu = useEngine('evaluate', asked('relu', true));
  const tanh = useEngine('evaluate', asked('tanh', false));
  const sigmoid = useEngine('evaluate', asked('sigmoid', false));
  const gelu = useEngine('evaluate', asked('gelu', false));
  const counted = useEngine('losses', { recipe });
  const measured = (relu.data?.nats.length ?? 0) > 0;
  const recipes = useMemo(
    () =>
      seeds && measured
        ? otherSeeds(recipe.seed).flatMap((seed) =>
            NAMES.map((activation) => ({ ...recipe, seed, activation })),
          )
        : NOTHING,
    [recipe, seeds, measured],
  );
  const sweep = useSweep(recipes, 0, 2);
  const answers = { none, relu, tanh, sigmoid, gelu };
  const all = NAMES.map((name) => answers[name]);
  return {
    rows: NAMES.map((name, i) => ({
      name,
      nats: answers[name].data?.nats.at(-1) ?? null,
      others: sweep.runs
        .filter((_, place) => place % NAMES.length === i)
        .map((run) => run?.heldOut ?? null),
    })),
    floors: relu.data?.floors ?? null,
    counting: counted.data?.heldOut.nats.at(-1) ?? null,
    sweep,
    live: none.live && relu.live,
    busy: all.some(({ busy }) => busy),
    fault: all.find(({ fault }) => fault)?.fault ?? sweep.fault,
  };
}
