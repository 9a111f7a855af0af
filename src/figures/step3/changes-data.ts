import { totalVariation } from '../../engine/vector.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Recipe } from '../../engine/recipe.ts';
import type { Fault, Result } from '../../worker/protocol.ts';
import { programOf } from '../held-out.ts';
import { exchanged, stagesOf, type Exchange, type Stage } from './changes-view.ts';

/** A program's answer after the letters, before and after the exchange. */
export interface Answers {
  readonly before: Float64Array;
  /** Null without an exchange. */
  readonly after: Float64Array | null;
  /** Share of the belief that moved. */
  readonly moved: number | null;
}

export interface Changes {
  readonly stages: readonly Stage[];
  readonly labels: readonly string[];
  readonly bos: number;
  /** Letters that both programs have read, the last of them asking. */
  readonly letters: readonly string[];
  readonly now: readonly string[];
  readonly old: Answers | null;
  readonly fresh: Answers | null;
}

export interface ChangesData {
  readonly changes: Changes | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** What a model expects after a position: a row of its answer. */
function rowOf({ p, read }: Result<'predict'>, row: number): Float64Array {
  const tokens = p.length / read;
  return p.slice(row * tokens, (row + 1) * tokens);
}

function answers(
  before: Result<'predict'> | undefined,
  after: Result<'predict'> | undefined,
  row: number,
): Answers | null {
  if (!before || row >= before.read) return null;
  const p = rowOf(before, row);
  const q = after && row < after.read ? rowOf(after, row) : null;
  return { before: p, after: q, moved: q && totalVariation(p, q) };
}

/** Shapes of both programs, and what both expect after the name as it is and as it is changed. */
export function useChanges(recipe: Recipe, name: string, exchange: Exchange | null): ChangesData {
  const step = recipe.steps;
  const before = programOf(recipe, 2);
  const oldNet = useEngine('network', { recipe: before });
  const net = useEngine('network', { recipe });
  const ask = (run: Recipe, text: string | null) =>
    text === null || text === '' ? null : { recipe: run, step, text, temperature: 1 };
  const fresh = useEngine('predict', ask(recipe, name));
  const old = useEngine('predict', ask(before, name));

  // The first that is read is the boundary.
  const letters = fresh.data?.labels.slice(1, fresh.data.read) ?? [];
  const { labels = [], bos = -1 } = net.data ?? {};
  const held = exchange && exchange.at < letters.length - 1 ? exchange : null;
  const now = held ? exchanged(letters, held, labels, bos) : letters;
  const other = held ? now.join('') : null;
  const freshAfter = useEngine('predict', ask(recipe, other));
  const oldAfter = useEngine('predict', ask(before, other));

  const all = [net, oldNet, fresh, old, freshAfter, oldAfter];
  const row = letters.length;
  const settled = !freshAfter.busy && !oldAfter.busy && other !== null;
  return {
    changes:
      net.data && oldNet.data
        ? {
            stages: stagesOf(oldNet.data.shapes, net.data.shapes),
            labels,
            bos,
            letters,
            now,
            old: answers(old.data, settled ? oldAfter.data : undefined, row),
            fresh: answers(fresh.data, settled ? freshAfter.data : undefined, row),
          }
        : null,
    live: net.live,
    busy: all.some(({ busy }) => busy),
    fault: all.find(({ fault }) => fault)?.fault ?? null,
  };
}
