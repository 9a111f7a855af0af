import { expect, it } from 'vitest';
import { split } from '../../../src/engine/documents.ts';
import { fastNetwork } from '../../../src/engine/fast/network.ts';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import { networkOf } from '../../../src/engine/settings.ts';
import { sample } from '../../../src/engine/sample.ts';
import { Tokenizer } from '../../../src/engine/tokenizer.ts';
import { names } from './names.ts';

/** FNV-1a over the bits of numbers. */
function hash(numbers: Float64Array): string {
  let state = 2166136261;
  for (const word of new Uint32Array(numbers.buffer)) state = Math.imul(state ^ word, 16777619);
  return (state >>> 0).toString(16).padStart(8, '0');
}

// Training amplifies a difference in a last bit until, after this many steps, all is different.
it('gives the same bits on every machine after 10,000 steps', { timeout: 120_000 }, () => {
  const steps = 10_000;
  const tokenizer = Tokenizer.fromDocuments(names);
  const { sizes, training } = networkOf({ ...DEFAULT_RECIPE, model: 5, steps }, tokenizer.size)!;
  const { train, random } = split(names, 42, steps, 0);
  const net = fastNetwork(sizes, training, random);
  const losses = train.map((name, step) => net.learn(tokenizer.encode(name), step));
  const samples = Array.from({ length: 5 }, () =>
    tokenizer.decode(sample(random, net.predictor(0.5), tokenizer.bos).tokens),
  );
  expect([hash(Float64Array.from(losses)), hash(net.parameters()), samples]).toMatchInlineSnapshot(`
    [
      "4e1a322a",
      "0d51587f",
      [
        "anis",
        "kanelyn",
        "chali",
        "letha",
        "anemi",
      ],
    ]
  `);
});
