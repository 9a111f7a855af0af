import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightAt, LEVEL } from '../../../src/engine/ideas/ravine.ts';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import { chartLayout, curvePath, nearest } from '../../../src/figures/ideas/adam/ravine-steps.ts';
import * as ravine from '../../../src/figures/ideas/adam/ravine-view.ts';
import * as turned from '../../../src/figures/ideas/adam/turned-view.ts';
import * as wrong from '../../../src/figures/ideas/adam/wrong-end-view.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('the ravine from above', () => {
  it('holds every start where the ravine can turn with it and stay in the square', () => {
    fc.assert(
      fc.property(
        number(-9, 9),
        number(-9, 9),
        fc.constantFrom(...ravine.ANGLES),
        fc.constantFrom(...ravine.ANGLES),
        (x, y, angle, other) => {
          const start = ravine.heldStart({ stretch: 10, angle }, [x, y]);
          const there = ravine.startOf({ stretch: 10, angle: other, start });
          for (const at of there) expect(Math.abs(at)).toBeLessThan(ravine.REACH);
        },
      ),
    );
  });

  it('keeps a start that is near where it was put', () => {
    const start = ravine.heldStart({ stretch: 10, angle: 0 }, [-1.23, 0.5]);
    expect(start).toEqual([-1.23, 0.5]);
  });

  it('draws the level where a thousandth of the height is left', () => {
    for (const stretch of ravine.STRETCHES) {
      const view = { stretch, start: ravine.START };
      const { along, across } = ravine.levelOf(view);
      const level = LEVEL * heightAt({ stretch, angle: 0 }, ravine.START);
      expect(heightAt({ stretch, angle: 0 }, [along, 0])).toBeCloseTo(level, 12);
      expect(heightAt({ stretch, angle: 0 }, [0, across])).toBeCloseTo(level, 12);
    }
  });

  it('draws contours from the corners down, lighter as they go', () => {
    const contours = ravine.contoursOf({ stretch: 30 });
    expect(contours[0].tone).toBe(1);
    contours.slice(1).forEach((one, k) => {
      expect(one.tone).toBeLessThan(contours[k].tone);
      expect(one.across).toBeLessThan(contours[k].across);
      expect(one.along / one.across).toBeCloseTo(Math.sqrt(30), 9);
    });
  });

  it('fits its square, its numbers and its chart into any room', () => {
    fc.assert(
      fc.property(number(320, 1200), number(170, 700), number(1, 1.8), (width, height, scale) => {
        const { plane, legend, chart } = ravine.layoutOf({ width, height }, scale, 4);
        expect(plane.left + plane.side).toBeLessThan(legend.left);
        expect(plane.side).toBeLessThanOrEqual(height);
        expect(legend.left + legend.width).toBeLessThanOrEqual(width + 1e-6);
        expect(chart.height).toBeGreaterThanOrEqual(60);
      }),
    );
  });

  it('follows a way as far as it is known', () => {
    const path = [0, 0, 1, 2, 3, 4];
    const same = (x: number) => x;
    expect(ravine.wayPath(path, 1, same, same)).toBe('M0.0 0.0L1.0 2.0');
    expect(ravine.wayPath(path, 99, same, same)).toContain('3.0 4.0');
    expect(ravine.placeAt(path, 99)).toEqual([3, 4]);
  });

  it('asks of a turned ravine, and answers with the same one', () => {
    const { [ravine.ASKS]: asked, [ravine.ASKS + 1]: told } = ravine.BEATS;
    expect(asked.angle).toBe(ravine.SLANT);
    expect(told).toEqual(asked);
  });
});

