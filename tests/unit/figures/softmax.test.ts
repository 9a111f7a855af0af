import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  SHIFTS,
  bareState,
  barsPath,
  columnsOf,
  heightOf,
  largestChange,
  limits,
  sized,
  softmaxLayout,
  valueAt,
} from '../../../src/figures/step1/softmax-view.ts';

const logits = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
});

describe('the rows of the softmax figure', () => {
  it('keep their probabilities, but for rounding, whatever is added to all logits', () => {
    fc.assert(
      fc.property(logits, fc.constantFrom(...SHIFTS), (row, shift) => {
        const change = largestChange(columnsOf(row, shift).probs, columnsOf(row, 0).probs);
        expect(change).toBeLessThan(1e-11);
      }),
    );
  });

  it('subtract the largest: no exponential is above 1 and one of them is 1', () => {
    fc.assert(
      fc.property(logits, fc.constantFrom(...SHIFTS), (row, shift) => {
        expect(Math.max(...columnsOf(row, shift).exps)).toBe(1);
      }),
    );
  });

  it('agree with plain exp as long as that is finite', () => {
    const columns = columnsOf([1, 2, 3], 10);
    expect(bareState(columns)).toBe('same');
    expect(largestChange(columns.probs, columns.bareProbs)).toBeLessThan(1e-15);
  });
});

describe('plain exp', () => {
  const row = [4, 3.9, -2];

  it('loses its sum first, and then its largest', () => {
    const limit = limits(row);
    expect(limit.sum).toBeLessThan(limit.one);
    expect(bareState(columnsOf(row, limit.sum - 0.001))).toBe('same');
    const lost = columnsOf(row, (limit.sum + limit.one) / 2);
    expect(bareState(lost)).toBe('sum');
    expect(lost.bareProbs).toEqual([0, 0, 0]);
    const over = columnsOf(row, limit.one + 0.001);
    expect(bareState(over)).toBe('one');
    expect(over.bareProbs[0]).toBeNaN();
  });

  it('vanishes at the other end, and then divides nothing by nothing', () => {
    const gone = columnsOf(row, -760);
    expect(bareState(gone)).toBe('zero');
    expect(gone.bareProbs.every(Number.isNaN)).toBe(true);
    expect(gone.probs[0]).toBeGreaterThan(0.5);
  });
});

describe('numbers of any size', () => {
  it('are said in a few characters', () => {
    expect(sized(2.784)).toBe('2.78');
    expect(sized(1.79e308)).toBe('1.8 × 10³⁰⁸');
    expect(sized(4.2e-17)).toBe('4.2 × 10⁻¹⁷');
    expect(sized(0)).toBe('0');
    expect(sized(Infinity)).toBe('∞');
    expect(sized(NaN)).toBe('NaN');
  });
});

describe('the bands', () => {
  const row = [2, -1, 0.5];
  const at = softmaxLayout(300, 400, columnsOf(row, 0), row, 0, true);

  it('stand one under another within the height', () => {
    expect(at.bands.map(({ name }) => name)).toEqual(['logits', 'bare', 'exps', 'probs']);
    for (const [i, band] of at.bands.entries()) {
      expect(band.top).toBeLessThan(band.bottom);
      if (i > 0) expect(band.top).toBeGreaterThan(at.bands[i - 1].bottom);
    }
    expect(at.letters).toBeLessThanOrEqual(400);
  });

  it('find the value at a height again', () => {
    const [band] = at.bands;
    expect(valueAt(band, heightOf(band, 1.25))).toBeCloseTo(1.25, 10);
  });

  it('leave room to drag above the largest logit and below the least', () => {
    const [band] = at.bands;
    expect(band.high).toBeGreaterThan(2);
    expect(band.low).toBeLessThan(-1);
  });

  it('draw no bar for what is not a number', () => {
    const [band] = at.bands;
    expect(barsPath(at, band, [NaN, 1, NaN], () => true).match(/M/g)).toHaveLength(1);
  });
});
