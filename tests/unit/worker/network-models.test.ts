import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/engine/recipe.ts';
import type { Input } from '../../../src/worker/protocol.ts';
import golden0 from '../../golden/step0.json' with { type: 'json' };
import golden1 from '../../golden/step1.json' with { type: 'json' };
import golden2 from '../../golden/step2.json' with { type: 'json' };
import golden3 from '../../golden/step3.json' with { type: 'json' };
import golden4 from '../../golden/step4.json' with { type: 'json' };
import golden5 from '../../golden/step5.json' with { type: 'json' };
import { asker, byDefault, defaults, small, twelve } from './asking.ts';

const ALL = [0, 1, 2, 3, 4, 5] as const;
const ask = asker(defaults());
const plain = { topK: null, seed: null, prompt: '', distributions: false };

describe.each([
  [0, golden0, 2.51],
  [1, golden1, 2.54],
  [2, golden2, 2.54],
  [3, golden3, 2.4],
  [4, golden4, 2.4],
  [5, golden5, 2.38],
] as const)('model %i by default', (model, golden, heldOut) => {
  const recipe = byDefault(model);

  it('invents the names of the reference program', () => {
    const temperature = model === 0 ? 1 : 0.5;
    const { names } = ask('generate', { recipe, step: 1000, count: 20, temperature, ...plain });
    expect(names.map(({ text }) => text)).toEqual(golden.samples);
  });

  it('does as well on what it has not read as is known of it', () => {
    const { steps, nats, bits, documents, floors } = ask('evaluate', { recipe, steps: [1000, 0] });
    expect([steps, documents]).toEqual([[1000, 0], 3000]);
    expect(Math.abs(nats[0] - heldOut)).toBeLessThan(0.03);
    expect(Math.abs(nats[1] - floors.uniform)).toBeLessThan(0.2);
    expect(bits[0]).toBeCloseTo(nats[0] / Math.LN2, 12);
  });

  it('has the losses of the reference program', () => {
    const { losses, ended } = ask('curve', { recipe, points: 2 });
    expect(ended).toBeNull();
    expect(losses).toHaveLength(golden.losses.length);
    losses.forEach((loss, i) => expect(loss).toBeCloseTo(golden.losses[i], 12));
  });
});

const own = asker(twelve());

