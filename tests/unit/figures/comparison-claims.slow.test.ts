/** What Step 4 says of heads, layers and seeds on the default list, from complete runs. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  againstFirst,
  OTHER_SEEDS,
  rowRun,
  rowsOf,
  seedSpread,
  type Ending,
  type Vary,
} from '../../../src/figures/step4/comparison-view.ts';
import { asker, byDefault, defaults } from '../worker/asking.ts';

const ask = asker(defaults());
const recipe = byDefault(4);

/** Every row with every seed, by seed. */
const endingsOf = (vary: Vary, adam: boolean): Ending[][] =>
  Array.from({ length: 1 + OTHER_SEEDS }, (_, more) =>
    rowsOf(recipe, vary).map((value) => {
      const run = rowRun({ ...recipe, seed: recipe.seed + more }, vary, value, adam);
      return { heldOut: ask('evaluate', { recipe: run, steps: [run.steps] }).nats[0], ended: null };
    }),
  );
const natsOf = (ends: readonly Ending[]): number[] => ends.map(({ heldOut }) => heldOut!);

describe('on the default list', () => {
  let [heads, layers, taught]: Ending[][][] = [];
  beforeAll(() => {
    heads = endingsOf('heads', false);
    layers = endingsOf('layers', false);
    taught = endingsOf('layers', true);
  }, 300_000);

  it('a seed changes more than fifty times what the number of heads changes', () => {
    const ranges = heads.map((ends) => Math.max(...natsOf(ends)) - Math.min(...natsOf(ends)));
    expect(seedSpread(heads, 0)!).toBeGreaterThan(50 * Math.max(...ranges));
  });

  it('every further layer ends lower with every seed', () => {
    for (const ends of layers) expect(natsOf(ends)).toEqual(natsOf(ends).toSorted((a, b) => b - a));
  });

  it('with Adam a layer more helps with one seed and harms with another', () => {
    for (const row of [1, 2]) {
      const prices = againstFirst(taught, row);
      expect(prices.some((price) => price < 0) && prices.some((price) => price > 0)).toBe(true);
    }
  });

  it('Adam brings one layer lower than plain steps bring four, with every seed', () => {
    taught.forEach(([one], seed) =>
      expect(one.heldOut!).toBeLessThan(layers[seed].at(-1)!.heldOut!),
    );
  });
});
