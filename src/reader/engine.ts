import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import type { Fault, Input, OperationName, Result } from '../worker/protocol.ts';
import { questionKey, questionOf, type Entry } from './engine-source.ts';
import { usePage } from './page.ts';

export interface Answer<K extends OperationName> {
  /** The answer, or while a newer one is under way the one before; undefined before the first. */
  readonly data: Result<K> | undefined;
  /** True while the answer shown is not the answer to the question asked now. */
  readonly busy: boolean;
  /** True once the reader's own engine has answered this question. */
  readonly live: boolean;
  readonly fault: Fault | null;
  readonly progress: number | null;
}

/**
 * Ask the engine and follow the answer. Pass `null` as input to ask nothing yet.
 * At build the answer is there at once and travels in the page, so the first paint has numbers.
 */
export function useEngine<K extends OperationName>(op: K, input: Input<K> | null): Answer<K> {
  const { engine } = usePage();
  const slot = useId();
  const key = input === null ? '' : questionKey(op, input);
  // At build there are no effects: the question is asked while rendering.
  if (typeof window === 'undefined' && input !== null) engine.request(op, input, slot);
  const read = () => engine.read(key) as Entry<K> | undefined;
  // Answers of the build are rounded; hydration must see them even where exact ones have come.
  const built = () => engine.built(key) as Entry<K> | undefined;
  const entry = useSyncExternalStore(engine.subscribe, read, built);
  const last = useRef<Result<K> | undefined>(undefined);
  useEffect(() => {
    if (key === '') return;
    const question = questionOf(key);
    engine.request(question.op, question.input, slot);
  }, [engine, key, slot]);
  useEffect(() => {
    if (entry?.data !== undefined) last.current = entry.data;
  }, [entry]);
  const data = entry?.data ?? (input === null ? undefined : last.current);
  return {
    data,
    busy: input !== null && entry?.data === undefined && !entry?.fault,
    live: entry?.live ?? false,
    fault: entry?.fault ?? null,
    progress: entry?.progress ?? null,
  };
}