describe.each(ALL)('model %i, asked as all are', (model) => {
  const recipe = small(model);
  const predict = (more: Partial<Input<'predict'>> = {}) =>
    own('predict', { recipe, step: 5, text: 'ana', temperature: 1, ...more });

  it('tells what it expects at each place of a text, and what came', () => {
    const { p, nats, total, mean, read, tokens, labels } = predict();
    expect([read, tokens.length, labels.join('')]).toEqual([4, 5, '•ana•']);
    const size = p.length / read;
    for (let t = 0; t < read; t++) {
      const row = p.subarray(t * size, (t + 1) * size);
      expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      expect(nats[t]).toBeCloseTo(-Math.log(row[tokens[t + 1]]), 12);
    }
    expect(total).toBeCloseTo(
      nats.reduce((a, b) => a + b, 0),
      12,
    );
    expect(mean).toBeCloseTo(total / 4, 12);
  });

  it('reads no further than its block, and names unknown symbols', () => {
    expect(predict({ text: 'dorabob' }).read).toBe(model <= 2 ? 8 : 4);
    expect(predict({ text: 'aña' })).toMatchObject({ unknown: ['ñ'], read: 3 });
  });

  it('becomes surer when it is colder', () => {
    const highest = (temperature: number) => Math.max(...predict({ temperature }).p);
    expect(highest(0.3)).toBeGreaterThan(highest(1));
    expect(highest(3)).toBeLessThan(highest(1));
  });

  const generate = (more: Partial<Input<'generate'>> = {}) =>
    own('generate', { recipe, step: 8, count: 6, temperature: 1, ...plain, ...more });

  it('draws each letter with a number that can be checked', () => {
    const { names } = generate({ distributions: true, seed: 4 });
    for (const { draws } of names) {
      for (const { u, next, p, distribution } of draws) {
        expect(distribution![next]).toBe(p);
        const below = distribution!.subarray(0, next).reduce((a, b) => a + b, 0);
        expect(u).toBeGreaterThanOrEqual(below - 1e-12);
        expect(u).toBeLessThan(below + p + 1e-12);
      }
    }
    expect(generate({ seed: 4 }).names.map(({ text }) => text)).toEqual(
      names.map(({ text }) => text),
    );
  });

  it('goes on with the same generator after any step', () => {
    const [first] = generate({ step: 0, count: 1 }).names;
    const [later] = generate({ step: 8, count: 1 }).names;
    expect(later.draws[0].u).toBe(first.draws[0].u);
  });

  it('goes on from a prompt', () => {
    const { names, unknown } = generate({ prompt: 'do?', seed: 1, distributions: true });
    expect(unknown).toEqual(['?']);
    for (const { text, draws } of names) {
      expect(text.startsWith('do')).toBe(true);
      expect(draws.length).toBeLessThanOrEqual(model <= 2 ? 14 : 2);
    }
    const { p } = own('predict', { recipe, step: 8, text: 'do', temperature: 1 });
    const { distribution } = names[0].draws[0];
    expect(distribution).toEqual(p.slice(-distribution!.length));
  });

  it('has no room to go on where the prompt fills its block', () => {
    const [{ text, draws, ended }] = generate({ prompt: 'abcdefghabcdefgh', count: 1 }).names;
    expect([text, draws, ended]).toEqual(['abcdefghabcdefgh', [], false]);
  });

  it('chooses from the likeliest only, if asked', () => {
    const { names } = generate({ topK: 2, distributions: true });
    for (const { distribution } of names.flatMap(({ draws }) => draws))
      expect(distribution!.filter((x) => x > 0).length).toBeLessThanOrEqual(2);
    const [all, none] = [99, null].map((topK) => generate({ topK, seed: 3 }).names);
    expect(all).toEqual(none);
  });

  it('has a curve from knowing nothing to the end of its run', () => {
    const { losses, heldOut, heldOutDocuments } = own('curve', { recipe, points: 4 });
    expect(losses).toHaveLength(8);
    expect(heldOut.steps).toEqual([0, 1, 4, 8]);
    expect(heldOutDocuments).toBe(4);
    expect(own('evaluate', { recipe, steps: [4, 99] })).toMatchObject({
      steps: [4, 8],
      nats: [heldOut.nats[2], heldOut.nats[3]],
    });
  });

  it('is not measured when nothing is held out', () => {
    const all = small(model, { steps: 12 });
    expect(own('curve', { recipe: all, points: 4 }).heldOut).toEqual({ steps: [], nats: [] });
    expect(own('evaluate', { recipe: all, steps: [3] })).toMatchObject({ nats: [], documents: 0 });
  });

  it('is compared with another by what neither has read, and by the same numbers', () => {
    const against = small(((model + 1) % 6) as Model);
    const wish = { points: 3, count: 4, temperature: 1, seed: 11 };
    const both = own('compare', { recipe, against, ...wish });
    expect(both.difference).toBe(both.recipe.final! - both.against.final!);
    expect(both.recipe.heldOut).toEqual(own('curve', { recipe, points: 3 }).heldOut);
    expect(both.recipe.names.map(({ text }) => text)).toEqual(
      generate({ count: 4, seed: 11 }).names.map(({ text }) => text),
    );
    const same = own('compare', { recipe, against: recipe, ...wish });
    expect(same.difference).toBe(0);
    expect(same.recipe).toEqual(same.against);
  });
});

it('a run that breaks down is asked about as far as it went', () => {
  const recipe = small(2, { rate: 100, schedule: 'constant', embd: 8 });
  const { ended, losses, heldOut } = own('curve', { recipe, points: 3 });
  expect(ended).not.toBeNull();
  expect(losses).toHaveLength(ended!.step - 1);
  expect(heldOut.steps.at(-1)).toBe(ended!.lastGood);
  const input = { recipe, step: 8, tensors: null, gradients: true, memories: true };
  expect(own('weights', input).step).toBe(ended!.lastGood);
  expect(own('diary', { recipe, parameters: [] })).toMatchObject({ ended, steps: ended!.step - 1 });
});
