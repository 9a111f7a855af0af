import { describe, expect, it } from 'vitest';
import { asker, small, twelve } from './asking.ts';

const ask = asker(twelve());
const recipe = small(1, { steps: 8, heldOut: 4, rate: 1 });
const measureAt = [0, 4, 8];

describe("Step 1's network by a score", () => {
  it("is Step 1's own run by the logarithm at its own rate", () => {
    const own = ask('evaluate', { recipe, steps: measureAt });
    const run = ask('scoredRun', { recipe, score: 'log', rate: 1, measureAt });
    expect(run.measured).toEqual(measureAt);
    run.nats.forEach((nats, i) => expect(nats).toBeCloseTo(own.nats[i], 12));
  });

  it('begins at the same place by either score, and goes another way', () => {
    const log = ask('scoredRun', { recipe, score: 'log', rate: 1, measureAt });
    const squared = ask('scoredRun', { recipe, score: 'squared', rate: 1, measureAt });
    expect(squared.nats[0]).toBe(log.nats[0]);
    expect(squared.nats[2]).not.toBe(log.nats[2]);
  });

  it('says when the rate was too large for it', () => {
    const run = ask('scoredRun', { recipe, score: 'log', rate: 1e6, measureAt });
    expect(run.ended).toBeGreaterThan(0);
    expect(run.nats.every(Number.isFinite)).toBe(true);
  });

  it('measures nothing, and is not broken, where no name is held out', () => {
    const whole = { ...recipe, steps: 12 };
    const run = ask('scoredRun', { recipe: whole, score: 'log', rate: 1, measureAt });
    expect(run).toMatchObject({ nats: [], ended: null });
  });
});