describe('the curves of steps', () => {
  const size = { width: 300, height: 240 };

  it('stand on a scale of powers, and can be read back', () => {
    fc.assert(
      fc.property(number(1, 1000), (steps) => {
        const at = chartLayout(size, 1, 'angle');
        expect(at.stepsAt(at.y(steps))).toBeCloseTo(steps, 6);
      }),
    );
    const at = chartLayout(size, 1, 'stretch');
    expect(at.y(10) - at.y(100)).toBeCloseTo(at.y(1) - at.y(10), 9);
    expect(at.x(10) - at.x(1)).toBeCloseTo(at.x(100) - at.x(10), 9);
  });

  it('break where there were more steps than were followed', () => {
    const at = { x: (value: number) => value, y: (steps: number) => steps };
    expect(curvePath([1, 2, 3, 4], [5, Infinity, 6, 7], at)).toBe('M1.0 5.0M3.0 6.0L4.0 7.0');
  });

  it('are read at the nearest angle, or by the nearest ratio', () => {
    expect(nearest(ravine.ANGLES, 47, 'angle')).toBe(45);
    expect(nearest(ravine.STRETCHES, 50, 'stretch')).toBe(30);
    expect(nearest(ravine.STRETCHES, 60, 'stretch')).toBe(100);
  });
});

describe('runs along turned axes', () => {
  it('are of the program itself at its own rate', () => {
    expect(turned.adamAt(DEFAULT_RECIPE, 0).recipe).not.toHaveProperty('rate');
    expect(turned.adamAt(DEFAULT_RECIPE, 0, 0.02).recipe.rate).toBe(0.02);
    expect(turned.plainAt(DEFAULT_RECIPE).recipe).toMatchObject({ model: 4 });
  });

  it('come as three a seed, and say so when one is missing', () => {
    const questions = turned.seedQuestions(DEFAULT_RECIPE);
    expect(questions).toHaveLength(3 * turned.SEEDS);
    expect(new Set(questions.map(({ recipe }) => recipe.seed)).size).toBe(turned.SEEDS);
    const runs = questions.map((_, i) => ({ nats: 2 + (i % 3) / 10, ended: null, parameters: 1 }));
    const leads = turned.meanLeads(turned.seedEnds(DEFAULT_RECIPE, runs))!;
    expect(leads.own).toBeCloseTo(0.2, 12);
    expect(leads.turned).toBeCloseTo(0.1, 12);
    expect(turned.meanLeads(turned.seedEnds(DEFAULT_RECIPE, runs.slice(1)))).toBeNull();
  });

  it('have no end where they broke down, or nothing was held out', () => {
    expect(turned.endOf({ nats: NaN, ended: 4, parameters: 1 })).toBeNull();
    expect(turned.endOf({ nats: NaN, ended: null, parameters: 1 })).toBeNull();
    expect(turned.endOf(undefined)).toBeNull();
    expect(turned.isUnmeasured({ nats: NaN, ended: null, parameters: 1 })).toBe(true);
    expect(turned.isUnmeasured({ nats: NaN, ended: 4, parameters: 1 })).toBe(false);
    expect(turned.isUnmeasured(undefined)).toBe(false);
  });

  it('span an axis with room around what is known', () => {
    const [low, high] = turned.spanOf([2.3, null, 2.4]);
    expect(low).toBeLessThan(2.3);
    expect(high).toBeGreaterThan(2.4);
    expect(turned.spanOf([null])).toEqual([0, 1]);
  });
});

describe('the walk to the wrong end', () => {
  it('knows the best end of any sequence', () => {
    expect(wrong.bestEnd({ large: 3, period: 3 })).toBe(-1);
    expect(wrong.bestEnd({ large: 1, period: 3 })).toBe(1);
    expect(wrong.bestEnd({ large: 2, period: 3 })).toBe(0);
  });

  it('holds what is typed to slopes that can be walked', () => {
    expect(wrong.heldSlope(-5)).toBe(0);
    expect(wrong.heldSlope(1e12)).toBe(wrong.LARGEST);
    expect(wrong.heldSlope(2.345)).toBe(2.35);
  });

  it('has the shares of the proof by the slope, and others whatever it is', () => {
    expect(wrong.sharesOf({ kept: 'proof', large: 3 })).toEqual({ beta1: 0, beta2: 0.1 });
    expect(wrong.sharesOf({ kept: 'program', large: 3 })).toEqual(ravine.SHARES.program);
  });

  it('tells a period by its first step', () => {
    const last = {
      adam: { first: -2, others: 3 },
      amsgrad: { first: 0, others: 1 },
      sgd: { first: -4, others: 2 },
    };
    expect(wrong.roundOf({ last }, 'adam')).toEqual({ first: -1, others: 1.5, net: 0.5 });
    expect(wrong.roundOf({ last }, 'amsgrad')).toBeNull();
  });
});
