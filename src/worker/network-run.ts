/** Runs of networks, as the questions ask about them. */
import {
  faultsOf,
  heldOutSpan,
  NetworkHistory,
  networkHeldOutLoss,
  networkOf,
  shuffledOrder,
  type Progress,
  type Recipe,
  type Span,
} from '../engine/index.ts';
import { EngineFault } from './faults.ts';
import { part } from './part.ts';
import type { DataSet } from './workspace.ts';

export interface NetworkRun {
  readonly recipe: Recipe;
  readonly data: DataSet;
  readonly heldOut: Span;
  readonly history: NetworkHistory;
  /** Held-out nats by step, as far as they have been asked for. */
  readonly measured: Map<number, number>;
}

/** @throws EngineFault `recipe-unusable` for a recipe that cannot train, or has no network */
export function checkNetwork(recipe: Recipe): void {
  if (recipe.model === 0) throw new EngineFault('recipe-unusable', 'no network: model 0 counts');
  const faults = faultsOf(recipe);
  if (faults.length === 0) return;
  const detail = faults.map(({ field, reason }) => `${field} ${reason}`).join(', ');
  throw new EngineFault('recipe-unusable', detail, { faults });
}

/**
 * A run that has drawn its parameters and taken no step yet.
 * @param budget bytes for the states kept on the way; with 0 none are, for a run that is not to be
 *   searched
 */
export function startNetwork(recipe: Recipe, data: DataSet, budget?: number): NetworkRun {
  checkNetwork(recipe);
  const { sizes, training } = networkOf(recipe, data.tokenizer.size)!;
  const { order, random } = shuffledOrder(data.documents.length, recipe.seed);
  return {
    recipe,
    data,
    heldOut: heldOutSpan(data.documents.length, recipe.steps, recipe.heldOut),
    history: new NetworkHistory(sizes, training, data.corpus, order, random, budget),
    measured: new Map(),
  };
}

/** Trains as far as a step, and gives the step that is to be looked at: the nearest good one. */
export function* trainTo({ history }: NetworkRun, step: number): Generator<Progress, number> {
  const target = Math.max(0, Math.min(Math.floor(step), history.steps));
  while (history.trained < target && history.ended === null) {
    history.train(history.trained + 1);
    yield { done: history.trained, total: target };
  }
  return Math.min(target, history.last);
}

/** Held-out nats per transition after a step that has been trained; NaN if none is held out. */
export function* heldOutAt(run: NetworkRun, step: number): Generator<Progress, number> {
  const known = run.measured.get(step);
  if (known !== undefined) return known;
  const { history, heldOut } = run;
  const { corpus, order } = history;
  const net = yield* part(history.seek(step), 0, 0.2);
  const nats = yield* part(networkHeldOutLoss(net, corpus, order, heldOut), 0.2, 1);
  run.measured.set(step, nats);
  return nats;
}
