import { describe, expect, it } from 'vitest';
import { operations } from '../../../src/worker/operations/index.ts';
import type { Input } from '../../../src/worker/protocol.ts';
import { asker, heard, small, twelve } from './asking.ts';

const MODELS = [1, 2, 3, 4, 5] as const;
const own = asker(twelve());
type Settings = Input<'roll'>['optimizers'][number];

const sgd: Settings = {
  optimizer: 'sgd',
  rate: 0.2,
  schedule: 'constant',
  beta1: 0.85,
  beta2: 0.99,
  eps: 1e-12,
  corrected: true,
};
const adam: Settings = { ...sgd, optimizer: 'adam' };

describe.each(MODELS)('down the loss of model %i', (model) => {
  const recipe = small(model);
  const place = { recipe, step: 5, text: 'anna' };
  const along = [{ seed: 3 }, { tensor: 'wte', row: 0, col: 2 }] as const;
  const roll = (optimizers: Settings[], more: Partial<Input<'roll'>> = {}) =>
    own('roll', { ...place, along, start: [0, 0], steps: 6, optimizers, ...more });
  const plane = own('plane', { ...place, along, from: -1e-4, to: 1e-4, count: 3 });

  it('SGD goes against slopes that the losses of the plane bear out', () => {
    const { rolls, text, tokens, step } = roll([sgd]);
    const [{ path, losses }] = rolls;
    expect([text, tokens, step]).toEqual([plane.text, plane.tokens, 5]);
    expect([path.length, losses.length]).toEqual([14, 7]);
    expect([...path.subarray(0, 4)]).toEqual([
      0,
      0,
      ...plane.slopes.map((slope) => 0 - 0.2 * slope),
    ]);
    const rises = [
      plane.losses[7] - plane.losses[1], // row 2 less row 0
      plane.losses[5] - plane.losses[3], // column 2 less column 0
    ];
    rises.forEach((rise, k) => expect(rise / 2e-4).toBeCloseTo(-path[2 + k] / 0.2, 7));
    expect(Math.min(...plane.slopes.map(Math.abs))).toBeGreaterThan(1e-4);
  });

  it('has at each point the loss that the plane has there', () => {
    const start = [0.5, 0.5] as const;
    const { rolls } = roll([sgd, adam], { start });
    const there = own('plane', { ...place, along, from: 0.5, to: 0.5, count: 1 });
    for (const { path, losses } of rolls) {
      expect([...path.subarray(0, 2)]).toEqual(start);
      expect(losses[0]).toBe(there.losses[0]);
    }
    expect(roll([sgd]).rolls[0].losses[0]).toBe(plane.loss);
  });

  it('takes each step with the slopes of where it is', () => {
    const whole = roll([sgd]).rolls[0];
    for (let s = 1; s < 6; s++) {
      const start = [whole.path[2 * s], whole.path[2 * s + 1]] as const;
      const { path, losses } = roll([sgd], { start, steps: 1 }).rolls[0];
      expect(path).toEqual(whole.path.slice(2 * s, 2 * s + 4));
      expect(losses).toEqual(whole.losses.slice(s, s + 2));
    }
    expect(whole.losses[6]).toBeLessThan(whole.losses[0]);
  });

  it('Adam begins with a step of its rate along each, if it is corrected', () => {
    const { rolls } = roll([adam, { ...adam, corrected: false }]);
    const signs = plane.slopes.map((slope) => -Math.sign(slope));
    signs.forEach((sign, k) => {
      expect(rolls[0].path[2 + k]).toBeCloseTo(0.2 * sign, 8);
      // (1 − β1) / √(1 − β2) of it, if it is not.
      expect(rolls[1].path[2 + k]).toBeCloseTo(0.2 * 1.5 * sign, 8);
    });
    expect(rolls[0].losses[6]).not.toBe(rolls[1].losses[6]);
  });

  it('goes the same way whoever goes along, and leaves the run as it was', () => {
    const alone = roll([adam]).rolls[0];
    expect(roll([sgd, adam, sgd]).rolls[1]).toEqual(alone);
    expect(own('plane', { ...place, along, from: -1e-4, to: 1e-4, count: 3 })).toEqual(plane);
  });
});

describe('a roll', () => {
  const recipe = small(5);
  const input: Input<'roll'> = {
    recipe,
    step: 3,
    text: null,
    along: [{ seed: 1 }, { seed: 2 }],
    start: [0.3, -0.2],
    optimizers: [sgd],
    steps: 4,
  };

  it('follows a schedule as long as itself', () => {
    const linear = own('roll', { ...input, optimizers: [{ ...sgd, schedule: 'linear' }] });
    const [{ path }] = linear.rolls;
    const at = [path[4], path[5]] as const; // after two steps of four: half the rate
    const half = { ...sgd, rate: sgd.rate / 2 };
    const next = own('roll', { ...input, start: at, optimizers: [half], steps: 1 });
    expect([...next.rolls[0].path.subarray(2)]).toEqual([...path.subarray(6, 8)]);
  });

  it('is of the document that the step reads, if no text is given', () => {
    const shown = { recipe, step: 3, tensors: [], gradients: false, memories: false };
    expect(own('roll', input).text).toBe(own('weights', shown).document);
  });

  it('knows momentum and RMSProp too', () => {
    const kinds = ['sgd', 'momentum', 'rmsprop', 'adam'] as const;
    const optimizers = kinds.map((optimizer) => ({ ...sgd, optimizer }));
    const { rolls } = own('roll', { ...input, optimizers });
    expect(new Set(rolls.map(({ losses }) => losses[4])).size).toBe(4);
    // Momentum remembers nothing at first.
    expect(rolls[1].path.slice(0, 4)).toEqual(rolls[0].path.slice(0, 4));
  });

  it('of no steps stays where it is, and one of no optimizers is none', () => {
    const { rolls } = own('roll', { ...input, steps: 0 });
    expect([...rolls[0].path]).toEqual([0.3, -0.2]);
    expect(own('roll', { ...input, optimizers: [] }).rolls).toEqual([]);
  });

  it.each([-1, 1.5, NaN, Infinity])('of %d steps is refused', (steps) => {
    expect(() => own('roll', { ...input, steps })).toThrow(RangeError);
  });

  it('of an optimizer beyond its limits is refused, as is a parameter that is none', () => {
    const ask = (more: Partial<Settings>) =>
      own('roll', { ...input, optimizers: [sgd, { ...sgd, ...more }] });
    expect(() => ask({ rate: NaN })).toThrow('recipe-unusable: rate out-of-range');
    expect(() => ask({ beta2: 1 })).toThrow('recipe-unusable: beta2 out-of-range');
    const along = [{ seed: 1 }, { tensor: 'none', row: 0, col: 0 }] as const;
    expect(() => own('roll', { ...input, along })).toThrow(RangeError);
  });

  it('tells how far it is, never going back', () => {
    const { progress } = heard(operations.roll(twelve(), { ...input, optimizers: [sgd, adam] }));
    expect(progress.length).toBeGreaterThan(10);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBeCloseTo(1, 12);
  });
});
