import { describe, expect, it } from 'vitest';
import { drawnSteps } from '../../../src/worker/operations/ideas/adam.ts';
import { asker, heard, small, twelve } from './asking.ts';
import { operations } from '../../../src/worker/operations/index.ts';

const workspace = twelve();
const ask = asker(workspace);
const race = {
  stretch: 30,
  angle: 0,
  start: [-2, 0.7] as [number, number],
  beta1: 0.85,
  beta2: 0.99,
};

describe('a race in a ravine', () => {
  it('gives each its best rate, and a way from the start', () => {
    const { ways, height, level } = ask('race', { ...race, drawn: 20 });
    expect(level).toBeCloseTo(height / 1000, 12);
    for (const way of Object.values(ways)) {
      expect(way.steps).toBeGreaterThan(0);
      expect(way.path).toHaveLength(42);
      expect([way.path[0], way.path[1]]).toEqual(race.start);
    }
  });

  it('tells the same steps as the charts over angles and stretches', () => {
    const { ways } = ask('race', { ...race, drawn: 0 });
    const byAngle = ask('raceSteps', { ...race, over: 'angle', values: [0, 45] });
    const byStretch = ask('raceSteps', { ...race, over: 'stretch', values: [30] });
    for (const racer of ['sgd', 'momentum', 'rmsprop', 'adam'] as const) {
      expect(byAngle.steps[racer][0]).toBe(ways[racer].steps);
      expect(byStretch.steps[racer]).toEqual([ways[racer].steps]);
    }
    expect(byAngle.steps.adam[1]).toBeGreaterThan(byAngle.steps.adam[0]);
  });

  it('draws no way for one that is down at no rate, and says so', () => {
    const far = { ...race, start: [-2, 0] as [number, number], stretch: 3000, angle: 45 };
    const { ways } = ask('race', { ...far, drawn: 5 });
    expect(ways.sgd.steps).toBeNull();
    const { steps } = ask('raceSteps', { ...far, over: 'angle', values: [45] });
    expect(steps.sgd).toEqual([Infinity]);
  });

  it('refuses what is no ravine', () => {
    expect(() => ask('race', { ...race, stretch: 0.5, drawn: 5 })).toThrow(RangeError);
    expect(() => ask('race', { ...race, angle: NaN, drawn: 5 })).toThrow(RangeError);
  });
});

describe('walks along slopes', () => {
  it('are drawn at the ends of periods, from the first step to the last', () => {
    const steps = drawnSteps(99_999, 3);
    expect(steps[0]).toBe(1);
    expect(steps.at(-1)).toBe(99_999);
    expect(steps.filter((step) => step > 3).every((step) => step % 3 === 0)).toBe(true);
    expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b));
  });

  it('tell the last period of each', () => {
    const { places, last, sum, steps } = ask('slopeWalks', {
      large: 3,
      period: 3,
      beta1: 0,
      beta2: 0.1,
    });
    expect(sum).toBe(1);
    expect(places.adam).toHaveLength(steps.length);
    expect(last.sgd.first).toBeCloseTo(-3, 9);
    expect(last.sgd.others).toBeCloseTo(2, 9);
    expect(last.adam.first + last.adam.others).toBeGreaterThan(0);
    expect(last.amsgrad.first + last.amsgrad.others).toBeLessThan(0);
  });

  it('refuse what is no sequence', () => {
    const wrong = { large: Infinity, period: 3, beta1: 0, beta2: 0.1 };
    expect(() => ask('slopeWalks', wrong)).toThrow(RangeError);
    expect(() => ask('slopeWalks', { ...wrong, large: 3, period: 1.5 })).toThrow(RangeError);
  });
});

describe('a run along turned axes', () => {
  const recipe = small(5, { steps: 6, heldOut: 4 });

  it("is the recipe's own at no angle", () => {
    const { nats } = ask('evaluate', { recipe, steps: [6] });
    expect(ask('turnedRun', { recipe, angle: 0 }).nats).toBeCloseTo(nats[0], 12);
  });

  it('tells how far it has come', () => {
    const { progress } = heard(operations.turnedRun(workspace, { recipe, angle: 45 }));
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it('refuses a recipe that cannot train', () => {
    expect(() => ask('turnedRun', { recipe: { ...recipe, heads: 3 }, angle: 0 })).toThrow(
      'recipe-unusable',
    );
  });
});
