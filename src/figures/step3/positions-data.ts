import { useEngine } from '../../reader/engine.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { totalVariation } from '../../engine/vector.ts';
import type { Fault } from '../../worker/protocol.ts';
import { runOf } from './ablations-view.ts';
import { standOf } from './past-view.ts';
import { ordersOf } from './positions-view.ts';

/** What one network expects after both orders of the same letters. */
export interface Pair {
  readonly own: Float64Array;
  readonly other: Float64Array;
  readonly apart: number;
}

export interface Positions {
  /** All tokens, and the boundary among them. */
  readonly labels: readonly string[];
  readonly bos: number;
  /** The tokens of the name that are read, the boundary first. */
  readonly read: readonly string[];
  /** By position: the row of its token, [C]. */
  readonly tokens: readonly ArrayLike<number>[];
  /** [block, C] */
  readonly table: { readonly values: Float64Array; readonly block: number; readonly size: number };
  /** The letters up to the one that asks, and as many other orders as there are. */
  readonly letters: readonly string[];
  readonly orders: readonly string[][];
  readonly other: readonly string[];
  /** With positions, and trained anew without; null while not known. */
  readonly withThem: Pair | null;
  readonly without: Pair | null;
}

export interface PositionsData {
  readonly positions: Positions | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** The two tables' rows for a name, and the answers after it and after an anagram of it. */
export function usePositions(recipe: Recipe, name: string, order: number): PositionsData {
  const step = recipe.steps;
  const net = useEngine('network', { recipe });
  const whole = useEngine(
    'predict',
    name === '' ? null : { recipe, step, text: name, temperature: 1 },
  );
  const { labels = [], bos = -1, settings } = net.data ?? {};
  const count = whole.data?.read ?? 0;
  const ids = whole.data?.tokens.slice(0, count) ?? [];
  const read = whole.data?.labels.slice(0, count) ?? [];
  const rows = [...new Set(ids)].toSorted((a, b) => a - b).map((token) => `wte[${token}]`);
  const weights = useEngine(
    'weights',
    rows.length === 0
      ? null
      : { recipe, step, tensors: [...rows, 'wpe'], gradients: false, memories: false },
  );

  const letters = read.slice(1, 1 + standOf(read.length - 1));
  const orders = ordersOf(letters);
  const other = orders.length > 0 ? orders[order % orders.length] : [];
  const bare = runOf(recipe, ['position'], false);
  const ask = (run: Recipe, text: readonly string[]) =>
    text.length === 0 ? null : { recipe: run, step, text: text.join(''), exchange: null };
  const answers = {
    own: useEngine('exchanged', ask(recipe, letters)),
    other: useEngine('exchanged', ask(recipe, other)),
    bareOwn: useEngine('exchanged', ask(bare, letters)),
    bareOther: useEngine('exchanged', ask(bare, other)),
  };
  const pairOf = (one: (typeof answers)['own'], two: (typeof answers)['own']): Pair | null => {
    if (!one.data || !two.data || one.busy || two.busy) return null;
    const [p, q] = [one.data.before, two.data.before];
    return { own: p, other: q, apart: totalVariation(p, q) };
  };

  const table = weights.data?.tensors['wpe']?.value;
  const known = ids.map((token) => weights.data?.tensors[`wte[${token}]`]?.value);
  const all = [net, whole, weights, ...Object.values(answers)];
  return {
    positions:
      table && settings && known.every((row) => row !== undefined)
        ? {
            labels,
            bos,
            read,
            tokens: known,
            table: { values: table, block: settings.block, size: settings.embd },
            letters,
            orders,
            other,
            withThem: pairOf(answers.own, answers.other),
            without: pairOf(answers.bareOwn, answers.bareOther),
          }
        : null,
    live: whole.live,
    busy: all.some(({ busy }) => busy),
    fault: all.find(({ fault }) => fault)?.fault ?? null,
  };
}
