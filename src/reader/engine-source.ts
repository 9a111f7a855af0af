/**
 * Where a figure's numbers come from. At build the engine answers at once; in the browser answers
 * of the build stand in until the worker has given its own (they are the same numbers).
 */
import { stableKey } from '../worker/key.ts';
import type { Fault, Input, OperationName, Result, Streams } from '../worker/protocol.ts';

export interface Entry<K extends OperationName = OperationName> {
  readonly data: Result<K> | undefined;
  /** True once this reader's own engine has answered. */
  readonly live: boolean;
  readonly fault: Fault | null;
  /** Share done of a long answer, 0 to 1, or null. */
  readonly progress: number | null;
}

export interface EngineSource {
  /** The entry as it stands now; the same object until it changes. */
  readonly read: (key: string) => Entry | undefined;
  /** The entry as the page was built with it: what a figure that wakes late must start from. */
  readonly built: (key: string) => Entry | undefined;
  /** Ask, unless it is known already. `slot`: a newer question in the same slot drops the older. */
  request<K extends OperationName>(op: K, input: Input<K>, slot: string): void;
  readonly subscribe: (onChange: () => void) => () => void;
  /**
   * Follow a run as it trains. Before each frame `pace` is told the milliseconds since the last and
   * says which step to train up to. Frames are also the answers to `state` at their steps.
   * Returns a function that stops it.
   */
  follow(
    input: Streams['train']['input'],
    pace: (elapsed: number) => number,
    onFrame: (frame: Streams['train']['frame'], last: boolean) => void,
    onFault: (fault: Fault) => void,
  ): () => void;
}

/** One string for one question: the operation and its input, keys in order. */
export function questionKey<K extends OperationName>(op: K, input: Input<K>): string {
  return `${op} ${stableKey(input)}`;
}

/** The question that a key stands for. */
export function questionOf(key: string): { op: OperationName; input: Input<OperationName> } {
  const at = key.indexOf(' ');
  return { op: key.slice(0, at) as OperationName, input: JSON.parse(key.slice(at)) as never };
}
