import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from '../../../content/data/resnet.json';
import references from '../../../content/references.json';
import { layersOf } from '../../../src/engine/ideas/tower.ts';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import * as depth from '../../../src/figures/ideas/residual-connections/depth-view.ts';
import { PUBLISHED } from '../../../src/figures/ideas/residual-connections/published.ts';
import * as errors from '../../../src/figures/ideas/residual-connections/errors-view.ts';
import * as towers from '../../../src/figures/ideas/residual-connections/towers.ts';
import * as unplug from '../../../src/figures/ideas/residual-connections/unplug-view.ts';

describe('the four published errors', () => {
  it('say that depth made plain networks worse and residual ones better', () => {
    const [shallow, deep] = PUBLISHED.plain;
    expect(deep).toBeGreaterThan(shallow);
    expect(PUBLISHED.residual[1]).toBeLessThan(PUBLISHED.residual[0]);
    expect(deep - shallow).toBeCloseTo(0.6, 10);
    expect(PUBLISHED.plain[1] - PUBLISHED.residual[1]).toBeCloseTo(3.51, 10);
  });

  it('are of 18 and 34 layers, as two of our towers are', () => {
    expect(PUBLISHED.layers).toEqual([layersOf(towers.SHALLOW), layersOf(towers.DEEP)]);
  });

  it('have a source', () => {
    expect(references.some(({ id }) => id === table.source)).toBe(true);
  });
});

describe('towers by depth', () => {
  it('are asked for in an order in which each has its place', () => {
    const view = { ...depth.BEATS[5] };
    const questions = depth.towerQuestions(DEFAULT_RECIPE, view);
    for (const joint of depth.JOINTS)
      for (const blocks of depth.BLOCKS)
        expect(questions[depth.placeOf(joint, blocks)]).toMatchObject({ joint, blocks });
  });

  it('do not depend on the settings of any program', () => {
    const one = depth.towerQuestions({ ...DEFAULT_RECIPE, model: 5, rate: 3 }, depth.BEATS[0]);
    expect(one).toEqual(depth.towerQuestions(DEFAULT_RECIPE, depth.BEATS[0]));
  });

  it('are found on the axis by the nearest number of layers', () => {
    expect(depth.nearestBlocks(34)).toBe(16);
    expect(depth.nearestBlocks(30)).toBe(16);
    expect(depth.nearestBlocks(1)).toBe(1);
    expect(depth.nearestBlocks(1e6)).toBe(32);
  });

  it('offer guesses of which one is nearest to any truth', () => {
    expect(depth.nearestTimes(230)).toBe(100);
    expect(depth.nearestTimes(0.0002)).toBe(0.001);
    expect(depth.nearestTimes(1.5)).toBe(1);
    expect(depth.BEATS[depth.ASKS].panel).not.toBe('slopes');
    expect(depth.BEATS[depth.ASKS + 1].panel).toBe('slopes');
  });

  it('have an axis that reaches from under the floor to all ends, or near to letters alone', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 2, max: 4, noNaN: true })), (ends) => {
        const [low, high] = depth.spanOf(2, 2.5, ends);
        expect(low).toBeLessThan(2);
        expect(high).toBeGreaterThan(2.2);
        expect(high).toBeLessThan(2.7);
      }),
    );
  });

  it('stand beside one closer look, or give way to it', () => {
    const wide = depth.layoutOf({ width: 720, height: 400 }, 1, 'slopes');
    expect(wide.ends!.width + wide.beside!.width).toBeLessThan(720);
    expect(depth.layoutOf({ width: 358, height: 240 }, 1, 'slopes').ends).toBeNull();
    expect(depth.layoutOf({ width: 358, height: 240 }, 1, 'ends').beside).toBeNull();
  });

  it('have no end where they broke down', () => {
    const run = { at: [], losses: [3], slopes: [], parameters: 1, floor: 1, unigram: 2 };
    expect(towers.endOf({ ...run, ended: 5 })).toBeNull();
    expect(towers.endOf({ ...run, ended: null })).toBe(3);
    expect(towers.endOf(undefined)).toBeNull();
  });
});

describe('pairs of depths', () => {
  it('keep the error that is asked about to themselves', () => {
    expect(errors.published(1, false)).toEqual([{ kind: 'plain', shallow: 27.94, deep: null }]);
    expect(errors.published(2, true).map(({ deep }) => deep)).toEqual([28.54, 25.03]);
    expect(errors.GUESS.min).toBeLessThan(PUBLISHED.residual[1]);
    expect(errors.GUESS.max).toBeGreaterThan(PUBLISHED.plain[1]);
  });

  it('have numbers that do not stand on each other, in their own order', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (a, b) => {
          const [first, second] = errors.beside([a, b], 17);
          expect(Math.abs(first - second)).toBeGreaterThan(16.9);
          if (a !== b) expect(Math.sign(first - second)).toBe(Math.sign(a - b));
        },
      ),
    );
    expect(errors.beside([5], 17)).toEqual([5]);
  });

  it('stand within their axis, and on a phone one at a time', () => {
    const pairs = errors.published(2, true);
    const [low, high] = errors.spanOf(pairs);
    for (const { shallow, deep } of pairs)
      for (const end of [shallow!, deep!]) expect(end > low && end < high).toBe(true);
    expect(errors.spanOf([{ kind: 'plain', shallow: null, deep: null }])).toEqual([0, 1]);
    const phone = { width: 358, height: 240 };
    expect(errors.splitOf(phone, 1, errors.BEATS[3]).first).toBeNull();
    expect(errors.splitOf(phone, 1, errors.BEATS[0]).second).toBeNull();
    const wide = errors.splitOf({ width: 720, height: 400 }, 1, errors.BEATS[0]);
    expect(wide.second!.left + wide.second!.width).toBeLessThanOrEqual(720);
  });
});

describe('branches to unplug', () => {
  it('are toggled one at a time, and kept in order', () => {
    expect(unplug.toggled([1, 5], 3)).toEqual([1, 3, 5]);
    expect(unplug.toggled([1, 3, 5], 3)).toEqual([1, 5]);
  });

  it('are two halves a layer, or blocks', () => {
    expect(unplug.branchOf('gpt', 0)).toEqual({ half: 'attention', number: 1 });
    expect(unplug.branchOf('gpt', 7)).toEqual({ half: 'mlp', number: 4 });
    expect(unplug.branchOf('plain', 7)).toEqual({ half: 'block', number: 8 });
    expect(unplug.BRANCHES).toBe(2 * unplug.LAYERS);
  });

  it('have prices once all are measured', () => {
    const nats = [2, ...Array.from({ length: unplug.BRANCHES }, (_, i) => 2 + i / 50)];
    const prices = unplug.pricesOf(nats)!;
    expect(prices[3]).toBeCloseTo(0.06, 12);
    expect(unplug.missable(prices)).toBe(1);
    expect(unplug.pricesOf(nats.slice(1))).toBeNull();
    expect(unplug.pricesOf(undefined)).toBeNull();
    expect(unplug.pricesOf(nats.map(() => NaN))).toBeNull();
  });

  it('belong to the list and the seed in hand, with four layers', () => {
    const recipe = { ...DEFAULT_RECIPE, seed: 7, heldOut: 100 };
    expect(unplug.deepProgram(recipe)).toMatchObject({ seed: 7, layers: 4, heldOut: 100 });
    expect(unplug.deepProgram(recipe, false)).toMatchObject({ residual: false });
    expect(unplug.unplugQuestion(recipe, 'plain', [[]]).network).toMatchObject({ joint: 'plain' });
  });
});
