import { trainTo } from '../network-run.ts';
import { networksOf } from '../networks.ts';
import { part } from '../part.ts';
import type { Input, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';

export function* felt(
  workspace: Workspace,
  { recipe, from: first, to: last }: Input<'felt'>,
): Generator<Progress, Result<'felt'>> {
  const run = networksOf(workspace).run(recipe);
  const { history } = run;
  const to = yield* part(trainTo(run, last), 0, 0.5);
  const from = Math.max(0, Math.min(Math.floor(first), to));
  const net = yield* part(history.seek(from), 0.5, 0.6);
  const { length } = net.g;
  const [sums, squares] = [new Float64Array(length), new Float64Array(length)];
  const heard = new Uint32Array(length);
  const count = to - from;
  // The steps themselves, taken again on what the history lends.
  for (let step = from; step < to; step++) {
    net.learn(history.tokensAt(step), step);
    for (let i = 0; i < length; i++) {
      const g = net.g[i];
      sums[i] += g;
      squares[i] += g * g;
      if (g !== 0) heard[i] += 1;
    }
    yield { done: 0.6 + (0.4 * (step + 1 - from)) / count, total: 1 };
  }
  const rms = squares.map((sum) => Math.sqrt(sum / count));
  return { from, to, rms, mean: sums.map((sum) => sum / count), heard };
}
