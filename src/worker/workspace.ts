/**
 * What the engine keeps between questions: data sets read and encoded, runs counted. The same
 * class serves the worker, the build and the tests; how a data set's bytes come is not its concern.
 */
import {
  BigramHistory,
  dataKey,
  encodeCorpus,
  heldOutSpan,
  parseDocuments,
  Random,
  shuffledOrder,
  Tokenizer,
  type Corpus,
  type DataIssue,
  type DataRef,
  type RandomState,
  type Recipe,
  type Span,
} from '../engine/index.ts';
import { EngineFault } from './faults.ts';

export interface DataSet {
  readonly documents: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly issues: readonly DataIssue[];
  readonly tokenizer: Tokenizer;
  readonly corpus: Corpus;
}

/** One recipe's run of Step 0, and the same documents counted on to the end of the list. */
export interface Run {
  readonly data: DataSet;
  /** The order in which documents are read, as indices in the file's order. */
  readonly order: Uint32Array;
  readonly heldOut: Span;
  /** The run itself: `recipe.steps` long. */
  readonly history: BigramHistory;
  /** Goes on to the end of the list; made when it is first asked for. */
  whole(): BigramHistory;
  /** A generator as the run's shuffle leaves it. */
  random(): Random;
}

/** Data sets, and runs, kept at once. */
const KEPT = 4;

export class Workspace {
  /** Milliseconds, for questions about how long something takes. */
  readonly now: () => number;
  readonly #texts = new Map<string, string | Uint8Array>();
  readonly #dataSets = new Map<string, DataSet>();
  readonly #runs = new Map<string, Run>();

  constructor(now = () => performance.now()) {
    this.now = now;
  }

  /** Make a data set's text known. */
  provide(key: string, text: string | Uint8Array): void {
    this.#texts.set(key, text);
    this.#dataSets.delete(key);
    this.#runs.clear();
  }

  has(data: DataRef): boolean {
    return this.#texts.has(dataKey(data));
  }

  /**
   * @throws EngineFault `data-missing` when its text was never provided, `data-unusable` with the
   *   issues when nothing can be trained on it
   */
  dataSet(data: DataRef): DataSet {
    return remember(this.#dataSets, dataKey(data), () => {
      const text = this.#texts.get(dataKey(data));
      if (text === undefined) throw new EngineFault('data-missing', dataKey(data));
      const { documents, vocabulary, issues } = parseDocuments(text);
      const errors = issues.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) throw new EngineFault('data-unusable', errors[0].code, { issues });
      const tokenizer = new Tokenizer(vocabulary);
      const corpus = encodeCorpus(documents, tokenizer);
      return { documents, known: new Set(documents), issues, tokenizer, corpus };
    });
  }

  run(recipe: Recipe): Run {
    const key = `${dataKey(recipe.data)} ${recipe.seed} ${recipe.steps} ${recipe.heldOut}`;
    return remember(this.#runs, key, () => {
      const data = this.dataSet(recipe.data);
      const { order, random } = shuffledOrder(data.documents.length, recipe.seed);
      const state: RandomState = random.getState();
      let whole: BigramHistory | undefined;
      const history = new BigramHistory(data.corpus, order, recipe.steps);
      return {
        data,
        order,
        history,
        heldOut: heldOutSpan(data.documents.length, recipe.steps, recipe.heldOut),
        whole: () =>
          (whole ??=
            recipe.steps >= order.length
              ? history
              : new BigramHistory(data.corpus, order, order.length)),
        random() {
          const copy = new Random(recipe.seed);
          copy.setState(state);
          return copy;
        },
      };
    });
  }
}

/** The history that reaches a step: the run's own, or the one of the whole list. */
export function historyFor(run: Run, step: number): BigramHistory {
  return step <= run.history.steps ? run.history : run.whole();
}

/** The step at which there is nothing left to count: the run's end, or the list's if later. */
export const lastStep = (run: Run): number => Math.max(run.history.steps, run.order.length);

/** The value kept under a key, or a new one; the `most` last asked for are kept. */
export function remember<V>(kept: Map<string, V>, key: string, make: () => V, most = KEPT): V {
  const value = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return value;
}
