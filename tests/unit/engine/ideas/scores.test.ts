import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softmax } from '../../../../src/engine/by-hand.ts';
import { logitSlopes, scoreOf, type Score } from '../../../../src/engine/ideas/scores.ts';

const SCORES: Score[] = ['log', 'squared'];
const logits = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), {
  minLength: 2,
  maxLength: 8,
});

describe('a score of probabilities', () => {
  it('is nothing when all was given to what came', () => {
    for (const score of SCORES) expect(scoreOf([0, 1, 0], 1, score)).toBeCloseTo(0, 15);
  });

  it('is greater, the less was given to what came', () => {
    for (const score of SCORES)
      expect(scoreOf([0.1, 0.9], 0, score)).toBeGreaterThan(scoreOf([0.2, 0.8], 0, score));
  });

  it('is bounded when squared, and not as a logarithm', () => {
    expect(scoreOf([0, 1], 0, 'squared')).toBe(2);
    expect(scoreOf([0, 1], 0, 'log')).toBe(Infinity);
  });
});

describe('the slopes of a score along the logits', () => {
  it('are what nudging each logit gives', () => {
    fc.assert(
      fc.property(logits, fc.nat(), fc.constantFrom(...SCORES), (z, pick, score) => {
        const target = pick % z.length;
        const slopes = logitSlopes(softmax(z), target, score);
        const eps = 1e-5;
        z.forEach((_, j) => {
          const nudged = (by: number) => softmax(z.map((v, i) => (i === j ? v + by : v)));
          const up = scoreOf(nudged(eps), target, score);
          const down = scoreOf(nudged(-eps), target, score);
          expect(slopes[j]).toBeCloseTo((up - down) / (2 * eps), 7);
        });
      }),
    );
  });

  it('add up to nothing, since adding to every logit changes nothing', () => {
    fc.assert(
      fc.property(logits, fc.constantFrom(...SCORES), (z, score) => {
        const total = logitSlopes(softmax(z), 0, score).reduce((a, b) => a + b, 0);
        expect(total).toBeCloseTo(0, 12);
      }),
    );
  });

  it('vanish for a sure mistake when squared, and are steepest there as a logarithm', () => {
    const sure = [1e-6, 1 - 1e-6];
    expect(Math.abs(logitSlopes(sure, 0, 'squared')[0])).toBeLessThan(1e-5);
    expect(logitSlopes(sure, 0, 'log')[0]).toBeCloseTo(-1, 5);
  });
});
