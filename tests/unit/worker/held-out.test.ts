import { describe, expect, it } from 'vitest';
import type { Input, Progress, Result } from '../../../src/worker/protocol.ts';
import { operations } from '../../../src/worker/operations/index.ts';
import { Workspace } from '../../../src/worker/workspace.ts';
import { NAMES, recipe } from './fakes.ts';

const own = new Workspace();
own.provide('twelve', NAMES);

function finish<R>(work: R | Generator<Progress, R>): R {
  if (typeof work !== 'object' || work === null || !('next' in work)) return work as R;
  for (const steps = work as Generator<Progress, R>; ;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}
const heldOut = (input: Partial<Input<'heldOut'>>): Result<'heldOut'> =>
  finish(operations.heldOut(own, { recipe, steps: [0], alpha: 1, ...input }));

describe('held-out losses at chosen steps', () => {
  it('are those of the run where the run measures too', () => {
    const { heldOut: curve } = finish(operations.losses(own, { recipe }));
    expect(heldOut({ steps: curve.steps }).nats).toEqual(curve.nats);
  });

  it('do not depend on which other steps are asked for', () => {
    const [, five] = heldOut({ steps: [2, 5, 8] }).nats;
    expect(heldOut({ steps: [5] }).nats).toEqual([five]);
  });

  it('start at knowing nothing', () => {
    const { labels } = finish(operations.data(own, { recipe }));
    expect(heldOut({ steps: [0] }).nats[0]).toBeCloseTo(Math.log(labels.length), 12);
  });

  it('go on past the run, and stop at the end of the list', () => {
    const [twelve, more] = heldOut({ steps: [12, 5000] }).nats;
    expect(more).toBe(twelve);
    expect(twelve).toBeLessThan(heldOut({ steps: [8] }).nats[0]);
  });

  it('are infinite without smoothing while a pair is unseen, and never NaN', () => {
    expect(heldOut({ steps: [0, 8], alpha: 0 }).nats).toEqual([Infinity, Infinity]);
    expect(heldOut({ steps: [12], alpha: 0 }).nats[0]).toBeLessThan(Infinity);
  });

  it('are none when nothing is held out', () => {
    const all = { ...recipe, steps: 12 };
    expect(heldOut({ recipe: all, steps: [0, 12] })).toEqual({ nats: [], documents: 0 });
  });
});

describe('the surprise of a text', () => {
  const surprise = (text: string, alpha = 1) =>
    finish(operations.surprise(own, { recipe, step: 8, text, alpha }));

  it('multiplies probabilities on the way and adds nats, to the same end', () => {
    const { p, nats, products, total, mean } = surprise('anna');
    expect(products[0]).toBe(p[0]);
    expect(-Math.log(products.at(-1)!)).toBeCloseTo(total, 12);
    expect(total).toBeCloseTo(
      nats.reduce((a, b) => a + b),
      12,
    );
    expect(mean).toBeCloseTo(total / nats.length, 12);
  });

  it('ends at nothing once a pair is impossible', () => {
    const { products, total, mean } = surprise('dd', 0);
    expect(products.at(-1)).toBe(0);
    expect([total, mean]).toEqual([Infinity, Infinity]);
  });
});
