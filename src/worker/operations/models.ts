/** The six models as one: what can be asked of a table of counts and of a network alike. */
import {
  continued,
  contextOf,
  heldOutLoss,
  rowProbabilities,
  SAMPLE_LIMIT,
  sampleLimit,
  tempered,
  topK,
  type CountTable,
  type Ended,
  type Predict,
  type Progress,
  type Random,
  type Recipe,
  type Sample,
} from '../../engine/index.ts';
import { heldOutAt, trainTo, type NetworkRun } from '../network-run.ts';
import { networksOf } from '../networks.ts';
import type { DataSet, Run, Workspace } from '../workspace.ts';

/** A model after some step; each call is for one text, or one sample, at a temperature. */
export type Reader = (temperature: number) => Predict;

export interface ModelRun {
  readonly recipe: Recipe;
  readonly data: DataSet;
  readonly heldOutDocuments: number;
  /** A sample has at most so many tokens. */
  readonly limit: number;
  /** Trains as far as a step, and gives the step that is to be looked at. */
  reach(step: number): Generator<Progress, number>;
  /** Losses of the steps taken so far, the caller's own. */
  losses(): Float64Array;
  ended(): Ended | null;
  /** After a step that has been reached; it lasts until the next one. */
  reader(step: number): Generator<Progress, Reader>;
  /** Held-out nats per transition after a step that has been reached. */
  heldOutAt(step: number): Generator<Progress, number>;
  /** What a step reads. */
  documentAt(step: number): string;
  /** How many transitions of a text the model reads. */
  read(tokens: ArrayLike<number>): number;
  /** The generator as training leaves it. */
  random(): Random;
}

export function modelRun(workspace: Workspace, recipe: Recipe): ModelRun {
  return recipe.model === 0
    ? countingModel(recipe, workspace.run(recipe))
    : networkModel(networksOf(workspace).run(recipe));
}

export function networkModel(run: NetworkRun): ModelRun {
  const { recipe, data, history, heldOut } = run;
  return {
    recipe,
    data,
    heldOutDocuments: heldOut.to - heldOut.from,
    limit: sampleLimit(history.sizes),
    reach: (step) => trainTo(run, step),
    losses: () => history.losses.slice(0, history.trained),
    ended: () => history.ended,
    *reader(step) {
      const net = yield* history.seek(step);
      return (temperature) => net.predictor(temperature);
    },
    heldOutAt: (step) => heldOutAt(run, step),
    documentAt: (step) => data.documents[history.documentAt(step)],
    read: (tokens) => contextOf(history.sizes, tokens),
    random: () => history.random(),
  };
}

/** Step 0, with add-one smoothing, held to its run as a network is. */
export function countingModel(recipe: Recipe, run: Run): ModelRun {
  const { data, history, heldOut, order } = run;
  return {
    recipe,
    data,
    heldOutDocuments: heldOut.to - heldOut.from,
    limit: SAMPLE_LIMIT,
    reach: (step) => atOnce(() => Math.max(0, Math.min(Math.floor(step), history.steps))),
    losses: () => history.losses.slice(),
    ended: () => null,
    reader: (step) => atOnce(() => readerOf(history.at(step))),
    heldOutAt: (step) => atOnce(() => heldOutLoss(history.at(step), data.corpus, order, heldOut)),
    documentAt: (step) => data.documents[history.documentAt(step)],
    read: (tokens) => tokens.length - 1,
    random: () => run.random(),
  };
}

/** What needs no slices, in the form of what does. */
function* atOnce<R>(make: () => R): Generator<Progress, R> {
  const value = make();
  yield { done: 1, total: 1 };
  return value;
}

function readerOf(table: CountTable): Reader {
  return (temperature) => {
    const rows = new Map<number, number[]>();
    return (prev) => {
      const row = rows.get(prev) ?? tempered(rowProbabilities(table, prev), temperature);
      rows.set(prev, row);
      return row;
    };
  };
}

/** What is asked of a sample; the numbers are explained where they come in. */
export interface Wish {
  temperature: number;
  topK: number | null;
  given: readonly number[];
}

/** One document more, drawn from a model. */
export function drawFrom(
  { data, limit }: ModelRun,
  reader: Reader,
  random: Random,
  { temperature, topK: k, given }: Wish,
): Sample {
  const predict = reader(temperature);
  const chosen: Predict =
    k === null ? predict : (prev, position) => topK(predict(prev, position), k);
  return continued(random, chosen, given, data.corpus.bos, limit);
}

/** Documents drawn in a row, as texts; none if the model gives no distribution. */
export function namesFrom(
  model: ModelRun,
  reader: Reader,
  random: Random,
  count: number,
  temperature: number,
): { text: string; known: boolean }[] {
  const { tokenizer, known } = model.data;
  try {
    return Array.from({ length: count }, () => {
      const { tokens } = drawFrom(model, reader, random, { temperature, topK: null, given: [] });
      const text = tokenizer.decode(tokens);
      return { text, known: known.has(text) };
    });
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
