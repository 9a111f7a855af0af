import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Value } from '../../../../src/engine/autograd.ts';
import {
  bestRate,
  heightAt,
  LEVEL,
  slopesAt,
  stepsDown,
  toAxes,
  toBed,
  TRIED_RATES,
  wayDown,
  type Place,
  type Ravine,
} from '../../../../src/engine/ideas/ravine.ts';
import type { Optimizer } from '../../../../src/engine/network.ts';
import { startOptimizer } from '../../../../src/engine/train.ts';

const eps = 1e-8;
const SGD: Optimizer = { kind: 'sgd' };
const MOMENTUM: Optimizer = { kind: 'momentum', beta1: 0.85 };
const RMSPROP: Optimizer = { kind: 'rmsprop', beta2: 0.99, eps };
const ADAM: Optimizer = { kind: 'adam', beta1: 0.85, beta2: 0.99, eps };
const ALL = [SGD, MOMENTUM, RMSPROP, ADAM];
const START: Place = [-2, 0.7];

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const angles = number(0, 90);
const stretches = number(1, 1000);
const places = fc.tuple(number(-2, 2), number(-2, 2));

describe('a ravine', () => {
  it('rises as its slopes say, whichever way it lies', () => {
    fc.assert(
      fc.property(stretches, angles, places, (stretch, angle, [x, y]) => {
        const ravine = { stretch, angle };
        const h = 1e-5;
        const along = (heightAt(ravine, [x + h, y]) - heightAt(ravine, [x - h, y])) / (2 * h);
        const across = (heightAt(ravine, [x, y + h]) - heightAt(ravine, [x, y - h])) / (2 * h);
        const slopes = slopesAt(ravine, [x, y]);
        expect(slopes[0]).toBeCloseTo(along, 7);
        expect(slopes[1]).toBeCloseTo(across, 7);
      }),
    );
  });

  it('turns places there and back', () => {
    fc.assert(
      fc.property(angles, places, (angle, at) => {
        const back = toBed({ stretch: 3, angle }, toAxes({ stretch: 3, angle }, at));
        expect(back[0]).toBeCloseTo(at[0], 12);
        expect(back[1]).toBeCloseTo(at[1], 12);
      }),
    );
  });

  it('lies along an axis exactly at right angles', () => {
    expect(toAxes({ stretch: 3, angle: 90 }, [2, 1])).toEqual([-1, 2]);
  });
});

describe('a way down', () => {
  it("is the readable optimizers' own, bit for bit", () => {
    for (const optimizer of ALL) {
      const ravine = { stretch: 30, angle: 20 };
      const start = toAxes(ravine, START);
      const path = wayDown(ravine, start, optimizer, 0.05, 40);
      const params = start.map((x) => new Value(x));
      const update = startOptimizer(optimizer, 2);
      for (let t = 1; t <= 40; t++) {
        const at: Place = [params[0].data, params[1].data];
        expect([path[2 * t - 2], path[2 * t - 1]]).toEqual(at);
        slopesAt(ravine, at).forEach((slope, k) => (params[k].grad = slope));
        update(params, 0.05, t);
      }
    }
  });

  it('turns with the ravine for plain descent and momentum', () => {
    fc.assert(
      fc.property(angles, fc.constantFrom(SGD, MOMENTUM), (angle, optimizer) => {
        const lying = { stretch: 50, angle: 0 };
        const turned = { stretch: 50, angle };
        const path = wayDown(lying, START, optimizer, 0.5, 30);
        const other = wayDown(turned, toAxes(turned, START), optimizer, 0.5, 30);
        const expected = toAxes(turned, [path[60], path[61]]);
        expect(other[60]).toBeCloseTo(expected[0], 9);
        expect(other[61]).toBeCloseTo(expected[1], 9);
      }),
    );
  });

  it('does not turn with it for Adam', () => {
    const turned = { stretch: 50, angle: 45 };
    const path = wayDown({ stretch: 50, angle: 0 }, START, ADAM, 0.05, 30);
    const other = wayDown(turned, toAxes(turned, START), ADAM, 0.05, 30);
    const expected = toAxes(turned, [path[60], path[61]]);
    expect(Math.hypot(other[60] - expected[0], other[61] - expected[1])).toBeGreaterThan(0.1);
  });

  it('is the same for Adam and RMSProp however a ravine is stretched along an axis', () => {
    fc.assert(
      fc.property(stretches, fc.constantFrom(ADAM, RMSPROP), (stretch, optimizer) => {
        const path = wayDown({ stretch: 1, angle: 0 }, START, optimizer, 0.03, 50);
        const other = wayDown({ stretch, angle: 0 }, START, optimizer, 0.03, 50);
        // Up to the 1e-8 that keeps their divisor from being zero.
        path.forEach((x, k) => expect(other[k]).toBeCloseTo(x, 3));
      }),
    );
  });
});

describe('the steps to the level', () => {
  const ravine: Ravine = { stretch: 20, angle: 30 };
  const start = toAxes(ravine, START);

  it('end below it, and begin the last time above it', () => {
    for (const optimizer of ALL) {
      const { rate, steps } = bestRate(ravine, start, optimizer);
      const path = wayDown(ravine, start, optimizer, rate, steps! + 200);
      const level = LEVEL * heightAt(ravine, start);
      const height = (t: number) => heightAt(ravine, [path[2 * t], path[2 * t + 1]]);
      expect(height(steps! - 1)).toBeGreaterThan(level);
      for (let t = steps!; t <= steps! + 200; t++) expect(height(t)).toBeLessThanOrEqual(level);
    }
  });

  it('are the fewest of all rates that are tried', () => {
    const { steps } = bestRate(ravine, start, ADAM);
    for (const rate of TRIED_RATES) {
      const others = stepsDown(ravine, start, ADAM, rate);
      expect(others ?? Infinity).toBeGreaterThanOrEqual(steps!);
    }
  });

  it('are none from the bottom itself', () => {
    for (const optimizer of ALL) expect(bestRate(ravine, [0, 0], optimizer).steps).toBe(0);
  });

  it('are many more for Adam once the ravine is turned, and as many for plain descent', () => {
    const needed = (angle: number, optimizer: Optimizer) =>
      bestRate({ stretch: 100, angle }, toAxes({ stretch: 100, angle }, START), optimizer).steps!;
    expect(needed(45, ADAM)).toBeGreaterThan(3 * needed(0, ADAM));
    expect(needed(45, SGD)).toBe(needed(0, SGD));
    expect(needed(90, ADAM)).toBe(needed(0, ADAM));
  });

  it('are told as none where no rate gets there', () => {
    expect(stepsDown(ravine, start, SGD, 1e-6)).toBeNull();
    expect(stepsDown(ravine, start, SGD, 100)).toBeNull();
  });
});
