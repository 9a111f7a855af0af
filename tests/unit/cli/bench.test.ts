import { describe, expect, it } from 'vitest';
import { benchRecipe, timeRuns } from '../../../src/cli/bench-core.ts';

describe('the benchmark', () => {
  it('times each run, and counts its multiply-adds', () => {
    const recipe = benchRecipe({ model: 5, embd: 8, heads: 2, layers: 1, block: 4, steps: 1 });
    const { ms, macs } = timeRuns(['abab'], { engine: 'fast', recipe, repeats: 3 });
    expect(ms).toHaveLength(3);
    // Four of the five transitions fit; 12 · 8² weights in the layer, 3 · 8 in the head.
    expect(macs).toBe(3 * 4 * (12 * 64 + 24) + 6 * 8 * 10);
  });
  it('has no multiply-adds to count where a model only counts', () => {
    const recipe = benchRecipe({ steps: 2 });
    expect(timeRuns(['ab'], { engine: 'readable', recipe, repeats: 1 }).macs).toBe(0);
  });
});
