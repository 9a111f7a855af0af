import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topological } from '../../../src/engine/autograd.ts';
import { explain } from '../../../src/engine/explain/explain.ts';
import { trace } from '../../../src/engine/explain/trace.ts';
import { recordSize, unroll, type Unrolled } from '../../../src/engine/explain/unroll.ts';
import { fastNetwork } from '../../../src/engine/fast/network.ts';
import { Random } from '../../../src/engine/random.ts';
import { drawMlp } from '../../../src/engine/readable.ts';
import { lossOf } from '../../../src/engine/train.ts';
import { casesOf, training, type Case } from './explain-cases.ts';

const netOf = ({ sizes, seed }: Case) => fastNetwork(sizes, training, new Random(seed));

/** A number's name, put together from what is told of it. */
function nameOf({ kinds, kind, position, row, term }: Unrolled, i: number): string {
  const { part, step } = kinds[kind[i]];
  const at = position[i] < 0 ? '' : `pos${position[i]}.`;
  const in_ = row[i] < 0 ? '' : `[${row[i]}]`;
  const which = step ? `.${step}[${term[i]}]` : term[i] < 0 ? '' : `[${term[i]}]`;
  return `${at}${part}${in_}${which}`;
}

describe('the record of a whole loss', () => {
  it('is what the readable engine records, number for number', () => {
    fc.assert(
      fc.property(casesOf(2), (one) => {
        const net = netOf(one);
        const unrolled = unroll(net, one.tokens);
        const values = drawMlp(one.sizes, new Random(one.seed));
        const n = one.tokens.length - 1;
        const loss = lossOf(values, one.tokens, n);
        loss.backward();
        const order = topological(loss);
        expect(order).toHaveLength(unrolled.data.length);
        expect(recordSize(net, one.tokens)).toBe(order.length);
        const place = new Map(order.map((value, i) => [value, i]));
        order.forEach((value, i) => {
          expect(unrolled.data[i]).toBe(value.data);
          expect(unrolled.grad[i]).toBe(value.grad);
          expect(unrolled.da[i]).toBe(value.da);
          expect(unrolled.db[i]).toBe(value.db);
          expect(unrolled.a[i]).toBe(value.a ? place.get(value.a) : -1);
          expect(unrolled.b[i]).toBe(value.b ? place.get(value.b) : -1);
        });
      }),
      { numRuns: 25 },
    );
  });
  it('names every number once, and as `explain` does', () => {
    fc.assert(
      fc.property(casesOf(2), (one) => {
        const net = netOf(one);
        const unrolled = unroll(net, one.tokens);
        const known = trace(net, one.tokens);
        const names = Array.from(unrolled.data, (_, i) => nameOf(unrolled, i));
        expect(new Set(names).size).toBe(names.length);
        for (let i = 0; i < names.length; i += 7) {
          const told = explain(known, names[i], 0);
          expect(told.id).toBe(names[i]);
          expect(told.value).toBe(unrolled.data[i]);
          expect(told.grad).toBe(unrolled.grad[i]);
          expect(told.op).toBe(unrolled.kinds[unrolled.kind[i]].op);
          expect(told.code).toEqual(unrolled.kinds[unrolled.kind[i]].code);
          const inputs = [unrolled.a[i], unrolled.b[i]].filter((place) => place >= 0);
          expect(told.inputs.map(({ id }) => id)).toEqual(inputs.map((place) => names[place]));
        }
      }),
      { numRuns: 15 },
    );
  });
  it('is of Step 2 alone', () => {
    const sizes = { model: 1, vocab: 3, embd: 2, heads: 1, layers: 1, block: 4 } as const;
    const net = fastNetwork(sizes, { ...training, optimizer: { kind: 'sgd' } }, new Random(1));
    expect(() => unroll(net, [0, 1, 0])).toThrow(RangeError);
  });
});
