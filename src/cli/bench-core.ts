/** Times training, in whatever host it runs. */
import { split } from '../engine/documents.ts';
import { contextOf } from '../engine/network.ts';
import { DEFAULT_RECIPE, type Recipe } from '../engine/recipe.ts';
import { networkOf } from '../engine/settings.ts';
import { Tokenizer } from '../engine/tokenizer.ts';
import { startLearner, type EngineName } from './learner.ts';

/** What to time: `repeats` runs, each on a new instance of the engine. */
export interface BenchRequest {
  engine: EngineName;
  recipe: Recipe;
  repeats: number;
}

export interface BenchTimes {
  /** Milliseconds of each run, the first one cold. */
  ms: number[];
  /** Multiplications and additions of one run, in products of matrices and attention. */
  macs: number;
}

export const benchRecipe = (change: Partial<Recipe>): Recipe => ({ ...DEFAULT_RECIPE, ...change });

export function timeRuns(
  documents: readonly string[],
  { engine, recipe, repeats }: BenchRequest,
): BenchTimes {
  const tokenizer = Tokenizer.fromDocuments(documents);
  const ms: number[] = [];
  for (let run = 0; run < repeats; run++) {
    const { train, random } = split(documents, recipe.seed, recipe.steps, 0);
    const model = startLearner(engine, recipe, train, tokenizer, random);
    const start = performance.now();
    for (let step = 0; step < recipe.steps; step++) model.learn(step % train.length, step);
    ms.push(performance.now() - start);
  }
  return { ms, macs: macsOf(documents, recipe, tokenizer) };
}

/** Forward, back to the inputs and back to the weights: each weight three times a position. */
function macsOf(documents: readonly string[], recipe: Recipe, tokenizer: Tokenizer): number {
  const plan = networkOf(recipe, tokenizer.size);
  if (plan === null) return 0;
  const { model, embd, layers, vocab } = plan.sizes;
  const weights = model <= 2 ? 4 * embd * (embd + vocab) : 12 * embd * embd * layers + vocab * embd;
  const attention = model <= 2 ? 0 : 6 * embd * layers;
  const { train } = split(documents, recipe.seed, recipe.steps, 0);
  let macs = 0;
  for (let step = 0; step < recipe.steps; step++) {
    const n = contextOf(plan.sizes, tokenizer.encode(train[step % train.length]));
    macs += 3 * n * weights + (attention * n * (n + 1)) / 2;
  }
  return macs;
}
