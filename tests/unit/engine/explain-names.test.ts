import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE_DESIGN, type Design } from '../../../src/engine/design.ts';
import { AddressError, parse, print } from '../../../src/engine/explain/address.ts';
import type { Code } from '../../../src/engine/explain/code.ts';
import { explain } from '../../../src/engine/explain/explain.ts';
import { labelOf, wordsOf } from '../../../src/engine/explain/labels.ts';
import { levels } from '../../../src/engine/explain/levels.ts';
import type { Sizes } from '../../../src/engine/parameters.ts';
import { casesOf, opened, traced, type Case } from './explain-cases.ts';

const sizes: Sizes = { model: 5, vocab: 5, embd: 4, heads: 2, layers: 2, block: 4 };
const example: Case = { sizes, tokens: [4, 0, 1, 4], seed: 3, stretch: 4 };
const t = traced(example);
const design = (change: Partial<Design>): Case => ({
  ...example,
  sizes: { ...sizes, design: { ...REFERENCE_DESIGN, ...change } },
});

describe('names', { timeout: 60_000 }, () => {
  it('are read as they are written, and are one for each number', () => {
    fc.assert(
      fc.property(casesOf(1, 2, 3, 4, 5), (any) => {
        const trace = traced(any);
        const { boxes } = opened(trace);
        for (const { id } of boxes) {
          expect(print(parse(id))).toBe(id);
          expect(levels(trace, id).id).toBe(id);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('lead to numbers by their place in the network', () => {
    const value = (id: string) => explain(t, id).value;
    const p = (name: string, row: number, col: number) => value(`${name}[${row}][${col}]`);
    const [query, key] = [0, 1].map((j) => [
      value(`pos2.layer0.q[${2 + j}]`),
      value(`pos1.layer0.k[${2 + j}]`),
    ]);
    const score = (query[0] * query[1] + key[0] * key[1]) * (1 / Math.sqrt(2));
    expect(value('pos2.layer0.head1.score[1]')).toBe(score);
    expect(value('pos1.embed[3]')).toBe(p('wte', 0, 3) + p('wpe', 1, 3));
    const normed = (i: number) => value(`pos0.layer1.norm1.out[${i}]`);
    const row = [0, 1, 2, 3].map((i) => p('layer1.attn_wv', 3, i) * normed(i));
    expect(value('pos0.layer1.v[3]')).toBe(row[0] + row[1] + row[2] + row[3]);
    expect(value('pos0.layer1.v[3].product[2]')).toBe(row[2]);
    expect(value('pos0.layer1.v[3].sum[2]')).toBe(row[0] + row[1] + row[2]);
    const shares = [0, 1, 2].map((s) => value(`pos2.layer1.head0.weight[${s}]`));
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 15);
    expect(value('pos1.loss')).toBe(-value('pos1.log'));
    expect(value('pos1.prob[1]')).toBeCloseTo(Math.exp(-value('pos1.loss')), 15);
  });

  it('of the same number are one', () => {
    const same = (id: string, other: string, trace = t) =>
      expect(explain(trace, id)).toEqual(explain(trace, other));
    same('pos2.layer0.q[3].sum[3]', 'pos2.layer0.q[3]');
    same('pos2.layer0.q[3].sum[0]', 'pos2.layer0.q[3].product[0]');
    same('pos2.layer0.found[3]', 'pos2.layer0.head1.found[1]');
    same('pos2.norm0.out[1]', 'pos2.x0[1]');
    same('pos2.sum[0]', 'pos2.exp[0]');
    same('loss.sum[0]', 'pos0.loss');
    const swapped = traced(design({ wiring: [1, 0, 0, -1] }));
    same('pos2.layer0.found[3]', 'pos2.layer0.head0.found[1]', swapped);
    expect(explain(swapped, 'pos2.layer1.found[3]')).toMatchObject({ op: 'constant', value: 0 });
    const cut = traced(design({ residual: false }));
    same('pos2.layer0.middle[3]', 'pos2.layer0.attn[3]', cut);
    const after = traced(design({ postNorm: true }));
    same('pos2.layer0.out[3]', 'pos2.layer0.norm2.out[3]', after);
  });

  it.each([
    ['', 'unreadable'],
    ['pos', 'unknown'],
    ['pos2.', 'unreadable'],
    ['pos02.loss', 'unreadable'],
    ['pos2..loss', 'unknown'],
    ['pos2.layer0.q[3', 'unreadable'],
    ['pos2.layer0.q[1][2]', 'unreadable'],
    ['pos2.log[1]', 'unreadable'],
    ['pos2.layer0.magic[1]', 'unknown'],
    ['pos2.q[1]', 'unknown'],
    ['pos2.layer0.x0[1]', 'unknown'],
    ['pos2.layer0.sum1[1]', 'unknown'],
    ['pos2.layer0.norm1.mean', 'unknown'],
    ['pos2.layer0.middle[1].product[0]', 'unknown'],
    ['pos2.layer0.q', 'unknown'],
    ['pos2', 'unknown'],
    ['wte[1]', 'unknown'],
    ['attn_wq[0][0]', 'unknown'],
    ['pos3.loss', 'out-of-range'],
    ['pos2.layer2.q[1]', 'out-of-range'],
    ['pos2.layer0.head2.found[1]', 'out-of-range'],
    ['pos2.layer0.q[4]', 'out-of-range'],
    ['pos2.layer0.found[4]', 'out-of-range'],
    ['pos1.layer0.head0.score[2]', 'out-of-range'],
    ['pos1.layer0.q[0].product[4]', 'out-of-range'],
    ['pos1.logits[5]', 'out-of-range'],
    ['wte[5][0]', 'out-of-range'],
    ['layer0.mlp_fc2[0][16]', 'out-of-range'],
  ])('“%s” is no number here: %s', (id, reason) => {
    expect(() => explain(t, id)).toThrow(AddressError);
    expect(() => explain(t, id)).toThrow(expect.objectContaining({ id, reason }));
  });

  it('never break on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'pos0123.layerhdq[]sumtw') }), (id) => {
        try {
          explain(t, id);
        } catch (error) {
          expect(error).toBeInstanceOf(AddressError);
        }
      }),
    );
  });

  it('are put in words, from the whole to the part', () => {
    const words = (id: string, layers = 2) => wordsOf(labelOf(id), layers);
    expect(words('pos2.layer0.head1.score[0]', 1)).toBe('pos 2 · head 1 · score 0');
    expect(words('pos2.layer1.head1.score[0]')).toBe('pos 2 · layer 1 · head 1 · score 0');
    expect(words('pos2.layer0.q[3].product[5]', 1)).toBe('pos 2 · q 3 · product 5');
    expect(words('layer1.attn_wq[3][5]')).toBe('layer 1 · attn_wq 3, 5');
    expect(words('loss')).toBe('loss');
    expect(words('pos2.layer0')).toBe('pos 2 · layer 0');
    expect(labelOf('pos2.layer0.norm1.scale')).toMatchObject({ kind: 'activation', row: null });
    expect(labelOf('wte[1][2]')).toMatchObject({ kind: 'parameter', row: 1, col: 2, head: null });
    expect(labelOf('wte[1]').kind).toBe('box');
    expect(labelOf('pos2.layer0.q').kind).toBe('box');
    expect(labelOf('pos2.layer0.q[0].sum[1]')).toMatchObject({ kind: 'step', term: 1 });
  });
});

describe('the line of code that makes a number', { timeout: 60_000 }, () => {
  const regionOf = ({ file, region }: Code) => {
    const url = new URL(`../../../${file}`, import.meta.url);
    const [, after] = readFileSync(url, 'utf8').split(`// #region ${region}\n`);
    return after.split(`// #endregion ${region}\n`)[0];
  };
  const seen = new Map<string, string>();
  const stands = (code: Code) => {
    const key = `${code.file}#${code.region}`;
    if (!seen.has(key)) seen.set(key, regionOf(code));
    const times = seen.get(key)!.split(code.text).length - 1;
    expect([code, times]).toEqual([code, 1]);
  };

  it('stands in its region once, for every number of every network', () => {
    fc.assert(
      fc.property(casesOf(1, 2, 3, 4, 5), (any) => {
        const trace = traced(any);
        for (const id of opened(trace).numbers) {
          const { code, within } = explain(trace, id, 0);
          stands(code);
          if (within) stands(within);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('does what is said of it', () => {
    const made = (id: string, trace = t) => {
      const { code, within, op } = explain(trace, id, 0);
      return [op, code.text, within?.text ?? null];
    };
    expect(made('pos2.layer0.q[3].product[1]')).toEqual([
      'mul',
      'wi.mul(x[i])',
      'linear(x, w.attn_wq)',
    ]);
    expect(made('pos2.layer0.head1.score[0]')[1]).toBe('dot(q, k).mul(shrink)');
    expect(made('pos2.layer0.norm1.scale').slice(0, 2)).toEqual(['pow', '.pow(-0.5)']);
    expect(made('pos2.layer0.mlp.a[3]').slice(0, 2)).toEqual(['relu', 'xi.relu()']);
    expect(made('wte[1][2]')).toEqual(['leaf', 'random.gauss(0, 0.08)', null]);
    expect(made('loss')).toEqual(['mul', '.mul(1 / n)', null]);
    const gelu = traced(design({ activation: 'gelu' }));
    expect(made('pos2.layer0.mlp.a[3]', gelu)[0]).toBe('gelu');
  });
});
