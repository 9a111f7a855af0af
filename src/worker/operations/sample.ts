import { log, probability, Random, rowProbabilities, sample as draw } from '../../engine/index.ts';
import type { Input, Result } from '../protocol.ts';
import { historyFor, type Workspace } from '../workspace.ts';

export function sample(workspace: Workspace, input: Input<'sample'>): Result<'sample'> {
  const run = workspace.run(input.recipe);
  const { tokenizer, known, corpus } = run.data;
  const table = historyFor(run, input.step).at(input.step);
  const whole = run.whole().at(run.order.length);
  const rows = Array.from({ length: table.size }, (_, prev) =>
    rowProbabilities(table, prev, input.alpha),
  );
  const random = input.seed === null ? run.random() : new Random(input.seed);
  const names = Array.from({ length: input.count }, () => {
    const { tokens, draws, ended } = draw(random, (prev) => rows[prev], corpus.bos);
    const text = tokenizer.decode(tokens);
    return {
      text,
      draws: draws.map(({ prev, next, u, p }) => ({ prev, next, u, p: p[next] })),
      ended,
      known: known.has(text),
      nats: draws.map(({ prev, next }) => -log(probability(whole, prev, next))),
    };
  });
  return { names };
}
