import { describe, expect, it } from 'vitest';
import { DEFAULT_RECIPE, type Recipe } from '../../../src/engine/recipe.ts';
import { blocks } from '../../../src/worker/operations/ideas/blocks.ts';
import { classes } from '../../../src/worker/operations/ideas/classes.ts';
import { samplesAfter } from '../../../src/worker/operations/samples-after.ts';
import { sample } from '../../../src/worker/operations/sample.ts';
import { Workspace } from '../../../src/worker/workspace.ts';

const recipe: Recipe = { ...DEFAULT_RECIPE, data: { kind: 'text', sha256: 'list' }, steps: 2 };
const workspace = new Workspace();
workspace.provide('list', ['ada', 'eva', 'noa', 'kim', 'lou'].join('\n'));

describe('letters in blocks', () => {
  const ask = { recipe, vowels: 'aeiou', size: 4, inView: 2 };

  it('counts all to the same totals as the chain of classes', () => {
    const chain = classes(workspace, { recipe, text: null, vowels: 'aeiou', shuffle: null, cells: 0 }); // prettier-ignore
    const all = blocks(workspace, { ...ask, counted: null });
    expect(all).toMatchObject({
      total: 15,
      counted: 15,
      vowels: chain.vowels,
      vowelVowel: chain.vowelVowel,
      vowelConsonant: chain.vowelConsonant,
      consonantVowel: chain.consonantVowel,
      consonantConsonant: chain.consonantConsonant,
    });
  });

  it('counts nothing at first, with the first blocks in view', () => {
    const none = blocks(workspace, { ...ask, counted: 0 });
    expect(none).toMatchObject({ counted: 0, vowels: 0, vowelVowel: 0, from: 0 });
    expect(none.cells).toHaveLength(8);
    expect(none.perBlock).toHaveLength(0);
  });

  it('moves the view on with the count, and keeps full blocks only', () => {
    const more = blocks(workspace, { ...ask, counted: 9 });
    expect(more.from).toBe(4);
    expect(more.perBlock).toHaveLength(2);
    expect(blocks(workspace, { ...ask, counted: 8 }).from).toBe(0);
  });

  it('counts no pair across the end of a document', () => {
    const { vowelVowel, vowelConsonant, consonantVowel, consonantConsonant, total } = blocks(
      workspace,
      { ...ask, counted: null },
    );
    expect(vowelVowel + vowelConsonant + consonantVowel + consonantConsonant).toBe(total - 5);
  });

  it('takes no more letters than there are', () => {
    expect(blocks(workspace, { ...ask, counted: 1000 }).counted).toBe(15);
  });
});

describe('samples after several steps', () => {
  const ask = { recipe, steps: [0, null], count: 6, shown: 3, rare: 0.2 };

  it("are the same generator's as the plain samples", () => {
    const [before, after] = samplesAfter(workspace, ask).columns;
    for (const { step, names } of [before, after]) {
      const plain = sample(workspace, { recipe, step, alpha: 1, count: 6, seed: null });
      expect(names.map(({ parts }) => parts.join(''))).toEqual(
        plain.names.slice(0, 3).map(({ text }) => text),
      );
    }
    expect(after.step).toBe(5);
  });

  it('cut each name where likely and unlikely letters meet', () => {
    const plain = sample(workspace, { recipe, step: 5, alpha: 1, count: 6, seed: null });
    samplesAfter(workspace, ask).columns[1].names.forEach(({ parts }, i) => {
      const { nats, text } = plain.names[i];
      const unlikely = parts.flatMap((part, place) => Array.from(part, () => place % 2 === 1));
      const letters = Array.from(text);
      expect(unlikely).toEqual(letters.map((_, k) => nats[k] > -Math.log(0.2)));
    });
  });

  it('say how many of all are in the list, not only of those shown', () => {
    const { known } = samplesAfter(workspace, ask).columns[1];
    const plain = sample(workspace, { recipe, step: 5, alpha: 1, count: 6, seed: null });
    expect(known).toBe(plain.names.filter((name) => name.known).length);
  });
});
