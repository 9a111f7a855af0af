/**
 * Many questions of one kind, asked one after the other while the figure is near, so that they can
 * be stopped between two.
 */
import { useCallback, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import type { Fault, Input, OperationName, Result } from '../worker/protocol.ts';
import { questionKey, questionOf, type Entry } from './engine-source.ts';
import { useNear } from './near.ts';
import { usePage } from './page.ts';

export interface Answers<K extends OperationName> {
  /** By place among the inputs; undefined while it is not known. */
  readonly runs: readonly (Result<K> | undefined)[];
  readonly done: number;
  /** How far the one that is under way has come, 0 to 1. */
  readonly progress: number;
  /** Not all is known, and more is being computed. */
  readonly busy: boolean;
  /** The first comes from the reader's own engine. */
  readonly live: boolean;
  readonly fault: Fault | null;
  /** The reader has stopped it. */
  readonly stopped: boolean;
  readonly stop: () => void;
  readonly resume: () => void;
}

const NOTHING: readonly (Entry | undefined)[] = [];

/** Asks `op` of all inputs; `first` is the place that is asked before the others. */
export function useEach<K extends OperationName>(
  op: K,
  inputs: readonly Input<K>[],
  first = 0,
): Answers<K> {
  const { engine } = usePage();
  const near = useNear();
  const slot = useId();
  const keys = inputs.map((input) => questionKey(op, input));
  const about = keys.join('\n');
  // At build there are no effects: the questions are asked while rendering.
  if (typeof window === 'undefined')
    inputs.forEach((input, i) => engine.request(op, input, `${slot} ${i}`));
  const last = useRef(NOTHING);
  /** The same list until one of its entries is another. */
  const listed = (find: (key: string) => Entry | undefined): readonly (Entry | undefined)[] => {
    const now = keys.map(find);
    const same =
      now.length === last.current.length && now.every((one, i) => one === last.current[i]);
    return same ? last.current : (last.current = now);
  };
  const entries = useSyncExternalStore(
    engine.subscribe,
    () => listed(engine.read),
    () => listed(engine.built),
  );
  const [stoppedAt, setStopped] = useState<string | null>(null);
  const stopped = stoppedAt === about;
  const open = (i: number): boolean => !entries[i]?.live && !entries[i]?.fault;
  const order = [first, ...keys.keys()].filter((i) => i < keys.length);
  const next = order.find(open);
  const asked = next === undefined ? null : keys[next];
  useEffect(() => {
    if (asked === null || stopped || !near) return;
    const question = questionOf(asked);
    engine.request(question.op, question.input, slot);
  }, [engine, asked, stopped, near, slot]);

  const runs = entries.map((entry) => entry?.data as Result<K> | undefined);
  const done = runs.filter((one) => one !== undefined).length;
  const fault = entries.find((entry) => entry?.fault)?.fault ?? null;
  return {
    runs,
    done,
    progress: next === undefined ? 0 : (entries[next]?.progress ?? 0),
    busy: done < keys.length && !stopped && fault === null,
    live: entries[first]?.live ?? false,
    fault,
    stopped,
    stop: useCallback(() => setStopped(about), [about]),
    resume: useCallback(() => setStopped(null), []),
  };
}
