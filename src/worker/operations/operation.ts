import type { Input, OperationName, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';

/** How a question is answered: at once, or in slices. */
export type Operation<K extends OperationName> = (
  workspace: Workspace,
  input: Input<K>,
) => Result<K> | Generator<Progress, Result<K>>;

/** The answers to some of the questions. */
export type Operations<K extends OperationName = OperationName> = {
  readonly [name in K]: Operation<name>;
};
