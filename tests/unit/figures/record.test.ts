import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, boxed } from '../../../src/figures/step2/amounts.ts';
import { recordLayout } from '../../../src/figures/step2/record-layout.ts';
import { BEATS, keep, OPERATIONS, takesTwo } from '../../../src/figures/step2/record-view.ts';

describe('numbers of any size', () => {
  it('are said shortly', () => {
    const said = [-6, 0, -0, 1 / 3, 20.0855369, 123456, 12345678, 1.234e-9, -Infinity, NaN];
    expect(said.map(amount)).toEqual([
      '−6', '0', '0', '0.33333', '20.086', '123460', '1.23e7', '1.23e-9', '−∞', 'NaN',
    ]); // prettier-ignore
  });
  it('fit a box of a graph', () => {
    expect([-1 / 3, 20.0855369, -403.42879, 8103.0839, 0.0497].map(boxed)).toEqual([
      '−0.333', '20.09', '−403.4', '8103', '0.05',
    ]); // prettier-ignore
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => boxed(x).replace('−', '').length <= 6),
    );
  });
});

describe('the record of two numbers', () => {
  it('has gradients only once somebody has walked back', () => {
    const walked = keep(BEATS[3]);
    expect([walked.c.grad, walked.a.grad, walked.b.grad]).toEqual([1, -2, 3]);
    const before = keep(BEATS[2]);
    expect([before.c.grad, before.a.grad, before.b.grad]).toEqual([0, 0, 0]);
  });
  it('is told by trying what its local gradients say', () => {
    const small = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(small, small, fc.constantFrom(...OPERATIONS), (a, b, op) => {
        const { nudges } = keep({ ...BEATS[1], a, b, op });
        expect(nudges).toHaveLength(takesTwo(op) ? 2 : 1);
        for (const { moved, said } of nudges) expect(moved).toBeCloseTo(said, 4);
      }),
    );
  });
});

describe('the place of the records', () => {
  const sizes = [
    { width: 358, height: 190 },
    { width: 468, height: 440 },
    { width: 640, height: 800 },
  ];
  it.each(sizes)('is beside one another, $width px wide', (size) => {
    for (const scale of [1, 1.25]) {
      const at = recordLayout(size, scale);
      expect(at.left).toBeLessThan(at.x);
      expect(at.x + at.right).toBeLessThanOrEqual(size.width);
      expect(at.top + 7 * at.row).toBeLessThanOrEqual(at.height);
      expect(at.makers[1]).toBeGreaterThanOrEqual(at.makers[0] + 4 * at.row);
    }
  });
  it('leaves room for the trial where the page is high enough', () => {
    expect(recordLayout(sizes[0], 1).nudges).toBeNull();
    const { nudges } = recordLayout(sizes[1], 1);
    expect(nudges).toBeGreaterThan(0);
    expect((nudges ?? 0) + 3 * 28).toBeLessThanOrEqual(440);
  });
});
