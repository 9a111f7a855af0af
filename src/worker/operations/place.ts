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

interface Wanted {
  recipe: Recipe;
  step: number;
  text: string | null;
}

/** Goes to a step; a text that is null is the document that the step reads. */
export function* reach(
  workspace: Workspace,
  { recipe, step: wanted, text }: Wanted,
): Generator<Progress, Pick<Place, 'step' | 'net' | 'reading'> & { labels: string[] }> {
  const run = networksOf(workspace).run(recipe);
  const { history, data } = run;
  const step = yield* part(trainTo(run, wanted), 0, 0.9);
  const net = yield* part(history.seek(step), 0.9, 1);
  const read = text ?? data.documents[history.documentAt(step)];
  const reading = { text: read, ...data.tokenizer.tokensOf(read) };
  const labels = reading.tokens.map((token) => data.tokenizer.label(token));
  return { step, net, reading, labels };
}

/** As `reach`, with the loss there and its gradient. */
export function* goTo(workspace: Workspace, wanted: Wanted): Generator<Progress, Place> {
  const { step, net, reading } = yield* reach(workspace, wanted);
  net.g.fill(0);
  const loss = net.gradient(reading.tokens);
  return { step, net, reading, loss, gradient: net.g.slice() };
}
