import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import { useNear } from '../../reader/near.ts';
import type { Fault, Result } from '../../worker/protocol.ts';
import { CURVE_POINTS } from './passes.ts';

type Read = Result<'predict'>;

export interface Start {
  readonly labels: readonly string[];
  /** The name as the table expects it after the run, and the network at three times of it. */
  readonly table: Read;
  readonly first: Read;
  readonly now: Read;
  readonly last: Read;
}

export interface StartData {
  readonly start: Start | null;
  readonly losses: ArrayLike<number>;
  /** Held-out nats after the run, of the network and of the table; undefined: none is held out. */
  readonly heldOut: number | undefined;
  readonly counted: number | undefined;
  /** How many numbers the network has. */
  readonly parameters: number;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

const NONE: readonly number[] = [];

/** Asks for the name's distributions under the counts and under the network after `step` names. */
export function useStart(recipe: Recipe, name: string, step: number): StartData {
  const near = useNear();
  const { steps } = recipe;
  const read = (of: Recipe, at: number) =>
    name === '' ? null : { recipe: of, step: at, text: name, temperature: 1 };
  const data = useEngine('data', { recipe });
  const table = useEngine('predict', read({ ...recipe, model: 0 }, steps));
  const first = useEngine('predict', read(recipe, 0));
  const now = useEngine('predict', read(recipe, step));
  const last = useEngine('predict', read(recipe, steps));
  const held = useEngine('evaluate', { recipe, steps: [steps] });
  const counts = useEngine('losses', { recipe });
  const network = useEngine('network', { recipe });
  const curve = useEngine('curve', near ? { recipe, points: CURVE_POINTS } : null);
  const all = [data, table, first, now, last, held, network];
  // Answers about another name or list may still stand for a moment: they must be of one kind.
  const reads = [table.data, first.data, now.data, last.data];
  const labels = data.data?.labels;
  const whole =
    labels !== undefined &&
    reads.every((one) => one?.text === name && one.p.length === one.read * labels.length);
  return {
    start: whole
      ? {
          labels,
          table: table.data as Read,
          first: first.data as Read,
          now: now.data as Read,
          last: last.data as Read,
        }
      : null,
    losses: curve.data?.losses ?? NONE,
    heldOut: held.data?.nats[0],
    counted: counts.data?.heldOut.nats.at(-1),
    parameters: network.data?.parameters ?? 0,
    live: now.live,
    busy: all.some(({ busy }) => busy),
    fault: all.find(({ fault }) => fault)?.fault ?? null,
  };
}
