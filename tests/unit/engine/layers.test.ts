import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attend, attendInHeads } from '../../../src/engine/attention.ts';
import { Value } from '../../../src/engine/autograd.ts';
import { crossEntropy, linear, relu, rmsnorm, softmax } from '../../../src/engine/layers.ts';

const row = (...numbers: number[]) => numbers.map((x) => new Value(x));
const data = (values: Value[]) => values.map((v) => v.data);
const vector = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
  minLength: 1,
  maxLength: 8,
});

describe('linear', () => {
  it('weighs all inputs for each output', () => {
    expect(data(linear(row(1, 2), [row(3, 4), row(-1, 0), row(0, 5)]))).toEqual([11, -1, 10]);
  });
});

describe('softmax', () => {
  it('gives probabilities, larger for larger', () => {
    fc.assert(
      fc.property(vector, (numbers) => {
        const p = data(softmax(row(...numbers)));
        expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        const largest = numbers.indexOf(Math.max(...numbers));
        expect(Math.max(...p)).toBe(p[largest]);
      }),
      { numRuns: 30 },
    );
  });
  it('does not mind a constant, nor a very large one', () => {
    expect(data(softmax(row(1000, 1001)))).toEqual(data(softmax(row(0, 1))));
  });
});

describe('rmsnorm', () => {
  it('makes the mean square one', () => {
    const y = data(rmsnorm(row(3, -4, 12, 0)));
    expect(y.reduce((sum, x) => sum + x * x, 0) / 4).toBeCloseTo(1, 6);
    expect(data(rmsnorm(row(0, 0)))).toEqual([0, 0]);
  });
});

describe('relu', () => {
  it('lets through what is positive', () => {
    expect(data(relu(row(-1, 0, 2)))).toEqual([0, 0, 2]);
  });
});

describe('cross-entropy', () => {
  it('has the gradient: what was predicted, less what came', () => {
    const logits = row(0.5, -1, 2);
    const p = data(softmax(logits));
    crossEntropy(logits, 1).backward();
    logits.forEach(({ grad }, i) => expect(grad).toBeCloseTo(p[i] - (i === 1 ? 1 : 0), 14));
  });
});

describe('attention', () => {
  const keys = [row(1, 0, 0, 0), row(0, 1, 0, 0)];
  const values = [row(1, 2, 3, 4), row(5, 6, 7, 8)];
  it('averages where query and keys have nothing in common', () => {
    expect(data(attend(row(0, 0, 1, 0), keys, values))).toEqual([3, 4, 5, 6]);
  });
  it('takes from where the key agrees', () => {
    const found = data(attend(row(0, 1000, 0, 0), keys, values));
    expect(found).toEqual([5, 6, 7, 8]);
  });
  it('in two heads looks at two places at once', () => {
    const four = [row(1, 0, 0, 1), row(0, 1, 1, 0)];
    const found = data(attendInHeads(row(1000, 0, 1000, 0), four, values, 2).flat());
    expect(found).toEqual([1, 2, 7, 8]);
  });
});
