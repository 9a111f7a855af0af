import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE, LIMITS, type DataRef, type Recipe } from '../../../src/engine/recipe.ts';
import { CHOICES, faultsOf, networkOf } from '../../../src/engine/settings.ts';
import { readRecipe, writeRecipe } from '../../../src/reader/link.ts';

const dataRef: fc.Arbitrary<DataRef> = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/).map((id): DataRef => ({ kind: 'builtin', id })),
  fc.stringMatching(/^[0-9a-f]{64}$/).map((sha256): DataRef => ({ kind: 'text', sha256 })),
);
const recipe: fc.Arbitrary<Recipe> = fc
  .record({
    seed: fc.integer({ min: LIMITS.seed.min, max: LIMITS.seed.max }),
    steps: fc.integer(LIMITS.steps),
    heldOut: fc.integer(LIMITS.heldOut),
    data: dataRef,
  })
  .map((fields) => ({ ...DEFAULT_RECIPE, ...fields }));

const network: fc.Arbitrary<Recipe> = fc
  .record({
    model: fc.constantFrom(1, 2, 3, 4, 5),
    embd: fc.integer(LIMITS.embd),
    heads: fc.constantFrom(1, 2, 4),
    layers: fc.integer(LIMITS.layers),
    block: fc.integer(LIMITS.block),
    optimizer: fc.constantFrom(...CHOICES.optimizer),
    schedule: fc.constantFrom(...CHOICES.schedule),
    rate: fc.double({ ...LIMITS.rate, noNaN: true }),
    beta1: fc.double({ ...LIMITS.beta1, noNaN: true }),
    eps: fc.double({ ...LIMITS.eps, noNaN: true }),
    corrected: fc.boolean(),
    zeroing: fc.boolean(),
    activation: fc.constantFrom(...CHOICES.activation),
    norm: fc.constantFrom(...CHOICES.norm),
    postNorm: fc.boolean(),
    residual: fc.boolean(),
    position: fc.boolean(),
    scaled: fc.boolean(),
  })
  .map((fields): Recipe => {
    const { heads, layers } = fields;
    const wiring = Array.from({ length: heads * layers }, (_, i) => (i % 3 === 0 ? -1 : i % heads));
    return { ...DEFAULT_RECIPE, ...fields, model: fields.model as 1, wiring };
  });

describe('a recipe as a link', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(recipe, (one) => {
        const { recipe: back, problems } = readRecipe(writeRecipe(one, null));
        expect(back).toEqual(one);
        expect(problems).toEqual([]);
      }),
    );
  });

  it('says nothing when it is the default', () => {
    expect(writeRecipe(DEFAULT_RECIPE, null).toString()).toBe('');
  });

  it('never throws, and gives a recipe within its limits, whatever the link holds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('seed', 'steps', 'held', 'data', 'v', 'x'), fc.string()),
        (fields) => {
          const { recipe: read } = readRecipe(new URLSearchParams(fields));
          for (const key of ['seed', 'steps', 'heldOut'] as const) {
            expect(Number.isSafeInteger(read[key])).toBe(true);
            expect(read[key]).toBeGreaterThanOrEqual(LIMITS[key].min);
            expect(read[key]).toBeLessThanOrEqual(LIMITS[key].max);
          }
        },
      ),
    );
  });

  it.each([
    ['seed=-1', 'bad-value'],
    ['seed=1e9', 'bad-value'],
    ['seed=99999999999999999999', 'bad-value'],
    ['steps=0', 'bad-value'],
    ['steps=NaN', 'bad-value'],
    ['data=../../etc/passwd', 'bad-value'],
    ['data=text:abc', 'bad-value'],
    ['v=2', 'newer'],
    ['v=banana', 'unreadable'],
  ])('refuses %s, names it, and keeps the default', (query, code) => {
    const { recipe: read, problems } = readRecipe(new URLSearchParams(query));
    expect(read).toEqual(DEFAULT_RECIPE);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('of a network comes back as it was', () => {
    fc.assert(
      fc.property(network, (one) => {
        fc.pre(faultsOf(one).length === 0);
        const { recipe: back, problems } = readRecipe(writeRecipe(one, null));
        expect(problems).toEqual([]);
        expect(networkOf(back, 27)).toEqual(networkOf(one, 27));
        expect(back.model).toBe(one.model);
      }),
    );
  });

  it('leaves out what its model has anyway', () => {
    const five: Recipe = { ...DEFAULT_RECIPE, model: 5, rate: 0.01, heads: 4 };
    expect(writeRecipe(five, null).toString()).toBe('model=5&v=1');
    expect(writeRecipe({ ...five, rate: 0.02 }, null, five).toString()).toBe('lr=0.02&v=1');
  });

  it('on a page about one model takes nothing that was said of another network', () => {
    const page: Recipe = { ...DEFAULT_RECIPE, model: 1 };
    const read = (query: string) => readRecipe(new URLSearchParams(query), page, true);
    expect(read('model=5&lr=0.3&seed=7')).toEqual({ recipe: { ...page, seed: 7 }, problems: [] });
    expect(read('model=1&lr=0.3').recipe).toEqual({ ...page, rate: 0.3 });
    expect(read('lr=0.3&layers=2').recipe).toEqual({ ...page, rate: 0.3 });
  });

  it.each([
    ['model=4&heads=3', 'heads'],
    ['model=4&wire=0.1', 'wire'],
    ['model=4&wire=0.0.1.2', 'wire'],
    ['model=5&lr=NaN', 'lr'],
    ['model=5&lr=-1', 'lr'],
    ['model=5&lr=1e9', 'lr'],
    ['model=5&opt=newton', 'opt'],
    ['model=5&res=maybe', 'res'],
  ])('names what is wrong with the network of %s', (query, key) => {
    const { recipe: read, problems } = readRecipe(new URLSearchParams(query));
    expect(problems).toMatchObject([{ code: 'bad-value', field: key }]);
    expect(faultsOf(read)).toEqual([]);
    expect(networkOf(read, 27)).toEqual(networkOf({ ...DEFAULT_RECIPE, model: read.model }, 27));
  });

  it('ignores keys it does not know', () => {
    expect(readRecipe(new URLSearchParams('utm=1&name=emma')).problems).toEqual([]);
  });
});
