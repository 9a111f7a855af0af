import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  heardOf,
  keysOf,
  middleOf,
  offered,
  onlyEqual,
  sameRows,
  textsBeside,
} from '../../../src/figures/step3/questions-3-view.ts';
import { rowsAt } from '../../../src/figures/step3/attention-data.ts';
import { ordersOf } from '../../../src/figures/step3/positions-view.ts';
import { asker, byDefault, defaults } from '../worker/asking.ts';

const ask = asker(defaults());
const recipe = byDefault(3);
const { steps: step } = recipe;

describe('answers to choose from', () => {
  it('stand by size, each once as it is written, the right one among them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { maxLength: 5 }),
        (right, others) => {
          const written = (value: number) => value.toFixed(1);
          const ids = offered(right, others, written).map(({ id }) => id);
          expect(ids).toContain(written(right));
          expect(new Set(ids).size).toBe(ids.length);
          const values = ids.map(Number);
          expect(values).toEqual(values.toSorted((a, b) => a - b));
        },
      ),
    );
  });
});

describe('what a position sees', () => {
  it('is all up to it and itself, as the engine has scored them', () => {
    const read = ask('passage', {
      recipe,
      step,
      text: 'myliah',
      tensors: ['layer0.head0.score'],
      design: null,
    });
    const scores = rowsAt(read, 'layer0.head0.score');
    scores.forEach((row, t) => expect(keysOf(row)).toBe(t + 1));
  });

  it('is asked of a position in the middle, where there is one', () => {
    expect([2, 3, 7, 16].map(middleOf)).toEqual([1, 1, 3, 8]);
  });
});

describe('texts beside an anagram', () => {
  const labels = [...'abc•'];

  it('end in another letter, or have another letter in them', () => {
    expect(textsBeside(['a', 'b', 'c'], [0, 1, 2], labels, 3)).toEqual({
      turned: ['c', 'b', 'a'],
      other: ['b', 'b', 'c'],
    });
  });

  it('are none where first and last are the same', () => {
    expect(textsBeside(['a', 'b', 'a'], [0, 1, 0], labels, 3)).toBeNull();
    expect(textsBeside([], [], labels, 3)).toBeNull();
  });

  it('are told from it by a network without positions, and it is not', () => {
    const letters = [...'mylia'];
    const { labels: all, bos } = ask('network', { recipe });
    const tokens = letters.map((letter) => all.indexOf(letter));
    const beside = textsBeside(letters, tokens, all, bos)!;
    const expected = (text: readonly string[]) =>
      ask('exchanged', {
        recipe: { ...recipe, position: false },
        step,
        text: text.join(''),
        exchange: null,
      }).before;
    const own = expected(letters);
    const far = [beside.turned, ordersOf(letters)[0], beside.other].map((text) => {
      const p = expected(text);
      return own.reduce((sum, value, i) => sum + Math.abs(value - p[i]), 0) / 2;
    });
    expect(onlyEqual(far)).toBe(1);
  });

  it('leave no question where none or several are answered alike', () => {
    expect(onlyEqual([0.1, 0.2])).toBeNull();
    expect(onlyEqual([0, 1e-16, 0.2])).toBeNull();
  });
});

describe('who is heard', () => {
  it('is said by what an exchange changes', () => {
    expect(heardOf(0, 0.3)).toBe('last');
    expect(heardOf(0.1, -0.3)).toBe('all');
    expect(heardOf(0.1, 0)).toBe('earlier');
    expect(heardOf(0, 1e-15)).toBe('none');
  });

  it('is the last letter alone when the head is muted', () => {
    const price = (text: string, wiring: number[] | null) =>
      ask('passage', { recipe, step, text, tensors: [], design: { wiring } }).nats.at(-1)!;
    const changes = (text: string, wiring: number[] | null) =>
      price(text, wiring) - price('myliah', wiring);
    expect(heardOf(changes('nyliah', [-1]), changes('myliai', [-1]))).toBe('last');
    expect(heardOf(changes('nyliah', null), changes('myliai', null))).toBe('all');
  });
});

describe('rows of the cache that outlive an exchange', () => {
  const names = ['layer0.k', 'layer0.v'];
  const kept = (text: string) => {
    const read = ask('passage', { recipe, step, text, tensors: names, design: null });
    return names.map((name) => rowsAt(read, name));
  };

  it('are all but the one exchanged, in a single layer', () => {
    expect(sameRows(kept('myliah'), kept('mymiah'))).toBe(6);
    expect(sameRows(kept('myliah'), kept('myliah'))).toBe(7);
    expect(sameRows(kept('myliah'), kept('nzmjbi'))).toBe(1);
  });
});
