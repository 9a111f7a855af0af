/**
 * Where a figure's numbers come from. At build the engine answers at once; in the browser answers
 * of the build stand in until the worker has given its own (they are the same numbers).
 */
import type { Follower, Following } from '../worker/client.ts';
import type {
  Fault,
  Input,
  OperationName,
  Result,
  StreamName,
  Streams,
} from '../worker/protocol.ts';

/** The streams that follow one run as it trains: a table of counts, a network. */
export type RunStream = 'train' | 'learn';

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
  /** Open a stream; the one who opens it grants the credits. */
  open<K extends StreamName>(
    stream: K,
    input: Streams[K]['input'],
    follower: Follower<K>,
  ): Following;
  /**
   * Follow a run as it trains. Before each frame `pace` is told the milliseconds since the last and
   * says which step to train up to. Frames of `train` are also the answers to `state` at their
   * steps. Returns a function that stops it.
   */
  follow<K extends RunStream>(
    stream: K,
    input: Streams[K]['input'],
    pace: (elapsed: number) => number,
    onFrame: (frame: Streams[K]['frame'], last: boolean) => void,
    onFault: (fault: Fault) => void,
  ): () => void;
}

/** One string for one question: the operation and its input, keys in order. */
export function questionKey<K extends OperationName>(op: K, input: Input<K>): string {
  return `${op} ${JSON.stringify(input, sortKeys)}`;
}

/** The question that a key stands for. */
export function questionOf(key: string): { op: OperationName; input: Input<OperationName> } {
  const at = key.indexOf(' ');
  return { op: key.slice(0, at) as OperationName, input: JSON.parse(key.slice(at)) as never };
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
