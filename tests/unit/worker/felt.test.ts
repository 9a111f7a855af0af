import { describe, expect, it } from 'vitest';
import { networksOf } from '../../../src/worker/networks.ts';
import { operations } from '../../../src/worker/operations/index.ts';
import type { Result } from '../../../src/worker/protocol.ts';
import { asker, heard, small, twelve } from './asking.ts';

const MODELS = [1, 2, 3, 4, 5] as const;
const workspace = twelve();
const own = asker(workspace);
const total = (row: ArrayLike<number>) => Array.from(row).reduce((a, b) => a + b, 0);

/** What a diary of all parameters comes to. */
function summed(series: Result<'diary'>['series'], from: number, to: number) {
  const gradients = series.map(({ gradient }) => gradient.slice(from, to));
  const mean = (row: ArrayLike<number>) => total(row) / (to - from);
  return {
    mean: Float64Array.from(gradients, mean),
    rms: Float64Array.from(gradients, (row) => Math.sqrt(mean(row.map((g) => g * g)))),
    heard: Uint32Array.from(gradients, (row) => row.filter((g) => g !== 0).length),
  };
}

describe.each(MODELS)('what the parameters of model %i have felt', (model) => {
  const recipe = small(model, { steps: 8 });
  const { shapes } = own('network', { recipe });
  const everywhere = shapes.flatMap(({ name, rows, cols }) =>
    Array.from({ length: rows * cols }, (_, i) => ({
      tensor: name,
      row: Math.floor(i / cols),
      col: i % cols,
    })),
  );
  const { series } = own('diary', { recipe, parameters: everywhere });

  it.each([
    [0, 8],
    [2, 6],
    [7, 8],
    [0, 1],
  ])('is what their diaries say, over steps %i to %i', (from, to) => {
    expect(own('felt', { recipe, from, to })).toEqual({ from, to, ...summed(series, from, to) });
  });

  it('is nothing for a token that no document had', () => {
    const felt = own('felt', { recipe, from: 0, to: 1 });
    const { history } = networksOf(workspace).run(recipe);
    const seen = new Set(history.tokensAt(0));
    const wte = shapes.find(({ name }) => name === 'wte')!;
    for (let token = 0; token < wte.rows; token++) {
      const at = wte.from + token * wte.cols;
      const times = [...felt.heard.subarray(at, at + wte.cols)];
      if (seen.has(token)) expect(Math.max(...times)).toBe(1);
      else {
        expect(times).toEqual(new Array(wte.cols).fill(0));
        expect([...felt.rms.subarray(at, at + wte.cols)]).toEqual(new Array(wte.cols).fill(0));
      }
    }
    expect(seen.size).toBeLessThan(wte.rows);
  });

  it('is held to the run, which stays as it was', () => {
    const { losses } = own('curve', { recipe, points: 0 });
    expect(own('felt', { recipe, from: -3, to: 99 })).toEqual(
      own('felt', { recipe, from: 0, to: 8 }),
    );
    expect(own('felt', { recipe, from: 7, to: 3 })).toMatchObject({ from: 3, to: 3 });
    const shown = { tensors: null, gradients: true, memories: true };
    expect(own('weights', { recipe, step: 8, ...shown })).toEqual(
      asker(twelve())('weights', { recipe, step: 8, ...shown }),
    );
    expect(own('curve', { recipe, points: 0 }).losses).toEqual(losses);
  });
});

it('is not a number where there was no step', () => {
  const { rms, mean, heard: times } = own('felt', { recipe: small(5), from: 4, to: 4 });
  expect(rms.every(Number.isNaN)).toBe(true);
  expect(mean.every(Number.isNaN)).toBe(true);
  expect(Math.max(...times)).toBe(0);
});

it('goes on with a gradient that is never set to zero, as the steps do', () => {
  const recipe = small(3, { zeroing: false });
  const at = { tensor: 'wte', row: 1, col: 2 };
  const { series } = own('diary', { recipe, parameters: [at] });
  const { mean } = own('felt', { recipe, from: 3, to: 8 });
  expect(mean[4 + 2]).toBe(total(series[0].gradient.slice(3)) / 5);
});

it('is of the run up to its last good state, if it breaks down', () => {
  const recipe = small(3, { rate: 100, norm: 'none', steps: 8 });
  const { ended } = own('curve', { recipe, points: 0 });
  expect(ended).not.toBeNull();
  expect(own('felt', { recipe, from: 0, to: 8 }).to).toBe(ended!.lastGood);
});

it('tells how far it is, never going back', () => {
  const fresh = twelve();
  const { progress } = heard(operations.felt(fresh, { recipe: small(5), from: 2, to: 7 }));
  expect(progress.length).toBeGreaterThan(7);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBeCloseTo(1, 12);
});
