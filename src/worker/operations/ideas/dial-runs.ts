import { heldOutSpan, networkOf, shuffledOrder } from '../../../engine/index.ts';
import { dialRun, type DialRun, type DialRunOptions } from '../../../engine/ideas/dial-run.ts';
import { checkNetwork } from '../../network-run.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import type { Progress } from '../../protocol.ts';
import type { Workspace } from '../../workspace.ts';

/** How a run differs from the program's: by its score, its rates, and where it is measured. */
export type DialSettings = Pick<DialRunOptions, 'score' | 'rateAt' | 'measureAt'>;

/** Trains the network of Step 1 from a recipe's own beginning, as `settings` say. */
export function trainDials(
  workspace: Workspace,
  recipe: Recipe,
  settings: DialSettings,
): Generator<Progress, DialRun> {
  checkNetwork(recipe);
  const data = workspace.dataSet(recipe.data);
  const { sizes } = networkOf(recipe, data.tokenizer.size)!;
  const { order, random } = shuffledOrder(data.documents.length, recipe.seed);
  const { steps } = recipe;
  return dialRun({
    ...settings,
    sizes,
    corpus: data.corpus,
    order,
    random,
    steps,
    heldOut: heldOutSpan(data.documents.length, steps, recipe.heldOut),
  });
}
