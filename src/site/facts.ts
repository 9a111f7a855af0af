import { DEFAULT_RECIPE, type Recipe } from '../engine/recipe.ts';
import { questionKey } from '../reader/engine-source.ts';
import { pageFacts as factsFrom, type Ask } from '../reader/page-facts.ts';
import type { DataSummary } from '../worker/protocol.ts';
import type { ServerSource } from './server-source.ts';

const asking =
  (engine: ServerSource): Ask =>
  (op, input) => {
    engine.request(op, input, 'page');
    return engine.read(questionKey(op, input))?.data as never;
  };

/** Page facts at build, for the page's own recipe. */
export const pageFacts = (
  engine: ServerSource,
  recipe: Recipe,
  locale: string,
): Record<string, string> => factsFrom(asking(engine), recipe, null, locale);

/** The default data set. */
export function dataOf(engine: ServerSource): DataSummary {
  const data = asking(engine)('data', { recipe: DEFAULT_RECIPE });
  if (!data) throw new Error('The default data set gave no summary.');
  return data;
}
