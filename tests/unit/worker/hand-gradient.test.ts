import { describe, expect, it } from 'vitest';
import { ACTIVATIONS, type Mistake } from '../../../src/engine/index.ts';
import { asker, small, twelve } from './asking.ts';

const own = twelve();
const ask = asker(own);
const at = { step: 5, text: 'anna' };
const ALL = { eps: 1e-5, from: 0, count: Infinity };

/** The parts of a flat gradient by the name of their matrix. */
function byMatrix(recipe: ReturnType<typeof small>, gradient: Float64Array) {
  const { shapes } = ask('network', { recipe });
  return Object.fromEntries(
    shapes.map(({ name, rows, cols, from }) => [
      name,
      Array.from(gradient.subarray(from, from + rows * cols)),
    ]),
  );
}

describe.each([1, 2] as const)('the gradient by hand of model %i', (model) => {
  const recipe = small(model, { steps: 8 });
  const gradient = (mistake: Mistake | null) =>
    byMatrix(recipe, ask('handGradient', { recipe, ...at, mistake }).gradient);
  const right = gradient(null);

  it('is what the fast engine has, in the order of the parameters', () => {
    const { analytic, loss } = ask('nudges', { recipe, ...at, ...ALL });
    const answer = ask('handGradient', { recipe, ...at, mistake: null });
    expect(answer.loss).toBeCloseTo(loss, 14);
    expect(answer.gradient).toHaveLength(analytic.length);
    answer.gradient.forEach((slope, i) => {
      if (model === 1) expect(slope + 0).toBe(analytic[i] + 0);
      else expect(slope).toBeCloseTo(analytic[i], 14);
    });
  });

  it('without the gate holds in fc2 only', () => {
    const { wte, mlp_fc1, mlp_fc2 } = gradient('ungated');
    expect(mlp_fc2).toEqual(right.mlp_fc2);
    expect(mlp_fc1).not.toEqual(right.mlp_fc1);
    expect(wte).not.toEqual(right.wte);
  });

  it('without the mean is n times too large, everywhere', () => {
    for (const [name, slopes] of Object.entries(gradient('unaveraged')))
      slopes.forEach((slope, i) => expect(slope).toBeCloseTo(5 * right[name][i], 13));
  });

  it('with a matrix read the other way spoils what lies before it', () => {
    const { wte, mlp_fc1, mlp_fc2 } = gradient('transposed');
    expect(mlp_fc2).toEqual(right.mlp_fc2);
    expect(mlp_fc1).not.toEqual(right.mlp_fc1);
    expect(wte).not.toEqual(right.wte);
  });

  it.each(Object.keys(ACTIVATIONS) as (keyof typeof ACTIVATIONS)[])(
    'goes back through %s',
    (activation) => {
      const bent = { ...recipe, activation };
      const { gradient: slopes } = ask('handGradient', { recipe: bent, ...at, mistake: null });
      const { numerical } = ask('nudges', { recipe: bent, ...at, ...ALL });
      slopes.forEach((slope, i) => expect(slope).toBeCloseTo(numerical[i], 7));
    },
  );
});

describe('the gradient by hand', () => {
  it('is there for models 1 and 2 only', () => {
    expect(() => ask('handGradient', { recipe: small(3), ...at, mistake: null })).toThrow(
      'recipe-unusable',
    );
  });
});

