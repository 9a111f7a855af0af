import { contextOf } from '../../../engine/index.ts';
import { sum } from '../../../engine/vector.ts';
import { CountingGpt, numbersIn } from '../../../engine/work.ts';
import { EngineFault } from '../../faults.ts';
import { networksOf } from '../../networks.ts';
import type { Input, Progress, Result } from '../../protocol.ts';
import type { Workspace } from '../../workspace.ts';

function* typed(
  workspace: Workspace,
  { recipe, text }: Input<'typed'>,
): Generator<Progress, Result<'typed'>> {
  if (recipe.model <= 2)
    throw new EngineFault('recipe-unusable', `model ${recipe.model} looks back at nothing`);
  const { history, data } = networksOf(workspace).run(recipe);
  const { sizes } = history;
  const reading = { text, ...data.tokenizer.tokensOf(text) };
  const tokens = reading.tokens.slice(0, contextOf(sizes, reading.tokens));
  // What is multiplied does not hang on the parameters: they are those before training.
  const gpt = new CountingGpt(sizes, history.at(0).p);
  const caches = gpt.start();
  const [cached, again, kept]: [number[], number[], number[]] = [[], [], []];
  let before = 0;
  for (const [t, token] of tokens.entries()) {
    const numbers = numbersIn(caches);
    gpt.read(token, caches);
    const products = gpt.counted();
    const own = sum(Object.values(products));
    cached.push(own);
    again.push(before + own);
    kept.push(numbersIn(caches) - numbers);
    before += own - products.lm_head;
    yield { done: t + 1, total: tokens.length };
  }
  return {
    ...reading,
    labels: tokens.map((token) => data.tokenizer.label(token)),
    heads: sizes.heads,
    cached,
    again,
    kept,
    bytes: Float64Array.BYTES_PER_ELEMENT,
  };
}

/** What each token of a typed text costs, with a cache and without. */
export const kvCache = { typed };
