import { describe, expect, it } from 'vitest';
import { operations } from '../../../src/worker/operations/index.ts';
import type { Input } from '../../../src/worker/protocol.ts';
import { asker, heard, small, twelve } from './asking.ts';
import { networksOf } from '../../../src/worker/networks.ts';

const own = twelve();
const ask = asker(own);
const at = (model: 1 | 2 | 3 | 4 | 5, more: Partial<Input<'levels'>> = {}): Input<'levels'> => ({
  recipe: small(model, { steps: 8 }),
  step: 5,
  text: null,
  id: 'loss',
  ...more,
});

describe.each([1, 2, 3, 4, 5] as const)('a number of model %i', (model) => {
  it('is explained in the document that the step reads, and in a text', () => {
    const { explanation, step, text, tokens } = ask('explain', at(model));
    const { history, data } = networksOf(own).run(small(model, { steps: 8 }));
    history.train(8);
    expect([step, text]).toEqual([5, data.documents[history.documentAt(5)]]);
    expect(explanation).toMatchObject({ id: 'loss', value: history.losses[5], grad: 1 });
    expect(history.at(5).measure(tokens)).toBe(history.losses[5]);
    const named = ask('explain', at(model, { text: 'dada' }));
    expect(named.explanation.value).toBe(history.at(5).measure(data.tokenizer.encode('dada')));
  });

  it('is found by going down from the loss', () => {
    let id = 'loss';
    for (;;) {
      const { level } = ask('levels', at(model, { id, step: 3 }));
      if (level.children.length === 0) break;
      id = level.children.at(-1)!.id;
      if (level.kind === 'loss') id = 'pos1';
    }
    expect(id).toBe('pos1.loss');
    const { explanation } = ask('explain', at(model, { id, step: 3 }));
    expect(explanation.op).toBe('mul');
  });

  it('has a history, whichever steps are asked for, and in whatever order', () => {
    const recipe = small(model, { steps: 8 });
    const ids = ['pos1.logits[2]', 'wte[0][1]'];
    const input = { recipe, text: 'anna', ids, steps: [8, 0, 3, 3, 99] };
    const { steps, histories } = ask('scalarHistory', input);
    expect(steps).toEqual([0, 3, 8]);
    steps.forEach((step, i) => {
      for (const { id, values, gradients } of histories) {
        const { explanation } = ask('explain', at(model, { step, text: 'anna', id }));
        expect([values[i], gradients[i]]).toEqual([explanation.value, explanation.grad]);
      }
    });
  });
});

describe('explaining', () => {
  it('tells what the optimizer will do in a step of the run, and only there', () => {
    const id = 'layer0.attn_wq[1][2]';
    const recipe = small(5, { steps: 8 });
    const optimizer = (more: Partial<Input<'levels'>>) =>
      ask('explain', at(5, { id, ...more })).explanation.optimizer;
    const tensor = { tensor: 'layer0.attn_wq', row: 1, col: 2 };
    const [series] = ask('diary', { recipe, parameters: [tensor] }).series;
    for (const step of [0, 4, 7]) {
      const told = optimizer({ step })!;
      const got = [told.before, told.gradient, told.m, told.v, told.after - told.before];
      const want = [series.value, series.gradient, series.m, series.v, series.step];
      expect(got).toEqual(want.map((all) => all[step]));
    }
    expect(optimizer({ step: 8 })).toBeNull();
    expect(optimizer({ text: 'anna' })).toBeNull();
  });

  it('goes on where gradients pile up; a text has its own alone', () => {
    const recipe = small(4, { steps: 8, zeroing: false });
    const id = 'lm_head[1][0]';
    const carried = (text: string | null) =>
      ask('explain', at(4, { recipe, id, text })).explanation.carried;
    expect(carried('anna')).toBe(0);
    expect(carried(null)).not.toBe(0);
  });

  it('does not mix up runs, steps and texts, nor a data set with another of its name', () => {
    const loss = (input: Partial<Input<'levels'>>, where = own) =>
      heard(operations.explain(where, at(5, input))).answer.explanation.value;
    const asked: Partial<Input<'levels'>>[] = [
      {},
      { step: 6 },
      { text: 'anna' },
      { recipe: small(5, { steps: 8, seed: 1 }) },
    ];
    const fresh = asked.map((input) => loss(input, twelve()));
    expect(new Set(fresh).size).toBe(4);
    expect([...asked, ...asked].map((input) => loss(input))).toEqual([...fresh, ...fresh]);
    const other = twelve();
    const before = loss({ text: 'anna' }, other);
    other.provide('twelve', 'anna\nnan\nana\nnana\n'.repeat(4));
    expect(loss({ text: 'anna' }, other)).not.toBe(before);
  });

  it('refuses symbols that the data set does not have, and names that are none', () => {
    expect(() => ask('explain', at(5, { text: 'añna' }))).toThrow('symbols-unknown: ñ');
    expect(() => ask('scalarHistory', { ...at(5), text: '?', ids: [], steps: [0] })).toThrow(
      'symbols-unknown: ?',
    );
    expect(() => ask('explain', at(5, { id: 'pos9.loss' }))).toThrow(
      'pos9.loss: out-of-range: pos9',
    );
    expect(() => ask('levels', at(5, { recipe: small(0) }))).toThrow('recipe-unusable');
  });

  it('reads the empty text: the boundary, and what may come after it', () => {
    const { tokens, level } = ask('levels', at(5, { text: '' }));
    expect(tokens).toHaveLength(2);
    expect(level.children.map(({ id }) => id)).toEqual(['parameters', 'pos0']);
  });
});
