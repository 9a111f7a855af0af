/**
 * How the worker comes to its answers. Those about networks are half of the engine: they are
 * fetched when a page first asks one, so that a page which counts need not wait for them.
 */
import type { OperationName, Progress, StreamName, Streams } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { counting } from './counting.ts';
import { IDEAS, type IdeaOperationName } from './ideas.ts';
import { once } from './once.ts';
import type { Operation } from './operation.ts';
import { train, type Stream } from './streams.ts';

const networks = once(() => import('./networks.ts'));
const networkStreams = once(() => import('./network-streams.ts'));

export async function operationFor<K extends OperationName>(name: K): Promise<Operation<K>> {
  const all =
    name in counting
      ? counting
      : name in IDEAS
        ? await IDEAS[name as IdeaOperationName]()
        : (await networks()).networks;
  return (all as Partial<Record<OperationName, unknown>>)[name] as Operation<K>;
}

/** Opens a stream; one that has far to go before its first frame opens in slices. */
export type Opening<K extends StreamName> = (
  workspace: Workspace,
  input: Streams[K]['input'],
) => Stream<K> | Generator<Progress, Stream<K>>;

export async function streamFor<K extends StreamName>(name: K): Promise<Opening<K>> {
  const all = name === 'train' ? { train } : (await networkStreams()).streams;
  return (all as Partial<Record<StreamName, unknown>>)[name] as Opening<K>;
}
