import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normed, normWork } from '../../../../src/engine/ideas/norm-work.ts';

const vector = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), {
  minLength: 2,
  maxLength: 20,
});
const mean = (x: readonly number[]) => x.reduce((sum, xi) => sum + xi, 0) / x.length;
const meanSquare = (x: readonly number[]) => mean(x.map((xi) => xi * xi));

describe('what a norm takes', () => {
  it('is less for RMSNorm by the mean and its subtraction', () => {
    for (const size of [2, 3, 16, 64]) {
      const [rms, layer] = [normWork('rms', size), normWork('layer', size)];
      expect(layer.add - rms.add).toBe(2 * size - 1);
      expect(layer.mul - rms.mul).toBe(1);
      expect([rms.pow, layer.pow]).toEqual([1, 1]);
      expect(rms).toEqual({ add: size, mul: 2 * size + 1, pow: 1 });
    }
  });
});

describe('both norms', () => {
  it('bring a vector to a mean square of 1', () => {
    fc.assert(
      fc.property(vector, (x) => {
        fc.pre(meanSquare(x.map((xi) => xi - mean(x))) > 0.1);
        for (const kind of ['rms', 'layer'] as const)
          expect(meanSquare(normed(kind, x))).toBeCloseTo(1, 3);
        expect(mean(normed('layer', x))).toBeCloseTo(0, 6);
      }),
    );
  });

  it('agree where the mean is 0, and only LayerNorm is blind to what all numbers share', () => {
    fc.assert(
      fc.property(vector, fc.double({ min: -5, max: 5, noNaN: true }), (x, by) => {
        const flat = x.map((xi) => xi - mean(x));
        fc.pre(meanSquare(flat) > 0.1);
        normed('layer', flat).forEach((yi, i) => expect(yi).toBeCloseTo(normed('rms', flat)[i], 6));
        const moved = normed(
          'layer',
          flat.map((xi) => xi + by),
        );
        normed('layer', flat).forEach((yi, i) => expect(moved[i]).toBeCloseTo(yi, 6));
        if (Math.abs(by) > 0.5) {
          const turned = normed(
            'rms',
            flat.map((xi) => xi + by),
          );
          expect(turned.some((yi, i) => Math.abs(yi - normed('rms', flat)[i]) > 1e-4)).toBe(true);
        }
      }),
    );
  });
});
