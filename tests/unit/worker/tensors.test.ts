import { describe, expect, it } from 'vitest';
import { placeOf, tensorsNamed } from '../../../src/worker/operations/tensors.ts';

const shapes = [
  { name: 'wte', rows: 5, cols: 4 },
  { name: 'layer0.mlp_fc1', rows: 16, cols: 4 },
];

describe('tensors by name', () => {
  it('are all of them, or those asked for, each with its place among the parameters', () => {
    expect(tensorsNamed(shapes, null).map(({ from }) => from)).toEqual([0, 20]);
    expect(tensorsNamed(shapes, ['layer0.mlp_fc1'])).toEqual([{ ...shapes[1], from: 20 }]);
  });

  it('can be a single row, which begins where its first number stands', () => {
    const [row] = tensorsNamed(shapes, ['layer0.mlp_fc1[3]']);
    expect(row).toEqual({ name: 'layer0.mlp_fc1[3]', rows: 1, cols: 4, from: 32 });
    expect(row.from).toBe(placeOf(shapes, { tensor: 'layer0.mlp_fc1', row: 3, col: 0 }));
  });

  it('are refused where the network has no such tensor or row', () => {
    for (const name of ['wpe', 'wte[5]', 'wte[-1]', 'wte[1][2]', '[0]']) {
      expect(() => tensorsNamed(shapes, [name])).toThrow(RangeError);
    }
  });
});
