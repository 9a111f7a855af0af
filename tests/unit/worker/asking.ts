/** Questions asked straight, without a worker. */
import { readFileSync } from 'node:fs';
import { DEFAULT_RECIPE, type Model, type Recipe } from '../../../src/engine/recipe.ts';
import { operations } from '../../../src/worker/operations/index.ts';
import type { Input, OperationName, Progress, Result } from '../../../src/worker/protocol.ts';
import { Workspace } from '../../../src/worker/workspace.ts';
import { NAMES, recipe } from './fakes.ts';

/** All the progress that an answer tells on its way, and the answer. */
export function heard<R>(work: R | Generator<Progress, R>): { progress: number[]; answer: R } {
  const progress: number[] = [];
  if (typeof work !== 'object' || work === null || !('next' in work))
    return { progress, answer: work as R };
  for (const steps = work as Generator<Progress, R>; ;) {
    const { value, done } = steps.next();
    if (done) return { progress, answer: value };
    progress.push(value.done / value.total);
  }
}

export const asker =
  (workspace: Workspace) =>
  <K extends OperationName>(op: K, input: Input<K>): Result<K> =>
    heard(operations[op](workspace, input)).answer;

/** A workspace that knows the twelve names. */
export function twelve(now?: () => number): Workspace {
  const own = new Workspace(now);
  own.provide('twelve', NAMES);
  return own;
}

/** A workspace that knows the default list. */
export function defaults(): Workspace {
  const own = new Workspace();
  const path = new URL('../../../public/data/names-us-2018.txt', import.meta.url);
  own.provide('names-us-2018', readFileSync(path));
  return own;
}

/** A small network on the twelve names; settings that mean nothing to the model do no harm. */
export const small = (model: Model, more: Partial<Recipe> = {}): Recipe => ({
  ...recipe,
  model,
  embd: 4,
  heads: model >= 4 ? 2 : 1,
  block: 4,
  ...more,
});

export const byDefault = (model: Model, more: Partial<Recipe> = {}): Recipe => ({
  ...DEFAULT_RECIPE,
  model,
  ...more,
});
