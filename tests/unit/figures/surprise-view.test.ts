import { describe, expect, it } from 'vitest';
import {
  BEATS,
  dearest,
  halvings,
  NATS_IN,
  oddsMarks,
  powerOfTen,
  priceCurve,
  raised,
  rulerMarks,
} from '../../../src/figures/step0/surprise-view.ts';

describe('the price of each letter', () => {
  it('is told in four beats, the last in bits', () => {
    expect(BEATS.map(({ part, unit }) => `${part} ${unit}`)).toEqual([
      'product nats',
      'curve nats',
      'sum nats',
      'sum bits',
    ]);
  });

  it('is highest for the first of the dearest pairs', () => {
    expect(dearest([1, 3, 2, 3])).toBe(1);
    expect(dearest([])).toBe(0);
  });

  it('falls from its most to nothing where the letter is sure', () => {
    const curve = priceCurve(4, 8);
    expect(curve[0]).toEqual([1, 0]);
    for (const [p, nats] of curve) expect(-Math.log(p)).toBeCloseTo(nats, 12);
    expect(curve.at(-1)?.[1]).toBe(4);
  });

  it('rises by one bit with each halving', () => {
    expect(halvings(2 * NATS_IN.bits + 0.01)).toEqual([1, 0.5, 0.25]);
    expect(halvings(1e6)).toHaveLength(64);
  });
});

describe('the rulers', () => {
  it('are marked at round numbers', () => {
    expect(rulerMarks(15.7, 6)).toEqual([0, 5, 10, 15]);
    expect(rulerMarks(22.6, 6)).toEqual([0, 5, 10, 15, 20]);
    expect(rulerMarks(3.4, 6)).toEqual([0, 1, 2, 3]);
    expect(rulerMarks(0, 6)).toEqual([0]);
  });
  it('count odds in powers of ten, some left out on a long way', () => {
    expect(oddsMarks(Math.log(6.4e6), 10)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(oddsMarks(Math.log(1e20), 7)).toEqual([0, 3, 6, 9, 12, 15, 18]);
  });
  it('write large odds as a power of ten', () => {
    expect(powerOfTen(6.42e12)).toEqual({ mantissa: '6.4', exponent: 12 });
    expect(powerOfTen(9.97e12)).toEqual({ mantissa: '1.0', exponent: 13 });
    expect(`10${raised(20)}`).toBe('10²⁰');
  });
});
