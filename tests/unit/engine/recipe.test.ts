import { describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import { REFERENCE_DESIGN } from '../../../src/engine/design.ts';
import { faultsOf, networkOf } from '../../../src/engine/settings.ts';

const recipe = (change: Partial<Recipe>): Recipe => ({ ...DEFAULT_RECIPE, model: 5, ...change });

describe('a recipe', () => {
  it('of a table of counts has no network', () => {
    expect(networkOf(DEFAULT_RECIPE, 27)).toBeNull();
    expect(faultsOf(DEFAULT_RECIPE)).toEqual([]);
  });
  it("has its model's settings where it has none of its own", () => {
    expect(networkOf(recipe({ layers: 2, steps: 50 }), 27)).toEqual({
      sizes: {
        model: 5,
        vocab: 27,
        embd: 16,
        heads: 4,
        layers: 2,
        block: 16,
        design: REFERENCE_DESIGN,
      },
      training: {
        optimizer: { kind: 'adam', beta1: 0.85, beta2: 0.99, eps: 1e-8, corrected: true },
        rate: 0.01,
        schedule: 'linear',
        steps: 50,
        zeroing: true,
      },
    });
  });
  it('may mute heads, and swap them', () => {
    expect(faultsOf(recipe({ layers: 2, wiring: [-1, 1, -1, 3, 1, 0, 2, 3] }))).toEqual([]);
  });
  it('does not mind settings that mean nothing to its model', () => {
    const settings = { heads: 3, layers: 7, block: NaN, optimizer: 'adam' } as const;
    expect(networkOf(recipe({ model: 1, ...settings }), 27)).toEqual(
      networkOf(recipe({ model: 1 }), 27),
    );
    expect(faultsOf(recipe({ model: 1, ...settings }))).toEqual([]);
  });
  it.each<[Partial<Recipe>, string, string]>([
    [{ embd: 0 }, 'embd', 'out-of-range'],
    [{ embd: NaN }, 'embd', 'out-of-range'],
    [{ embd: 1000 }, 'embd', 'out-of-range'],
    [{ layers: 1.5 }, 'layers', 'not-whole'],
    [{ block: -1 }, 'block', 'out-of-range'],
    [{ heads: 3 }, 'heads', 'not-divisible'],
    [{ rate: -1 }, 'rate', 'out-of-range'],
    [{ rate: Infinity }, 'rate', 'out-of-range'],
    [{ beta1: 1 }, 'beta1', 'out-of-range'],
    [{ optimizer: 'newton' as 'sgd' }, 'optimizer', 'unknown'],
    [{ schedule: 'never' as 'linear' }, 'schedule', 'unknown'],
    [{ norm: 'batch' as 'layer' }, 'norm', 'unknown'],
    [{ activation: 'swish' as 'gelu' }, 'activation', 'unknown'],
    [{ residual: 'no' as unknown as boolean }, 'residual', 'unknown'],
    [{ wiring: [0, 1, 2] }, 'wiring', 'not-wiring'],
    [{ wiring: [0, 1, 2, 4] }, 'wiring', 'not-wiring'],
    [{ wiring: [0, 1, 1, 3] }, 'wiring', 'not-wiring'],
    [{ steps: 0 }, 'steps', 'out-of-range'],
    [{ seed: 0.5 }, 'seed', 'not-whole'],
    [{ heldOut: NaN }, 'heldOut', 'out-of-range'],
  ])('%o cannot train', (change, field, reason) => {
    expect(faultsOf(recipe(change))).toEqual([{ field, reason }]);
  });
});
