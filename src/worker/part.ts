import type { Progress } from './protocol.ts';

/** A piece of a longer computation: its progress runs from one share of the whole to another. */
export function* part<R>(
  work: Generator<Progress, R>,
  from: number,
  to: number,
): Generator<Progress, R> {
  for (;;) {
    const { value, done } = work.next();
    if (done) return value;
    yield { done: from + ((to - from) * value.done) / value.total, total: 1 };
  }
}
