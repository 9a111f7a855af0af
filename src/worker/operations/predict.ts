import { log } from '../../engine/index.ts';
import { sum } from '../../engine/vector.ts';
import type { Input, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { modelRun } from './models.ts';
import { part } from '../part.ts';

export function* predict(
  workspace: Workspace,
  { recipe, step: wanted, text, temperature }: Input<'predict'>,
): Generator<Progress, Result<'predict'>> {
  const model = modelRun(workspace, recipe);
  const { tokenizer } = model.data;
  const step = yield* part(model.reach(wanted), 0, 0.8);
  const reader = yield* part(model.reader(step), 0.8, 0.9);
  const next = reader(temperature);
  const { tokens, unknown } = tokenizer.tokensOf(text);
  const read = model.read(tokens);
  const p = new Float64Array(read * tokenizer.size);
  const nats: number[] = [];
  for (let t = 0; t < read; t++) {
    const row = next(tokens[t], t);
    p.set(row, t * tokenizer.size);
    const came = row[tokens[t + 1]];
    nats.push(came > 0 ? -log(came) : Infinity);
    yield { done: 0.9 + (0.1 * (t + 1)) / read, total: 1 };
  }
  const total = sum(nats);
  return {
    text,
    tokens,
    unknown,
    step,
    labels: tokens.map((token) => tokenizer.label(token)),
    read,
    p,
    nats,
    total,
    mean: (1 / read) * total,
  };
}
