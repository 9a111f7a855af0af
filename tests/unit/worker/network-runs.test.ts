import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../src/engine/recipe.ts';
import { EngineFault } from '../../../src/worker/faults.ts';
import { recipeKey } from '../../../src/worker/recipe-key.ts';
import { asker, small, twelve } from './asking.ts';
import { recipe } from './fakes.ts';
import { networksOf } from '../../../src/worker/networks.ts';

/** What is thrown. */
function faultOf(work: () => unknown): EngineFault['fault'] {
  try {
    work();
  } catch (error) {
    if (error instanceof EngineFault) return error.fault;
    throw error;
  }
  throw new Error('No fault');
}

describe('the key of a recipe', () => {
  const base = small(5);

  it('does not depend on the order of fields, nor on defaults spelt out', () => {
    const reversed = Object.fromEntries(Object.entries(base).toReversed()) as unknown as Recipe;
    expect(recipeKey(reversed)).toBe(recipeKey(base));
    expect(recipeKey({ ...base, rate: 0.01, optimizer: 'adam' })).toBe(recipeKey(base));
    expect(recipeKey({ ...base, layers: undefined })).toBe(recipeKey(base));
  });

  it('leaves out what means nothing to the model', () => {
    expect(recipeKey(small(1, { heads: 3, block: 9, beta1: 0.5 }))).toBe(recipeKey(small(1)));
    expect(recipeKey({ ...recipe, rate: 3 })).toBe(recipeKey(recipe));
  });

  it.each<Partial<Recipe>>([
    { model: 4 },
    { data: { kind: 'text', sha256: 'twelve' } },
    { seed: 43 },
    { steps: 9 },
    { heldOut: 3 },
    { embd: 8 },
    { heads: 1 },
    { layers: 2 },
    { block: 5 },
    { optimizer: 'sgd' },
    { rate: 0.02 },
    { schedule: 'cosine' },
    { beta1: 0.9 },
    { beta2: 0.9 },
    { eps: 1e-7 },
    { norm: 'none' },
    { residual: false },
  ])('tells %o apart', (change) => {
    expect(recipeKey({ ...base, ...change })).not.toBe(recipeKey(base));
  });
});

describe('runs of networks', () => {
  it('are remembered, with what they have been trained', () => {
    const own = twelve();
    const run = networksOf(own).run(small(5));
    run.history.train(5);
    expect(networksOf(own).run({ ...small(5), rate: 0.01 })).toBe(run);
    expect(networksOf(own).run(small(4))).not.toBe(run);
    expect(networksOf(own).run(small(5)).history.trained).toBe(5);
  });

  it('are forgotten when there are too many: the one longest unused first', () => {
    const own = twelve();
    const run = networksOf(own).run(small(5, { seed: 0 }));
    for (let seed = 1; seed < 8; seed++) networksOf(own).run(small(5, { seed }));
    expect(networksOf(own).run(small(5, { seed: 0 }))).toBe(run);
    const second = networksOf(own).run(small(5, { seed: 1 }));
    for (let seed = 10; seed < 18; seed++) networksOf(own).run(small(5, { seed }));
    expect(networksOf(own).run(small(5, { seed: 1 }))).not.toBe(second);
  });

  it('are forgotten when they are too large, but for the newest', () => {
    const own = twelve();
    const huge = (seed: number) => small(5, { seed, embd: 128, heads: 1, layers: 8 });
    const first = networksOf(own).run(huge(1));
    expect(networksOf(own).run(huge(1))).toBe(first);
    networksOf(own).run(huge(2));
    expect(networksOf(own).run(huge(1))).not.toBe(first);
  });

  it('are forgotten when their list changes, and only then', () => {
    const own = twelve();
    const run = networksOf(own).run(small(3));
    own.provide('other', 'x\ny\n');
    expect(networksOf(own).run(small(3))).toBe(run);
    own.provide('twelve', 'x\ny\nxy\n');
    expect(networksOf(own).run(small(3))).not.toBe(run);
  });

  it('count as finished when nothing is left to train', () => {
    const own = twelve();
    expect(networksOf(own).finished(small(3))).toBeUndefined();
    const run = networksOf(own).run(small(3));
    run.history.train(7);
    expect(networksOf(own).finished(small(3))).toBeUndefined();
    run.history.train(8);
    expect(networksOf(own).finished(small(3))).toBe(run);
  });
});

describe('a recipe that cannot train', () => {
  const bad = small(5, { embd: 5, heads: 2 });

  it.each([
    ['weights', { step: 0, tensors: null, gradients: false, memories: false }],
    ['curve', { points: 3 }],
    ['generate', { step: 0, count: 1, temperature: 1, topK: null, seed: 1, prompt: '' }],
  ] as const)('is refused by %s, with what is wrong', (op, more) => {
    const input = { recipe: bad, distributions: false, ...more } as never;
    expect(faultOf(() => asker(twelve())(op, input))).toEqual({
      code: 'recipe-unusable',
      detail: 'heads not-divisible',
      faults: [{ field: 'heads', reason: 'not-divisible' }],
    });
  });

  it('is refused before its list is looked for', () => {
    const elsewhere = { ...bad, data: { kind: 'builtin', id: 'none' } } as const;
    expect(faultOf(() => networksOf(twelve()).run(elsewhere)).code).toBe('recipe-unusable');
    const good = { ...small(5), data: elsewhere.data };
    expect(faultOf(() => networksOf(twelve()).run(good)).code).toBe('data-missing');
  });

  it('has every fault named', () => {
    const { faults } = faultOf(() =>
      networksOf(twelve()).run(small(5, { rate: NaN, embd: 0.5, eps: 0 })),
    );
    expect(faults?.map(({ field }) => field).toSorted()).toEqual(['embd', 'eps', 'rate']);
  });

  it('is one of counts, where only a network will do', () => {
    const ask = asker(twelve());
    const at = { recipe, step: 3, text: null };
    const along = { tensor: 'wte', row: 0, col: 0 };
    const span = { from: -1, to: 1, count: 3 };
    for (const work of [
      () => ask('network', { recipe }),
      () => ask('weights', { ...at, tensors: null, gradients: false, memories: false }),
      () => ask('slice', { ...at, along, ...span }),
      () => ask('plane', { ...at, along: [{ seed: 1 }, { seed: 2 }], ...span }),
      () => ask('nudges', { ...at, eps: 1e-5, from: 0, count: 1 }),
      () => ask('diary', { recipe, parameters: [along] }),
    ]) {
      expect(faultOf(work).code).toBe('recipe-unusable');
    }
  });
});
