import { describe, expect, it } from 'vitest';
import {
  analyticGradient,
  flatDials,
  lossOf,
  numericalGradient,
  type Dials,
} from '../../../src/engine/by-hand.ts';
import { lossOf as lossOfValues } from '../../../src/engine/train.ts';
import { drawDials, drawMlp } from '../../../src/engine/readable.ts';
import { Random } from '../../../src/engine/random.ts';
import type { Sizes } from '../../../src/engine/parameters.ts';

const sizes: Sizes = { model: 1, vocab: 5, embd: 3, heads: 1, layers: 1, block: 16 };
const tokens = [4, 0, 1, 1, 3, 4];
/** Farther from zero than the first parameters are, so that every gate matters. */
function dials(seed: number): Dials {
  const drawn = drawDials(sizes, new Random(seed));
  for (const w of [drawn.wte, drawn.mlp_fc1, drawn.mlp_fc2]) {
    for (const row of w) row.forEach((x, i) => (row[i] = 5 * x));
  }
  return drawn;
}

describe('the gradient by hand', () => {
  it('is that of nudging every parameter', () => {
    for (const seed of [1, 2, 3]) {
      const by = dials(seed);
      const before = flatDials(by);
      const tried = flatDials(numericalGradient(by, tokens));
      expect(flatDials(by)).toEqual(before);
      const { loss, grad } = analyticGradient(by, tokens);
      expect(loss).toBe(lossOf(by, tokens));
      flatDials(grad).forEach((g, i) => expect(g).toBeCloseTo(tried[i], 8));
    }
  });
  it('is that of the graph, but for the last digits', () => {
    const { grad } = analyticGradient(drawDials(sizes, new Random(7)), tokens);
    const net = drawMlp({ ...sizes, model: 2 }, new Random(7));
    lossOfValues(net, tokens, tokens.length - 1).backward();
    flatDials(grad).forEach((g, i) => expect(g).toBeCloseTo(net.params[i].grad, 15));
  });
});
