import { Random } from '../../engine/index.ts';
import type { GeneratedName, Input, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { drawFrom, modelRun } from './models.ts';
import { part } from '../part.ts';

export function* generate(
  workspace: Workspace,
  input: Input<'generate'>,
): Generator<Progress, Result<'generate'>> {
  const model = modelRun(workspace, input.recipe);
  const { tokenizer, known } = model.data;
  const step = yield* part(model.reach(input.step), 0, 0.8);
  const reader = yield* part(model.reader(step), 0.8, 0.9);
  const random = input.seed === null ? model.random() : new Random(input.seed);
  const { tokens, unknown } = tokenizer.tokensOf(input.prompt);
  const wish = { ...input, given: tokens.slice(1, -1) };
  const names: GeneratedName[] = [];
  for (let i = 0; i < input.count; i++) {
    const sample = drawFrom(model, reader, random, wish);
    const text = tokenizer.decode([...wish.given, ...sample.tokens]);
    const draws = sample.draws.map(({ prev, next, u, p }) => ({
      prev,
      next,
      u,
      p: p[next],
      distribution: input.distributions ? Float64Array.from(p) : null,
    }));
    names.push({ text, draws, ended: sample.ended, known: known.has(text) });
    yield { done: 0.9 + (0.1 * (i + 1)) / input.count, total: 1 };
  }
  return { step, names, unknown };
}
