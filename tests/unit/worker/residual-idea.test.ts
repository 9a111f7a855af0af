import { describe, expect, it } from 'vitest';
import type { Pluggable } from '../../../src/worker/protocol.ts';
import { asker, small, twelve } from './asking.ts';

const ask = asker(twelve());
const recipe = small(5, { steps: 8, heldOut: 4, layers: 2 });
const settings = { joint: 'after', blocks: 3, rate: 0.1, steps: 30 } as const;
const tower: Pluggable = { kind: 'tower', ...settings };
const gpt: Pluggable = { kind: 'gpt' };

describe('a tower', () => {
  it('tells its losses from first to last, its gradients and its floors', () => {
    const run = ask('tower', { recipe, ...settings });
    expect(run.at[0]).toBe(0);
    expect(run.at.at(-1)).toBe(30);
    expect(run.losses).toHaveLength(run.at.length);
    expect(run.slopes).toHaveLength(3);
    expect(run.losses.at(-1)).toBeLessThan(run.losses[0]);
    expect(run.floor).toBeLessThan(run.unigram);
    expect(run.ended).toBeNull();
  });

  it('is another for another seed, and the same when asked again', () => {
    const end = (seed: number) =>
      ask('tower', { recipe: { ...recipe, seed }, ...settings }).losses.at(-1);
    expect(end(1)).toBe(end(1));
    expect(end(1)).not.toBe(end(2));
  });

  it('refuses depths, steps and rates that are none', () => {
    for (const wrong of [
      { blocks: 0 },
      { blocks: 2.5 },
      { blocks: 1000 },
      { steps: 0 },
      { rate: 0 },
    ])
      expect(() => ask('tower', { recipe, ...settings, ...wrong })).toThrow('recipe-unusable');
  });

  it('is measured whole and without blocks, in any order of asking', () => {
    const run = ask('tower', { recipe, ...settings });
    const { nats } = ask('unplug', { recipe, network: tower, sets: [[], [0], [1], [0, 1, 2]] });
    expect(nats[0]).toBe(run.losses.at(-1));
    expect(ask('unplug', { recipe, network: tower, sets: [[1]] }).nats[0]).toBe(nats[2]);
    expect(nats[3]).not.toBe(nats[0]);
  });
});

describe("the guide's network", () => {
  it('is its own run with everything in', () => {
    const { nats } = ask('evaluate', { recipe, steps: [8] });
    expect(ask('unplug', { recipe, network: gpt, sets: [[]] }).nats[0]).toBeCloseTo(nats[0], 12);
  });

  it('stays as it was after branches have been taken out', () => {
    const before = ask('unplug', { recipe, network: gpt, sets: [[]] }).nats[0];
    const { nats } = ask('unplug', { recipe, network: gpt, sets: [[0], [3], [0, 1, 2, 3], []] });
    expect(nats[0]).not.toBe(before);
    expect(nats[3]).toBe(before);
    expect(ask('unplug', { recipe, network: gpt, sets: [[]] }).nats[0]).toBe(before);
  });

  it('takes no notice of a branch that it does not have', () => {
    const { nats } = ask('unplug', { recipe, network: gpt, sets: [[], [17]] });
    expect(nats[1]).toBe(nats[0]);
  });
});
