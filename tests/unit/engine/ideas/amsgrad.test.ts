import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adam } from '../../../../src/engine/adam.ts';
import { Value } from '../../../../src/engine/autograd.ts';
import {
  amsgrad,
  periodSum,
  slopeAt,
  WALKERS,
  walkAlong,
  type Walker,
} from '../../../../src/engine/ideas/amsgrad.ts';

const eps = 1e-8;
/** The settings of the proof. */
const proof = (large: number) => ({ beta1: 0, beta2: 1 / (1 + large * large), eps });
const PROGRAM = { beta1: 0.85, beta2: 0.99, eps };

const end = (walker: Walker, large: number, period: number, betas = proof(large), steps = 30_000) =>
  walkAlong({ large, period }, walker, betas, steps - (steps % period)).places.at(-1)!;

describe('a sequence of slopes', () => {
  it('is large once a period, and adds up to what pulls', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 50 }),
        fc.integer({ min: 0, max: 100 }),
        (period, large) => {
          const sequence = { large, period };
          let sum = 0;
          for (let t = 1; t <= period; t++) sum += slopeAt(sequence, t);
          expect(sum).toBe(periodSum(sequence));
          expect(slopeAt(sequence, period + 1)).toBe(large);
        },
      ),
    );
  });
});

describe('the walk along it', () => {
  it('leads Adam to the worst end and AMSGrad to the best, for every large slope above 2', () => {
    for (const large of [2.5, 3, 4, 10]) {
      expect(end('adam', large, 3)).toBeGreaterThan(0.95);
      expect(end('amsgrad', large, 3)).toBeLessThan(-0.95);
      expect(end('sgd', large, 3)).toBeLessThan(-0.95);
    }
  });

  it("leads Adam to the best end with the program's means", () => {
    expect(end('adam', 3, 3, PROGRAM)).toBeLessThan(-0.95);
  });

  it("leads Adam with the program's means astray when the large slope is rare", () => {
    expect(end('adam', 101, 101, PROGRAM, 100_000)).toBeGreaterThan(0.9);
    expect(end('amsgrad', 101, 101, PROGRAM, 100_000)).toBeLessThan(-0.8);
  });

  it('stays between its walls', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.integer({ min: 2, max: 20 }),
        fc.constantFrom(...WALKERS),
        (large, period, walker) => {
          const { places } = walkAlong({ large, period }, walker, PROGRAM, 200);
          expect(places.every((x) => x >= -1 && x <= 1)).toBe(true);
        },
      ),
    );
  });
});

describe('AMSGrad', () => {
  const memory = () => ({ m: [0], v: [0], most: [0] });

  it('is Adam without its correction for as long as slopes grow', () => {
    const [one, other] = [new Value(1), new Value(1)];
    const [a, b] = [memory(), memory()];
    for (let t = 1; t <= 20; t++) {
      one.grad = other.grad = t;
      amsgrad([one], 0.1, a, PROGRAM);
      adam([other], 0.1, t, b, { ...PROGRAM, corrected: false });
      expect(one.data).toBe(other.data);
    }
  });

  it('never lets its divisor shrink', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true })), (slopes) => {
        const kept = memory();
        const param = new Value(0);
        let before = 0;
        for (const slope of slopes) {
          param.grad = slope;
          amsgrad([param], 0.1, kept, PROGRAM);
          expect(kept.most[0]).toBeGreaterThanOrEqual(Math.max(before, kept.v[0]));
          before = kept.most[0];
        }
      }),
    );
  });
});
