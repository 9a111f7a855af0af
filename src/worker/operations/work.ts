import { contextOf } from '../../engine/index.ts';
import { sum } from '../../engine/vector.ts';
import { CountingGpt, numbersIn, PRODUCTS, rowsIn } from '../../engine/work.ts';
import { EngineFault } from '../faults.ts';
import { networksOf } from '../networks.ts';
import type { Input, Progress, Result, TokenWork } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';

/** What is multiplied does not hang on the parameters: they are those before training. */
export function* work(
  workspace: Workspace,
  { recipe, text }: Input<'work'>,
): Generator<Progress, Result<'work'>> {
  if (recipe.model <= 2)
    throw new EngineFault('recipe-unusable', `model ${recipe.model} looks back at nothing`);
  const { history, data } = networksOf(workspace).run(recipe);
  const { sizes } = history;
  const { tokenizer, corpus } = data;
  const reading = { text, ...tokenizer.tokensOf(text) };
  const labels = reading.tokens.map((token) => tokenizer.label(token));
  const tokens = reading.tokens.slice(0, contextOf(sizes, reading.tokens));
  const gpt = new CountingGpt(sizes, history.at(0).p);
  const total = sizes.block + (tokens.length * (tokens.length + 1)) / 2;
  let done = 0;

  const caches = gpt.start();
  const costs: TokenWork[] = [];
  let products = gpt.counted();
  // On to the end of the block, whatever comes there: the last token costs the most.
  for (let t = 0; t < sizes.block; t++) {
    const [rows, numbers] = [rowsIn(caches), numbersIn(caches)];
    gpt.read(tokens[t] ?? corpus.bos, caches);
    products = gpt.counted();
    costs.push({
      projections: rowsIn(caches) - rows,
      multiplications: sum(Object.values(products)),
      kept: numbersIn(caches) - numbers,
    });
    yield { done: ++done, total };
  }
  const parts = PRODUCTS.map((name) => ({ name, multiplications: products[name] }));
  const cached = costs.slice(0, tokens.length);

  const uncached: TokenWork[] = [];
  for (let t = 0; t < tokens.length; t++) {
    const again = gpt.start();
    for (let s = 0; s <= t; s++) {
      gpt.read(tokens[s], again, s === t);
      yield { done: ++done, total };
    }
    const multiplications = sum(Object.values(gpt.counted()));
    uncached.push({ projections: rowsIn(again), multiplications, kept: 0 });
  }
  const numbers = sum(cached.map(({ kept }) => kept));
  const bytes = numbers * Float64Array.BYTES_PER_ELEMENT;
  return { ...reading, labels, cached, uncached, numbers, bytes, parts };
}
