import { describe, expect, it } from 'vitest';
import { asker, byDefault, defaults, small, twelve } from './asking.ts';

const own = asker(twelve());
const variation = (p: readonly number[], q: readonly number[]) =>
  p.reduce((sum, x, i) => sum + Math.abs(x - q[i]), 0) / 2;

describe.each([0, 1, 2, 3, 4, 5] as const)('a letter exchanged before model %i', (model) => {
  const recipe = small(model);
  const edits = (text: string | null) => own('edits', { recipe, step: 5, text });
  const last = (text: string): number[] => {
    const { p, read } = own('predict', { recipe, step: 5, text, temperature: 1 });
    return Array.from(p.slice(-(p.length / read)));
  };

  it('moves the answer by what another text would say', () => {
    const { text, p, moved, most, labels, tokens, step } = edits('ana');
    expect([step, text, labels.join('')]).toEqual([5, 'ana', '•ana•']);
    expect([...p]).toEqual(last('ana'));
    const names = own('network', { recipe: small(3) }).labels;
    expect(moved).toHaveLength(2 * p.length);
    for (const position of [1, 2])
      names.forEach((letter, token) => {
        const other = [...'ana'].with(position - 1, letter).join('');
        const want = letter === '•' ? 0 : variation([...p], last(other));
        expect(moved[(position - 1) * p.length + token]).toBeCloseTo(want, 14);
      });
    expect(most!.moved).toBe(Math.max(...moved));
    expect(most!.moved).toBe(moved[(most!.position - 1) * p.length + most!.token]);
    expect(moved.every((x) => x === 0)).toBe(model <= 2);
    if (model >= 3) expect(most!.token).not.toBe(tokens[most!.position]);
  });

  it('needs a letter before the last', () => {
    for (const text of ['a', '', 'ñ']) {
      const { p, moved, most } = edits(text);
      expect([...p]).toEqual(last(text));
      expect([moved.length, most]).toEqual([0, null]);
    }
  });

  it('is one that the block takes', () => {
    const { p, moved } = edits('dorabob');
    expect(moved).toHaveLength((model <= 2 ? 6 : 2) * p.length);
    expect(edits('doraañ').unknown).toEqual(['ñ']);
  });

  it('is one of the document that the step reads, if no text is given', () => {
    const { items } = own('documents', { recipe, order: 'shuffled', from: 5, count: 1 });
    expect(edits(null)).toEqual(edits(items[0].text));
  });
});

describe.each([0, 1, 3, 4] as const)('one exchange before model %i', (model) => {
  const recipe = small(model);
  const ask = (text: string, exchange: { position: number; token: number } | null) =>
    own('exchanged', { recipe, step: 5, text, exchange });

  it('tells both answers, and what `edits` says of it', () => {
    const edits = own('edits', { recipe, step: 5, text: 'ana' });
    const { before, after, moved } = ask('ana', { position: 1, token: 2 });
    expect([...before]).toEqual([...edits.p]);
    expect(moved).toBe(edits.moved[2]);
    expect(variation([...before], [...after!])).toBe(moved);
  });

  it('tells one answer where there is nothing to exchange', () => {
    const { bos } = own('network', { recipe: small(3) });
    for (const exchange of [null, { position: 0, token: 1 }, { position: 1, token: bos }])
      expect(ask('ana', exchange)).toMatchObject({ after: null, moved: null });
    expect(ask('ana', { position: 9, token: 1 }).after).toBeNull();
  });
});

describe('the default list', () => {
  const ask = asker(defaults());
  const largest = (row: Float64Array) => Math.max(...row);

  it('moves little after SGD, and more after Adam', () => {
    const at = { step: 1000, text: 'mylia' };
    const sgd = ask('edits', { recipe: byDefault(3), ...at });
    expect(sgd.most).toMatchObject({ position: 1 });
    expect(sgd.most!.moved).toBeCloseTo(0.0336, 4);
    const recipe = byDefault(3, { optimizer: 'adam', rate: 0.01 });
    const adam = ask('edits', { recipe, ...at });
    expect(largest(adam.moved.subarray(0, adam.p.length))).toBeCloseTo(0.0656, 4);
    expect(adam.most!.moved).toBeCloseTo(0.0805, 4);
    const counted = ask('edits', { recipe: byDefault(0), ...at });
    expect(largest(counted.moved)).toBe(0);
  });
});
