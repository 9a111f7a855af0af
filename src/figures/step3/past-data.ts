import { useEngine } from '../../reader/engine.ts';
import type { Recipe } from '../../engine/recipe.ts';
import type { Edit, Fault } from '../../worker/protocol.ts';
import { programOf } from '../held-out.ts';
import { runOf } from './ablations-view.ts';
import {
  exchangedIn,
  isShown,
  standOf,
  type Exchange,
  type RowId,
  type View,
} from './past-view.ts';

/** A program's answer after the last letter; `after` and `moved` are null where not known. */
export interface Row {
  readonly before: Float64Array;
  readonly after: Float64Array | null;
  readonly moved: number | null;
}

/** Every exchange of one network, [letters − 1, tokens], and the one that moves it most. */
export interface Edits {
  readonly moved: Float64Array;
  readonly most: Edit | null;
}

export interface Past {
  readonly labels: readonly string[];
  readonly bos: number;
  /** Letters that are read, the last of them asking, and their tokens. */
  readonly letters: readonly string[];
  readonly tokens: readonly number[];
  /** Letters of the name that come after. */
  readonly later: readonly string[];
  /** The exchange in view; null where nothing comes before the last letter. */
  readonly exchange: Exchange | null;
  readonly now: readonly string[];
  readonly rows: Readonly<Record<RowId, Row | null>>;
  /** Where the last letter looks, the boundary first, in the network shown last. */
  readonly weights: Float64Array | null;
  readonly head: Edits | null;
  readonly adam: Edits | null;
}

export interface PastData {
  readonly past: Past | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** The weights of the only head of the only layer, one row a position. */
const WEIGHTS = ['layer0.head0.weight'];

/** Where the last letter of a text looks, the boundary first; asks nothing for ''. */
export function useLooks(recipe: Recipe, text: string) {
  const answer = useEngine(
    'passage',
    text === '' ? null : { recipe, step: recipe.steps, text, tensors: WEIGHTS, design: null },
  );
  const rows = answer.data?.vectors[WEIGHTS[0]];
  return { ...answer, weights: rows ? rows.values.slice(-rows.size) : null };
}

/** What four programs answer in the reader's name, before and after an exchange. */
export function usePast(recipe: Recipe, name: string, view: View): PastData {
  const step = recipe.steps;
  const taught = runOf(recipe, [], true);
  const net = useEngine('network', { recipe });
  const whole = useEngine(
    'predict',
    name === '' ? null : { recipe, step, text: name, temperature: 1 },
  );
  const { labels = [], bos = -1 } = net.data ?? {};
  // The first that is read is the boundary.
  const all = whole.data?.labels.slice(1, whole.data.read) ?? [];
  const letters = all.slice(0, standOf(all.length));
  const text = letters.join('');
  const edits = useEngine('edits', text === '' ? null : { recipe, step, text });
  const more = useEngine('edits', text === '' ? null : { recipe: taught, step, text });

  const rows = letters.length - 1;
  const wanted =
    view.exchange === 'most'
      ? ((view.shown === 'adam' ? more.data : edits.data)?.most ?? null)
      : view.exchange;
  // A place of another name may not exist in this one.
  const exchange =
    wanted && wanted.position <= rows && wanted.token < labels.length
      ? { position: wanted.position, token: wanted.token }
      : null;
  const now = exchangedIn(letters, exchange, labels);

  const ask = (run: Recipe) => (text !== '' ? { recipe: run, step, text, exchange } : null);
  const answers = {
    counting: useEngine('exchanged', ask(programOf(recipe, 0))),
    mlp: useEngine('exchanged', ask(programOf(recipe, 2))),
    head: useEngine('exchanged', ask(recipe)),
    adam: useEngine('exchanged', isShown(view.shown, 'adam') ? ask(taught) : null),
  };
  const looks = useLooks(
    view.shown === 'adam' ? taught : recipe,
    view.shown === 'old' ? '' : now.join(''),
  );

  // While a new answer is under way the old bars stay, but not what is said of them.
  const rowOf = ({ data, busy }: (typeof answers)['head']): Row | null =>
    data ? { before: data.before, after: data.after, moved: busy ? null : data.moved } : null;
  const questions = [net, whole, edits, more, looks, ...Object.values(answers)];
  return {
    past:
      net.data && whole.data
        ? {
            labels,
            bos,
            letters,
            tokens: whole.data.tokens.slice(1, letters.length + 1),
            later: all.slice(letters.length),
            exchange,
            now,
            rows: {
              counting: rowOf(answers.counting),
              mlp: rowOf(answers.mlp),
              head: rowOf(answers.head),
              adam: rowOf(answers.adam),
            },
            weights: looks.weights,
            head: edits.data ?? null,
            adam: more.data ?? null,
          }
        : null,
    live: whole.live,
    busy: questions.some(({ busy }) => busy),
    fault: questions.find(({ fault }) => fault)?.fault ?? null,
  };
}
