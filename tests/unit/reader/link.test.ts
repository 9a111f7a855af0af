import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE, LIMITS, type DataRef, type Recipe } from '../../../src/engine/recipe.ts';
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

  it('ignores keys it does not know', () => {
    expect(readRecipe(new URLSearchParams('utm=1&name=emma')).problems).toEqual([]);
  });
});
