import { describe, expect, it } from 'vitest';
import { softmax as softmaxOfValues, Value, type Recipe } from '../../../src/engine/index.ts';
import { CountingGpt } from '../../../src/engine/work.ts';
import { networksOf } from '../../../src/worker/networks.ts';
import type { Result } from '../../../src/worker/protocol.ts';
import { asker, byDefault, defaults, heard, small, twelve } from './asking.ts';
import { operations } from '../../../src/worker/operations/index.ts';

const GPTS = [3, 4, 5] as const;
const workspace = twelve();
const own = asker(workspace);
const softmax = (logits: readonly number[]) =>
  softmaxOfValues(logits.map((x) => new Value(x))).map(({ data }) => data);
const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
const multiplied = (costs: Result<'work'>['cached']) =>
  total(costs.map(({ multiplications }) => multiplications));

describe('the default model with one head, on sixteen tokens', () => {
  const ask = asker(defaults());
  const { cached, uncached, numbers, bytes, parts } = ask('work', {
    recipe: byDefault(3),
    text: 'abcdefghijklmno',
  });

  it('computes each key and value once with a cache, and again and again without', () => {
    expect(cached.map(({ projections }) => projections)).toEqual(new Array(16).fill(1));
    expect(uncached.map(({ projections }) => projections)).toEqual(cached.map((_, t) => t + 1));
    expect(total(uncached.map(({ projections }) => projections))).toBe(136);
  });

  it('multiplies as often as is known', () => {
    expect(multiplied(cached)).toBe(60_416);
    expect(multiplied(uncached)).toBe(450_816);
  });

  it('keeps a key and a value for each token', () => {
    expect(cached.map(({ kept }) => kept)).toEqual(new Array(16).fill(32));
    expect(uncached.every(({ kept }) => kept === 0)).toBe(true);
    expect([numbers, bytes]).toEqual([512, 4096]);
  });

  it('tells where the last token of a block multiplies', () => {
    const want = [256, 256, 256, 256, 256, 256, 1024, 1024, 432];
    expect(parts.map(({ multiplications }) => multiplications)).toEqual(want);
    expect(total(want)).toBe(cached[15].multiplications);
    const short = ask('work', { recipe: byDefault(3), text: 'a' });
    expect(short.parts).toEqual(parts);
    expect(short.cached).toEqual(cached.slice(0, 2));
  });
});

describe.each(GPTS)('the work of model %i', (model) => {
  const layers = model === 3 ? 1 : 3;
  const recipe = small(model, { layers, block: 7 });
  const work = (text: string, more: Partial<Recipe> = {}) =>
    own('work', { recipe: { ...recipe, ...more }, text });

  it('is constant and a line with a cache', () => {
    const { cached } = work('cleoanna');
    expect(cached).toHaveLength(7);
    // A score, and a value mixed in, for each position more and each of 4 numbers.
    for (let t = 1; t < 7; t++)
      expect(cached[t].multiplications - cached[t - 1].multiplications).toBe(2 * 4 * layers);
    expect(cached.every(({ kept }) => kept === 2 * 4 * layers)).toBe(true);
  });

  it('without a cache is that of all tokens so far, with one answer only', () => {
    const { cached, uncached, parts } = work('cleoanna');
    const head = parts.find(({ name }) => name === 'lm_head')!.multiplications;
    for (let t = 0; t < 7; t++) {
      expect(uncached[t].projections).toBe((t + 1) * layers);
      expect(uncached[t].multiplications).toBe(multiplied(cached.slice(0, t + 1)) - t * head);
    }
  });

  it('is that of matrices, scores and mixing, whatever the design', () => {
    const plain = work('ana');
    for (const design of [
      { norm: 'none' },
      { norm: 'layer' },
      { postNorm: true },
      { residual: false },
      { scaled: false },
      { position: false },
      { activation: 'gelu' },
    ] as const)
      expect(work('ana', design)).toEqual(plain);
  });

  it('grows with the width, and with the length of what is read', () => {
    const wide = work('ana', { embd: 8 });
    const named = ({ parts }: Result<'work'>, wanted: string) =>
      parts.find(({ name }) => name === wanted)!.multiplications;
    const plain = work('ana');
    expect(named(wide, 'attn_wq')).toBe(4 * named(plain, 'attn_wq'));
    expect(named(wide, 'scores')).toBe(2 * named(plain, 'scores'));
    expect(named(wide, 'lm_head')).toBe(2 * named(plain, 'lm_head'));
    const long = work('ana', { block: 14 });
    expect(named(long, 'mixing')).toBe(2 * named(plain, 'mixing'));
    expect(named(long, 'mlp_fc1')).toBe(named(plain, 'mlp_fc1'));
  });

  it('tells what it reads, and how far it is', () => {
    const { tokens, labels, unknown, cached } = work('aña');
    expect([labels.join(''), unknown]).toEqual(['•aa•', ['ñ']]);
    expect(cached).toHaveLength(tokens.length - 1);
    const { progress } = heard(operations.work(workspace, { recipe, text: 'ana' }));
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });
});

describe.each(GPTS)('the network of model %i that counts', (model) => {
  const { history, data } = networksOf(workspace).run(small(model, { layers: 2, block: 6 }));
  history.train(8);
  const net = history.at(8);
  const gpt = new CountingGpt(net.sizes, net.p);
  const tokens = data.tokenizer.encode('doran').slice(0, 6);

  it('answers to the bit as the one that does not, with a cache and without', () => {
    const predict = net.predictor();
    const caches = gpt.start();
    tokens.forEach((token, t) => {
      const cached = gpt.read(token, caches);
      const again = gpt.start();
      const answers = tokens.slice(0, t + 1).map((each, s) => gpt.read(each, again, s === t));
      expect(answers.pop()).toEqual(cached);
      expect(answers.flat()).toEqual([]);
      expect(softmax(cached)).toEqual(Array.from(predict(token, t)));
    });
  });

  it('counts from one question to the next', () => {
    gpt.counted();
    gpt.read(tokens[0], gpt.start());
    const one = gpt.counted();
    expect(Math.min(...Object.values(one))).toBeGreaterThan(0);
    expect(Math.max(...Object.values(gpt.counted()))).toBe(0);
    gpt.read(tokens[0], gpt.start(), false);
    expect(gpt.counted()).toEqual({ ...one, lm_head: 0 });
  });
});

it.each([0, 1, 2] as const)('model %i looks back at nothing', (model) => {
  expect(() => own('work', { recipe: small(model), text: 'ana' })).toThrow('recipe-unusable');
});
