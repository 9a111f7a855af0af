import { lengthOf } from '../../../src/engine/vector.ts';
import { rootMeanSquare } from '../../../src/engine/moving-mean.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as see from '../../../src/figures/step3/rmsnorm-view.ts';

const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
  minLength: 1,
  maxLength: 32,
});
/** Vectors so long that ε is not felt. */
const vectors = numbers.filter((x) => rootMeanSquare(x) > 0.5);

describe('the norm', () => {
  it('makes a vector as long as the root of its size, and no unit', () => {
    fc.assert(
      fc.property(vectors, (x) => {
        const long = lengthOf(see.normed(x));
        expect(long / Math.sqrt(x.length)).toBeCloseTo(1, 4);
        expect(long).toBeLessThan(Math.sqrt(x.length));
      }),
    );
  });

  it('keeps the direction', () => {
    fc.assert(
      fc.property(vectors, (x) => {
        const y = see.normed(x);
        const times = lengthOf(y) / lengthOf(x);
        y.forEach((yi, i) => expect(yi).toBeCloseTo(x[i] * times, 10));
      }),
    );
  });

  it('never learns of a factor', () => {
    fc.assert(
      fc.property(vectors, fc.double({ min: 0, max: 3, noNaN: true }), (x, tens) => {
        const y = see.normed(see.scaled(x, see.timesOf(tens)));
        see.normed(x).forEach((yi, i) => expect(y[i]).toBeCloseTo(yi, 3));
      }),
    );
  });

  it('lets next to nothing through of what is small against ε', () => {
    const x = [1, -1, 1, -1];
    expect(lengthOf(see.normed(see.scaled(x, 1e-6)))).toBeLessThan(1e-3);
    expect(see.normed([0, 0])).toEqual([0, 0]);
  });
});

describe('length by factor', () => {
  it('goes up in a straight line before the norm and levels off after it', () => {
    const { tens, before, after } = see.lengthCurve([2, 0, 0, 0]);
    expect([tens[0], tens.at(-1)]).toEqual([see.TENS.least, see.TENS.most]);
    const steps = before.slice(1).map((long, i) => long - before[i]);
    for (const step of steps) expect(step).toBeCloseTo(steps[0], 9);
    expect(after.at(-1)).toBeCloseTo(Math.log10(2), 6);
    expect(after.toSorted((a, b) => a - b)).toEqual(after);
    expect(after[0]).toBeLessThan(-2);
  });
});

describe('what is written', () => {
  it('has three figures, or a power of ten', () => {
    expect([0.73, 4, 123.4, 0, 0.00073, 2e7].map(see.shortly)).toEqual([
      '0.730',
      '4.00',
      '123',
      '0',
      '7.3 × 10⁻⁴',
      '2.0 × 10⁷',
    ]);
  });

  it('has no zeros at the end of a factor', () => {
    expect([1, 10, 0.4, 1e-4].map(see.factorText)).toEqual(['1', '10', '0.4', '1 × 10⁻⁴']);
    expect([-6, 0, 2].map(see.tenText)).toEqual(['10⁻⁶', '1', '100']);
  });
});

describe('the layout', () => {
  it('keeps both rows and the curve apart and within the picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 280, max: 900 }),
        fc.integer({ min: 180, max: 900 }),
        (width, height) => {
          const at = see.normLayout({ width, height }, 1);
          expect(at.lengths - at.tall).toBeGreaterThanOrEqual(0);
          expect(at.before - at.reach).toBeGreaterThan(at.lengths);
          expect(at.after - at.reach).toBeGreaterThan(at.before + at.reach);
          expect(at.after + at.reach).toBeLessThanOrEqual(at.curve.top + 1e-6);
          expect(at.curve.bottom).toBeLessThanOrEqual(height);
        },
      ),
    );
  });

  it('cuts off bars that would reach too far', () => {
    const at = { left: 0, right: 10, reach: 5 };
    expect(see.signedBars([1], 20, 1, at)).toBe('M1.2 20.0v-5.0h7.6v5.0');
    expect(see.signedBars([-9], 20, 1, at)).toBe('M1.2 20.0v5.0h7.6v-5.0');
  });
});
