import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cos, exp, log, pow, sin } from '../../../src/engine/math.ts';
import { Random } from '../../../src/engine/random.ts';
import { cosOf, expOf, fixed, lnOf, nextUp, scaled, sinOf, ulps } from './precise.ts';

/** `count` numbers from a seeded generator, spread evenly or over many sizes. */
function numbers(count: number, make: (random: Random) => number): number[] {
  const random = new Random(7);
  return Array.from({ length: count }, () => make(random));
}
const between = (low: number, high: number) => (random: Random) =>
  low + (high - low) * random.random();
const ofSize = (low: number, high: number) => (random: Random) => {
  const size = low + random.randbelow(high - low + 1);
  return scaled(1 + random.random(), size);
};
const signed = (make: (random: Random) => number) => (random: Random) =>
  random.random() < 0.5 ? make(random) : -make(random);

function worst(xs: number[], error: (x: number) => number): number {
  return xs.reduce((most, x) => Math.max(most, error(x)), 0);
}

describe('accuracy, in units of the last place', () => {
  const logError = (x: number) => ulps(log(x), lnOf(fixed(x)));
  it.each([
    ['near one', numbers(1500, between(0.7, 1.42))],
    ['probabilities', numbers(1500, between(0, 1))],
    ['numbers of every size', numbers(1500, ofSize(-120, 1000))],
    ['one and its neighbours', [nextUp(1), 1 - 2 ** -53, 1 + 2 ** -30, 1 - 2 ** -21]],
  ])('log of %s is within 1', (_, xs) => {
    expect(worst(xs, logError)).toBeLessThan(1);
  });

  const expError = (x: number) => {
    const { mantissa, exponent } = expOf(fixed(x));
    return ulps(exp(x), mantissa, exponent);
  };
  it.each([
    ['small numbers', numbers(1500, between(-1, 1))],
    ['logits', numbers(1500, between(-40, 40))],
    ['all that has a normal result', numbers(1500, between(-708, 709.7))],
    ['tiny numbers', numbers(300, signed(ofSize(-60, -5)))],
  ])('exp of %s is within 1', (_, xs) => {
    expect(worst(xs, expError)).toBeLessThan(1);
  });

  const powError = ([x, y]: [number, number]) => {
    const { mantissa, exponent } = expOf((fixed(y) * lnOf(fixed(x))) >> 256n);
    return ulps(pow(x, y), mantissa, exponent);
  };
  const powers = (
    count: number,
    base: (random: Random) => number,
    exponent: (random: Random) => number,
  ): [number, number][] => {
    const random = new Random(11);
    return Array.from({ length: count }, () => [base(random), exponent(random)]);
  };
  it.each([
    ['moderate numbers', powers(1500, between(0.01, 10), between(-30, 30))],
    ['decay rates', powers(1000, between(0.8, 1), (random) => 1 + random.randbelow(2000))],
    ['inverse roots', powers(500, ofSize(-20, 20), () => -0.5)],
    ['probabilities at temperatures', powers(1000, between(0, 1), between(0.2, 10))],
    ['bases of every size', powers(1000, ofSize(-100, 300), between(-3, 3))],
    ['bases near one', powers(500, (r) => 1 + scaled(r.random(), -21), between(1e3, 1e9))],
    ['huge exponents', powers(300, (r) => 1 + scaled(r.random(), -25), between(3e9, 2e10))],
  ])('pow of %s is within 1', (_, pairs) => {
    const most = pairs.reduce((error, pair) => Math.max(error, powError(pair)), 0);
    expect(most).toBeLessThan(1);
  });

  const angles: [string, number[]][] = [
    ['one turn', numbers(1500, between(0, 6.283185307179586))],
    ['small angles', numbers(300, signed(ofSize(-40, -1)))],
    ['some turns', numbers(1000, between(-1e5, 1e5))],
    ['many turns', numbers(300, signed(ofSize(20, 190)))],
    ['multiples of a quarter turn', numbers(600, (r) => r.randbelow(1e6) * (Math.PI / 2))],
  ];
  it.each(angles)('sin of %s is within 1', (_, xs) => {
    expect(worst(xs, (x) => ulps(sin(x), sinOf(fixed(x))))).toBeLessThan(1);
  });
  it.each(angles)('cos of %s is within 1', (_, xs) => {
    expect(worst(xs, (x) => ulps(cos(x), cosOf(fixed(x))))).toBeLessThan(1);
  });
  it('sin and cos of the largest numbers agree with published values', () => {
    // Kahan's example, whose nearest multiple of π/2 is as near as any double's.
    expect(cos(6381956970095103 * 2 ** 797)).toBe(-4.68716592425462761112e-19);
    expect(sin(1e22)).toBe(-0.8522008497671888);
    expect(sin(Number.MAX_VALUE)).toBe(0.004961954789184062);
  });
});

