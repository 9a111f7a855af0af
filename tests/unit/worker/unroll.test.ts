import { describe, expect, it } from 'vitest';
import { topological } from '../../../src/engine/autograd.ts';
import { Random } from '../../../src/engine/random.ts';
import { drawMlp } from '../../../src/engine/readable.ts';
import { lossOf } from '../../../src/engine/train.ts';
import { asker, byDefault, defaults, small, twelve } from './asking.ts';
import { networksOf } from '../../../src/worker/networks.ts';

describe('the outline of a record', () => {
  const workspace = defaults();
  const ask = asker(workspace);
  const recipe = byDefault(2);
  const [name] = ask('documents', { recipe, order: 'shuffled', from: 0, count: 1 }).items;
  const place = { recipe, step: 40, text: name.text };

  it('counts the numbers that the readable engine records for the default name', () => {
    const outline = ask('outline', place);
    const net = networksOf(workspace).run(recipe).history.at(40);
    const readable = drawMlp(net.sizes, new Random(0));
    readable.params.forEach((value, i) => (value.data = net.p[i]));
    const { length } = topological(lossOf(readable, outline.tokens, outline.pairs));
    expect(outline.nodes).toBe(length);
    expect(outline.nodes).toBe(outline.weights + outline.pairs * outline.each + outline.mean);
    expect(length).toBeGreaterThan(40_000);
  });
  it('tells of a multiply that is in the record as told', () => {
    const { example, ...outline } = ask('outline', place);
    const { record } = ask('unroll', { ...place, limit: Infinity });
    const { node, w, x, y, gradient, amounts } = example!;
    expect(record!.data[node]).toBe(y);
    expect(y).toBe(w * x);
    expect(gradient.y).toBe(record!.grad[node]);
    expect(amounts).toHaveLength(outline.pairs);
    // The graph adds from the last position to the first.
    expect(amounts.reduceRight((sum, amount) => sum + amount, 0)).toBe(gradient.w);
    expect(amounts[example!.position]).toBe(x * gradient.y);
    expect(outline.loss).toBe(record!.data[outline.nodes - 1]);
  });
});

describe('the record of a text', () => {
  it('is not made when it is longer than asked for', () => {
    const ask = asker(twelve());
    const place = { recipe: small(2), step: 3, text: 'ada' };
    const { nodes } = ask('outline', place);
    expect(ask('unroll', { ...place, limit: nodes }).record).not.toBeNull();
    expect(ask('unroll', { ...place, limit: nodes - 1 }).record).toBeNull();
  });
  it('is of Step 2 alone', () => {
    const ask = asker(twelve());
    expect(() => ask('outline', { recipe: small(3), step: 0, text: 'ada' })).toThrow(/unrolled/);
  });
});
