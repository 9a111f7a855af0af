import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASKS,
  BEATS,
  bestOf,
  EPS,
  inPowers,
  PROGRAM,
  regimesOf,
  sharedDigits,
} from '../../../src/figures/step1/nudging-view.ts';
import { spokenPowers } from '../../../src/figures/step1/powers.tsx';

/** Errors that follow both laws exactly: the bend’s c ε² and rounding’s d / ε. */
const lawful = (c: number, d: number): number[] => EPS.map((eps) => c * eps ** 2 + d / eps);

describe('the amounts to nudge by', () => {
  it('go from a tenth to a millionth of a millionth, four to a power of ten', () => {
    expect([EPS[0], EPS.at(-1)]).toEqual([0.1, 1e-12]);
    for (const [i, eps] of EPS.slice(1).entries()) expect(EPS[i] / eps).toBeCloseTo(1.78, 1);
    expect(EPS[PROGRAM]).toBe(1e-5);
  });

  it('that the story takes are among them, and no error shows before the question', () => {
    for (const { eps } of BEATS) expect(EPS[eps]).toBeGreaterThan(0);
    expect(BEATS.slice(0, ASKS).some(({ shown }) => shown === 'errors')).toBe(false);
  });
});

describe('the best amount', () => {
  it('lies where the bend and rounding are level', () => {
    const best = bestOf(lawful(1, 1e-16))!;
    // c ε² + d / ε is least at the cube root of d / 2c.
    expect(EPS[best] / Math.cbrt(0.5e-16)).toBeGreaterThan(0.5);
    expect(EPS[best] / Math.cbrt(0.5e-16)).toBeLessThan(2);
  });

  it('is not one that rounding hits by luck', () => {
    const errors = lawful(1, 1e-16);
    errors[40] = 1e-30;
    expect(bestOf(errors)).toBe(bestOf(lawful(1, 1e-16)));
  });

  it('is none where nothing is wrong, or nothing is known', () => {
    expect(bestOf(EPS.map(() => 0))).toBeNull();
    expect(bestOf(EPS.map(() => NaN))).toBeNull();
  });
});

describe('the two laws of the error', () => {
  it('are found again from the errors that follow them', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 10, noNaN: true }), (c) => {
        const errors = lawful(c, 1e-16);
        const { truncation, rounding } = regimesOf(errors, bestOf(errors));
        expect(truncation! / c).toBeCloseTo(1, 1);
        expect(rounding! / 1e-16).toBeCloseTo(1, 1);
      }),
    );
  });

  it('are not drawn without a best amount', () => {
    expect(regimesOf([], null)).toEqual({ truncation: null, rounding: null });
  });
});

describe('numbers as they are written', () => {
  it('share the digits that two losses have in common', () => {
    expect(sharedDigits(2.19945, 2.19946, 5)).toBe('2.1994'.length);
    expect(sharedDigits(2.5, 2.5, 3)).toBe('2.500'.length);
    expect(sharedDigits(9.99, 10.01, 2)).toBe(0);
  });

  it('have their power of ten raised', () => {
    expect(inPowers(3.94e-12)).toEqual({ factor: '3.9', exponent: -12 });
    expect(inPowers(1e-5)).toEqual({ factor: '1', exponent: -5 });
    expect([inPowers(0), inPowers(Infinity)]).toEqual([null, null]);
    expect([3.94e-12, 0.001, 0, NaN].map(spokenPowers)).toEqual([
      '3.9 × 10^−12',
      '10^−3',
      '0',
      '–',
    ]);
  });
});
