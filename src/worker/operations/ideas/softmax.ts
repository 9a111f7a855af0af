import { decay, floors } from '../../../engine/index.ts';
import type { Input, Progress, Result } from '../../protocol.ts';
import type { Workspace } from '../../workspace.ts';
import { trainDials } from './dial-runs.ts';

function* scoredRun(
  workspace: Workspace,
  { recipe, score, rate, measureAt }: Input<'scoredRun'>,
): Generator<Progress, Result<'scoredRun'>> {
  const rateAt = (step: number): number => rate * decay('linear', step, recipe.steps);
  const run = yield* trainDials(workspace, recipe, { score, rateAt, measureAt });
  return { ...run, floors: floors(workspace.dataSet(recipe.data).corpus) };
}

/** Step 1's network by two ways to score its probabilities, as Bridle put them. */
export const softmax = { scoredRun };
