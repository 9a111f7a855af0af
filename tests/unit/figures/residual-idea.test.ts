import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from '../../../content/data/resnet.json';
import references from '../../../content/references.json';
import { layersOf } from '../../../src/engine/ideas/tower.ts';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';
import * as depth from '../../../src/figures/ideas/residual-connections/depth-view.ts';
import { PUBLISHED } from '../../../src/figures/ideas/residual-connections/published.ts';
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
    expect(PUBLISHED.layers).toEqual([layersOf(depth.SHALLOW), layersOf(depth.DEEP)]);
  });

  it('have a source', () => {
    expect(references.some(({ id }) => id === table.source)).toBe(true);
  });
});

describe('towers by depth', () => {
  it('are asked for in an order in which each has its place', () => {
    const view = { ...depth.BEATS[6] };
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

  it('show neither the answer nor deeper towers while it is asked', () => {
    const asked = depth.BEATS[depth.ASKS];
    expect(depth.BLOCKS.slice(0, asked.depths)).not.toContain(depth.DEEP);
    expect(depth.BEATS[depth.ASKS + 1].depths).toBe(depth.BLOCKS.length);
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
    expect(depth.endOf({ ...run, ended: 5 })).toBeNull();
    expect(depth.endOf({ ...run, ended: null })).toBe(3);
    expect(depth.endOf(undefined)).toBeNull();
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
  });

  it('belong to the list and the seed in hand, with four layers', () => {
    const recipe = { ...DEFAULT_RECIPE, seed: 7, heldOut: 100 };
    expect(unplug.deepProgram(recipe)).toMatchObject({ seed: 7, layers: 4, heldOut: 100 });
    expect(unplug.deepProgram(recipe, false)).toMatchObject({ residual: false });
    expect(unplug.unplugQuestion(recipe, 'plain', [[]]).network).toMatchObject({ joint: 'plain' });
  });
});
