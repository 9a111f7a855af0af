import { dataKey, type DataRef } from '../engine/recipe.ts';
import { pack, unpack } from '../reader/codec.ts';
import { questionKey, type EngineSource, type Entry } from '../reader/engine-source.ts';
import { operations } from '../worker/operations/index.ts';
import type { Input, OperationName, Progress, Result } from '../worker/protocol.ts';
import type { Workspace } from '../worker/workspace.ts';

/** Answers longer than this (in JSON characters) do not travel in the page. */
const MOST_SEEDED = 24_000;
/** Digits of answers that are long and only drawn, never added up. */
const COARSE: Partial<Record<OperationName, number>> = { sample: 4, generate: 4 };

export interface ServerSource extends EngineSource {
  /** The answers given so far, as they travel in the page: question → packed answer. */
  seed(): Record<string, string>;
}

/**
 * The engine at build: answers while a page renders, and remembers what it said, for this page and
 * in `answers` for all.
 */
export function makeServerSource(
  workspace: Workspace,
  read: (path: string) => Uint8Array,
  answers: Map<string, string>,
): ServerSource {
  const entries = new Map<string, Entry>();
  const packed = new Map<string, string>();

  function bring(data: DataRef): void {
    if (data.kind === 'builtin' && !workspace.has(data)) {
      workspace.provide(dataKey(data), read(`data/${data.id}.txt`));
    }
  }
  return {
    seed: () => Object.fromEntries(packed),
    read: (key) => entries.get(key),
    built: (key) => entries.get(key),
    request<K extends OperationName>(op: K, input: Input<K>) {
      const key = questionKey(op, input);
      if (entries.has(key)) return;
      if ('recipe' in input) bring(input.recipe.data);
      const text = answers.get(key) ?? pack(finish(operations[op](workspace, input)), COARSE[op]);
      answers.set(key, text);
      const small = text.length <= MOST_SEEDED;
      if (small) packed.set(key, text);
      const data = small ? (unpack(text) as Result<K>) : undefined;
      entries.set(key, { data, live: false, fault: null, progress: null });
    },
    subscribe: () => () => {},
    open: () => ({ credit() {}, close() {} }),
    follow: () => () => {},
  };
}

function finish<R>(work: R | Generator<Progress, R>): R {
  if (typeof work !== 'object' || work === null || !('next' in work)) return work as R;
  for (const steps = work as Generator<Progress, R>; ;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}
