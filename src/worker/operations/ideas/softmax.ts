import { decay, floors, heldOutSpan } from '../../../engine/index.ts';
import type { Score } from '../../../engine/ideas/scores.ts';
import { part } from '../../part.ts';
import type { Input, Progress, Result, ScoredRun } from '../../protocol.ts';
import type { Workspace } from '../../workspace.ts';
import { trainDials } from './dial-runs.ts';

const SCORES: readonly Score[] = ['log', 'squared'];

function* scores(
  workspace: Workspace,
  { recipe, rates, measureAt }: Input<'scores'>,
): Generator<Progress, Result<'scores'>> {
  const all = SCORES.flatMap((score) => rates.map((rate) => ({ score, rate })));
  const runs: ScoredRun[] = [];
  const { steps } = recipe;
  for (const [i, { score, rate }] of all.entries()) {
    const rateAt = (step: number): number => rate * decay('linear', step, steps);
    const run = trainDials(workspace, recipe, { score, rateAt, measureAt });
    runs.push({ score, rate, ...(yield* part(run, i / all.length, (i + 1) / all.length)) });
  }
  const { corpus, documents } = workspace.dataSet(recipe.data);
  const { from, to } = heldOutSpan(documents.length, steps, recipe.heldOut);
  return { runs, floors: floors(corpus), heldOutDocuments: to - from };
}

/** Questions about two ways to score a network's probabilities, as Bridle put them. */
export const softmax = { scores };