describe('slopes along one weight', () => {
  const recipe = small(1, { steps: 8 });
  const along = { tensor: 'mlp_fc2', row: 0, col: 3 };
  const eps = [1e-1, 1e-2, 1e-5, 1e-12];
  const slopes = (more: object = {}) =>
    ask('slopes', { recipe, ...at, along, offset: 0, eps, mistake: null, ...more });

  it('are those of the nudges', () => {
    const { from } = ask('network', { recipe }).shapes[2];
    const cols = 16;
    const { numerical, analytic } = ask('nudges', {
      recipe,
      ...at,
      eps: 1e-2,
      from: from + along.row * cols + along.col,
      count: 1,
    });
    const found = slopes();
    expect(found.numerical[1]).toBe(numerical[0]);
    expect(found.hand).toBe(analytic[0]);
    expect((found.up[1] - found.down[1]) / 2e-2).toBe(numerical[0]);
  });

  it('err most at both ends: by the bend of the curve, and by rounding', () => {
    const { errors } = slopes();
    // A tenth of the nudge is a hundred times better, as long as rounding does not show.
    expect(errors[0] / errors[1]).toBeGreaterThan(90);
    expect(errors[0] / errors[1]).toBeLessThan(110);
    expect(errors[3]).toBeGreaterThan(1000 * errors[2]);
  });

  it('are taken where the weight has been turned to', () => {
    const turned = slopes({ offset: 0.25 });
    const { losses, value } = ask('slice', {
      recipe,
      ...at,
      along,
      from: 0.25,
      to: 0.25,
      count: 1,
    });
    expect(turned.loss).toBe(losses[0]);
    expect(turned.value).toBe(value);
    expect(turned.numerical[2]).toBeCloseTo(turned.hand, 8);
    expect(turned.hand).not.toBe(slopes().hand);
  });

  it('can be had with a mistake by hand, never by trying', () => {
    const wrong = slopes({ mistake: 'unaveraged' });
    expect(wrong.hand).toBeCloseTo(5 * slopes().hand, 13);
    expect(wrong.numerical).toEqual(slopes().numerical);
    expect(wrong.errors).toEqual(slopes().errors);
  });

  it.each([0, -1, NaN, Infinity])('refuse a nudge of %d', (amount) => {
    expect(() => slopes({ eps: [1e-3, amount] })).toThrow(RangeError);
  });
});

describe('one pair there and back', () => {
  const recipe = small(1, { steps: 8 });

  it('adds up, over all pairs, to the gradient', () => {
    const { gradient } = ask('handGradient', { recipe, ...at, mistake: null });
    const { shapes } = ask('network', { recipe });
    const [, fc1, fc2] = shapes;
    const sum = new Float64Array(gradient.length);
    for (let pair = 0; pair < 5; pair++) {
      const pass = ask('pair', { recipe, ...at, pair });
      expect(pass.n).toBe(5);
      pass.dx.forEach((d, i) => (sum[pass.token * 4 + i] += d));
      pass.dh.forEach((d, j) => pass.x.forEach((x, i) => (sum[fc1.from + j * 4 + i] += d * x)));
      pass.dlogits.forEach((d, k) =>
        pass.a.forEach((a, j) => (sum[fc2.from + k * 16 + j] += d * a)),
      );
    }
    sum.forEach((slope, i) => expect(slope).toBeCloseTo(gradient[i], 14));
  });

  it('is held to the pairs there are', () => {
    expect(ask('pair', { recipe, ...at, pair: 99 }).pair).toBe(4);
    expect(ask('pair', { recipe, ...at, pair: -1 }).pair).toBe(0);
  });
});

describe('the thread through a weight', () => {
  const recipe = small(1, { steps: 8 });
  const thread = (along: { tensor: string; row: number; col: number } | null, text = 'anna') =>
    ask('thread', { recipe, ...at, text, along });

  it('goes through the steepest of the first layer if none is named', () => {
    const { along, slope, way } = thread(null);
    const { gradient } = ask('handGradient', { recipe, ...at, mistake: null });
    const { mlp_fc1: slopes } = byMatrix(recipe, gradient);
    expect(along.tensor).toBe('mlp_fc1');
    expect(Math.abs(slope)).toBeCloseTo(Math.max(...slopes.map(Math.abs)), 14);
    expect(way).toMatchObject({ unit: along.row, input: along.col });
  });

  it('begins with a letter that reads the row, and ends at the logit of a row', () => {
    const [a, n] = ['a', 'n'].map((letter) => ask('network', { recipe }).labels.indexOf(letter));
    expect(thread({ tensor: 'wte', row: n, col: 2 }).way).toMatchObject({ token: n, input: 2 });
    expect(thread({ tensor: 'mlp_fc2', row: a, col: 5 }).way).toMatchObject({ next: a, unit: 5 });
  });

  it('is none where no letter of the text reads the row', () => {
    const { labels } = ask('network', { recipe });
    const other = labels.findIndex((label) => !'an•'.includes(label));
    const { way, slope } = thread({ tensor: 'wte', row: other, col: 0 });
    expect(way).toBeNull();
    expect(slope).toBe(0);
  });
});
