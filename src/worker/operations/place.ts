import type { FastNetwork, Recipe } from '../../engine/index.ts';
import { trainTo } from '../network-run.ts';
import type { Progress, Reading } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { networksOf } from '../networks.ts';
import { part } from '../part.ts';

/** A network after a step, what its loss is taken on, and the loss with its gradient. */
export interface Place {
  readonly step: number;
  readonly net: FastNetwork;
  readonly reading: Reading;
  readonly loss: number;
  /** Of this text alone, for all parameters. */
  readonly gradient: Float64Array;
}

/** Goes to a step; a text that is null is the document that the step reads. */
export function* goTo(
  workspace: Workspace,
  { recipe, step: wanted, text }: { recipe: Recipe; step: number; text: string | null },
): Generator<Progress, Place> {
  const run = networksOf(workspace).run(recipe);
  const { history, data } = run;
  const step = yield* part(trainTo(run, wanted), 0, 0.9);
  const net = yield* part(history.seek(step), 0.9, 1);
  const read = text ?? data.documents[history.documentAt(step)];
  const reading = { text: read, ...data.tokenizer.tokensOf(read) };
  net.g.fill(0);
  const loss = net.gradient(reading.tokens);
  return { step, net, reading, loss, gradient: net.g.slice() };
}
