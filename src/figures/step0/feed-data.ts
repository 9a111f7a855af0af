import { useMemo } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Fault, Result, Surprise, TableState } from '../../worker/protocol.ts';
import { axisSteps, type View } from './feed-view.ts';
import { useWhole } from './feed-walk.ts';

/** How often the held-out loss is measured past the run. */
const PAST = 24;

/** All that is drawn, of one moment of one run. */
export interface Moment {
  readonly k: number;
  /** Whose pairs are priced, and whether it is the reader's own name. */
  readonly text: string;
  readonly own: boolean;
  /** Labels by token: the same array from one moment of a run to the next. */
  readonly labels: readonly string[];
  readonly table: TableState;
  readonly priced: Surprise;
  readonly run: Result<'losses'>;
  readonly floors: Result<'floors'>;
  /** Held-out loss with smoothing; undefined when nothing is held out. */
  readonly now: number | undefined;
  /** Without smoothing: now, and at the steps of `run.heldOut`; null while it is on. */
  readonly bare: { readonly now: number | undefined; readonly nats: readonly number[] } | null;
  /** With smoothing, past the run: there the held-out names are being counted too. */
  readonly past: { readonly steps: readonly number[]; readonly nats: readonly number[] } | null;
}

export interface FeedData {
  /** Null until there is a first answer to everything. */
  readonly moment: Moment | null;
  readonly unseen: Result<'unseen'> | undefined;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** Asks the engine for everything at once; while answers are under way the last moment stays. */
export function useFeedData(
  recipe: Recipe,
  lens: string,
  k: number,
  end: number,
  view: Pick<View, 'text' | 'alpha'>,
): FeedData {
  const { steps } = recipe;
  const { alpha } = view;
  const data = useEngine('data', { recipe });
  const run = useEngine('losses', { recipe });
  const floors = useEngine('floors', { recipe });
  const unseen = useEngine('unseen', { recipe, step: steps });
  const state = useEngine('state', { recipe, step: k });
  const other = view.text === 'unseen' ? unseen.data?.first : null;
  const text = other?.text ?? lens;
  const priced = useEngine('surprise', { recipe, step: k, text, alpha });
  const held = useEngine('heldOut', { recipe, steps: [k], alpha: 1 });
  const measured = run.data?.heldOut.steps;
  const bareNow = useEngine('heldOut', alpha === 0 ? { recipe, steps: [k], alpha } : null);
  const bare = useEngine(
    'heldOut',
    alpha === 0 && measured ? { recipe, steps: measured, alpha } : null,
  );
  const pastSteps = useMemo(() => axisSteps(steps, end, PAST), [steps, end]);
  const past = useEngine('heldOut', k > steps ? { recipe, steps: pastSteps, alpha: 1 } : null);

  const all = [data, run, floors, unseen, state, priced, held, bareNow, bare, past];
  const fault = all.find((answer) => answer.fault)?.fault ?? null;
  const busy = all.some((answer) => answer.busy);
  const moment = useMemo<Moment | null>(
    () =>
      data.data && run.data && floors.data && state.data && priced.data && held.data
        ? {
            k,
            text,
            own: text === lens,
            labels: data.data.labels,
            table: state.data,
            priced: priced.data,
            run: run.data,
            floors: floors.data,
            now: held.data.nats[0],
            bare: bare.data ? { now: bareNow.data?.nats[0], nats: bare.data.nats } : null,
            past: past.data ? { steps: pastSteps, nats: past.data.nats } : null,
          }
        : null,
    [
      k,
      text,
      lens,
      pastSteps,
      data.data,
      run.data,
      floors.data,
      state.data,
      priced.data,
      held.data,
      bare.data,
      bareNow.data,
      past.data,
    ],
  );
  return {
    moment: useWhole(moment, !busy && !fault),
    unseen: unseen.data,
    live: state.live,
    busy,
    fault,
  };
}