describe('special values', () => {
  it('log has its pole at zero and ends below it', () => {
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(1)).toBe(0);
    expect(log(-1)).toBeNaN();
    expect(log(NaN)).toBeNaN();
    expect(log(Infinity)).toBe(Infinity);
    expect(log(Number.MIN_VALUE)).toBe(-744.4400719213812);
    expect(log(Number.MAX_VALUE)).toBe(709.782712893384);
  });
  it('exp overflows to infinity and underflows to zero through the subnormals', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(1)).toBe(Math.E);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
    expect(exp(709.782712893384)).toBeCloseTo(1.7976931348622732e308, -300);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(Number.MIN_VALUE);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(exp(-710)).toBe(4.47628622567513e-309);
  });
  it('pow follows C and Python', () => {
    expect(pow(NaN, 0)).toBe(1);
    expect(pow(1, NaN)).toBe(1);
    expect(pow(1, Infinity)).toBe(1);
    expect(pow(-1, -Infinity)).toBe(1);
    expect(pow(0.5, Infinity)).toBe(0);
    expect(pow(0.5, -Infinity)).toBe(Infinity);
    expect(pow(-2, Infinity)).toBe(Infinity);
    expect(pow(0, -1)).toBe(Infinity);
    expect(pow(-0, -3)).toBe(-Infinity);
    expect(pow(-0, 3)).toBe(-0);
    expect(pow(-0, 2)).toBe(0);
    expect(pow(-0, 0.5)).toBe(0);
    expect(pow(-Infinity, 3)).toBe(-Infinity);
    expect(pow(-Infinity, -2)).toBe(0);
    expect(pow(Infinity, 0.5)).toBe(Infinity);
    expect(pow(-8, 3)).toBe(-512);
    expect(pow(-8, 1 / 3)).toBeNaN();
    expect(pow(NaN, 2)).toBeNaN();
    expect(pow(2, NaN)).toBeNaN();
    expect(pow(2, 1024)).toBe(Infinity);
    expect(pow(-2, 1025)).toBe(-Infinity);
    expect(pow(2, -1074)).toBe(Number.MIN_VALUE);
    expect(pow(2, -1080)).toBe(0);
    expect(Math.abs(pow(5e-324, 0.25) / 1.4908919308538355e-81 - 1)).toBeLessThan(3e-16);
    expect(pow(1.0000001, 1e300)).toBe(Infinity);
    expect(pow(0.9999999, 1e300)).toBe(0);
    expect(pow(-1.0000001, -1e300)).toBe(0);
  });
  it('pow of whole numbers is exact where the result is a double', () => {
    for (let base = 2; base <= 10; base++) {
      let product = 1;
      for (let n = 0; product < 2 ** 53; n++, product *= base) {
        expect(pow(base, n)).toBe(product);
      }
    }
  });
  it('sin and cos keep zero, are odd and even, and have no value at infinity', () => {
    expect(sin(0)).toBe(0);
    expect(sin(-0)).toBe(-0);
    expect(cos(0)).toBe(1);
    expect(sin(1e-9)).toBe(1e-9);
    expect(sin(-2)).toBe(-sin(2));
    expect(cos(-2)).toBe(cos(2));
    expect(cos(1e9)).toBe(cos(-1e9));
    for (const x of [Infinity, -Infinity, NaN]) {
      expect(sin(x)).toBeNaN();
      expect(cos(x)).toBeNaN();
    }
  });
});

describe('shape', () => {
  it('log and exp never fall from one number to the next', () => {
    for (const x of numbers(4000, between(1e-3, 30))) {
      expect(log(nextUp(x))).toBeGreaterThanOrEqual(log(x));
      expect(exp(nextUp(x))).toBeGreaterThanOrEqual(exp(x));
    }
  });
  it('log and exp undo each other to a few last places', () => {
    for (const x of numbers(500, between(0.5, 5))) {
      expect(Math.abs(log(exp(x)) - x)).toBeLessThan(4e-16 * Math.max(1, x));
    }
  });
});

describe('bits', () => {
  it('never change: the hash of a sweep over all functions', () => {
    const hash = createHash('sha256');
    const random = new Random(2026);
    const block = new DataView(new ArrayBuffer(48));
    for (let i = 0; i < 20_000; i++) {
      const unit = random.random();
      const x = scaled(1 + unit, random.randbelow(41) - 20);
      const y = 20 * random.random() - 10;
      const results = [log(x), log(unit), exp(y), pow(x, y), sin(x), cos(x)];
      results.forEach((value, k) => block.setFloat64(8 * k, value));
      hash.update(new Uint8Array(block.buffer));
    }
    expect(hash.digest('hex')).toBe(
      'e8846b34d57007ed4da50444025df6a5ac50fe48e9a57a9fa2f5665626e53a2f',
    );
  });
});
