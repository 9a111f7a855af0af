import { describe, expect, it } from 'vitest';
import { operations } from '../../../src/worker/operations/index.ts';
import { asker, heard, small, twelve } from './asking.ts';
import { networksOf } from '../../../src/worker/networks.ts';

const MODELS = [1, 2, 3, 4, 5] as const;
const own = twelve();
const ask = asker(own);
const shown = { tensors: null, gradients: true, memories: true };

describe.each(MODELS)('the network of model %i', (model) => {
  const recipe = small(model, { steps: 8 });

  it('is described: its tensors lie end to end', () => {
    const { shapes, parameters, labels, bos, settings } = ask('network', { recipe });
    let end = 0;
    for (const { from, rows, cols } of shapes) {
      expect(from).toBe(end);
      end += rows * cols;
    }
    expect(end).toBe(parameters);
    expect(labels[bos]).toBe('•');
    expect(labels).toHaveLength(shapes.find(({ name }) => name === 'wte')!.rows);
    expect(settings.embd).toBe(4);
  });

  it('is shown after any step, with the document that the next step reads', () => {
    const { history, data } = networksOf(own).run(recipe);
    history.train(8);
    for (const step of [5, 0, 8, 3]) {
      const {
        tensors,
        document,
        tokens,
        loss,
        step: at,
      } = ask('weights', {
        recipe,
        step,
        ...shown,
      });
      expect(at).toBe(step);
      expect(document).toBe(data.documents[history.documentAt(step)]);
      expect(tokens).toEqual(data.tokenizer.encode(document));
      expect(loss).toBe(step < 8 ? history.losses[step] : history.at(8).measure(tokens));
      const net = history.at(step);
      const values = Object.values(tensors).flatMap(({ value }) => [...value]);
      expect(values).toEqual([...net.p]);
      expect(Object.values(tensors).flatMap(({ m }) => [...m!])).toEqual([...net.m]);
      expect(Object.values(tensors).flatMap(({ v }) => [...v!])).toEqual([...net.v]);
      net.gradient(tokens);
      expect(Object.values(tensors).flatMap(({ gradient }) => [...gradient!])).toEqual([...net.g]);
    }
  });

  it('has a slope along a parameter that its losses bear out', () => {
    const along = { tensor: 'mlp_fc1', row: 1, col: 2 };
    if (model >= 4) along.tensor = 'layer0.mlp_fc1';
    const span = { from: -1e-4, to: 1e-4, count: 3 };
    const { slope, losses, loss, value, offsets } = ask('slice', {
      recipe,
      step: 4,
      text: 'anna',
      along,
      ...span,
    });
    expect([...offsets]).toEqual([-1e-4, 0, 1e-4]);
    expect(losses[1]).toBe(loss);
    expect((losses[2] - losses[0]) / 2e-4).toBeCloseTo(slope, 7);
    const { tensors } = ask('weights', { recipe, step: 4, ...shown });
    expect(tensors[along.tensor].value[4 + 2]).toBe(value);
  });

  it('has a plane whose middle row is a slice, and slopes along both directions', () => {
    const at = { recipe, step: 2, text: null };
    const along = { tensor: 'wte', row: 0, col: 1 };
    const span = { from: -2e-4, to: 2e-4, count: 5 };
    const plane = ask('plane', { ...at, along: [{ seed: 5 }, along], ...span });
    const slice = ask('slice', { ...at, along, ...span });
    expect(plane.losses).toHaveLength(25);
    plane.losses.slice(10, 15).forEach((loss, k) => expect(loss).toBeCloseTo(slice.losses[k], 13));
    expect(plane.losses[12]).toBe(plane.loss);
    expect(plane.slopes[1]).toBe(slice.slope);
    expect((plane.losses[17] - plane.losses[7]) / 2e-4).toBeCloseTo(plane.slopes[0], 7);
    expect(plane.text).toBe(slice.text);
  });

  it('is tried, parameter by parameter, to the gradient of the chain rule', () => {
    const { parameters } = ask('network', { recipe });
    const all = { recipe, step: 3, text: null, eps: 1e-5 };
    const tried = ask('nudges', { ...all, from: 0, count: Infinity });
    expect(tried.numerical).toHaveLength(parameters);
    tried.numerical.forEach((x, i) => expect(x).toBeCloseTo(tried.analytic[i], 7));
    const some = ask('nudges', { ...all, from: 10, count: 7 });
    expect(some.numerical).toEqual(tried.numerical.slice(10, 17));
    expect(some.analytic).toEqual(tried.analytic.slice(10, 17));
    expect(ask('nudges', { ...all, from: parameters, count: 5 }).numerical).toHaveLength(0);
  });
});

describe('questions about a network', () => {
  const recipe = small(5);
  const at = { recipe, step: 3, text: 'anna' };
  const span = { from: -1, to: 1, count: 3 };

  it('may be about some tensors, in any order', () => {
    const wanted = ['lm_head', 'wte'];
    const { tensors } = ask('weights', {
      recipe,
      step: 3,
      tensors: wanted,
      gradients: false,
      memories: false,
    });
    expect(Object.keys(tensors)).toEqual(wanted);
    expect(tensors.wte).toMatchObject({ gradient: null, m: null, v: null });
  });

  it('hold a step to the run', () => {
    expect(ask('weights', { recipe, step: 99, ...shown }).step).toBe(8);
    expect(ask('weights', { recipe, step: -1, ...shown }).step).toBe(0);
  });

  it('name the symbols that the list does not have', () => {
    const along = { tensor: 'wte', row: 0, col: 0 };
    const { unknown, tokens } = ask('slice', { ...at, text: 'aña', along, ...span });
    expect(unknown).toEqual(['ñ']);
    expect(tokens).toHaveLength(4);
  });

  it.each([
    { tensor: 'none', row: 0, col: 0 },
    { tensor: 'wte', row: -1, col: 0 },
    { tensor: 'wte', row: 0, col: 4 },
    { tensor: 'wte', row: 0.5, col: 0 },
  ])('refuse a parameter that is none: %o', (along) => {
    expect(() => ask('slice', { ...at, along, ...span })).toThrow(RangeError);
    expect(() => ask('diary', { recipe, parameters: [along] })).toThrow(RangeError);
  });

  it.each([0, -1, NaN, Infinity])('refuse a nudge of %d', (eps) => {
    expect(() => ask('nudges', { ...at, eps, from: 0, count: 1 })).toThrow(RangeError);
  });

  it('give the same whatever was asked before, and leave the run as it was', () => {
    const fresh = asker(twelve());
    const question = { ...at, along: { tensor: 'wte', row: 0, col: 0 }, ...span };
    const answer = fresh('slice', question);
    expect(ask('slice', question)).toEqual(answer);
    expect(ask('weights', { recipe, step: 8, ...shown })).toEqual(
      fresh('weights', { recipe, step: 8, ...shown }),
    );
  });

  it('tell how long trying takes, without the pauses in between', () => {
    let time = 0;
    const slow = twelve(() => (time += 1));
    const work = operations.nudges(slow, { ...at, eps: 1e-5, from: 0, count: 40 });
    let pauses = 0;
    for (const steps = work as Generator<unknown, { numericalMs: number; analyticMs: number }>; ;) {
      const { value, done } = steps.next();
      if (!done) {
        time += 1000;
        pauses += 1;
        continue;
      }
      const { numericalMs, analyticMs } = value as { numericalMs: number; analyticMs: number };
      expect(pauses).toBeGreaterThan(5);
      expect(numericalMs).toBe(40);
      expect(analyticMs).toBe(1);
      break;
    }
  });

  it('keep a diary over the whole run', () => {
    const parameters = [
      { tensor: 'wte', row: 1, col: 0 },
      { tensor: 'lm_head', row: 0, col: 3 },
    ];
    const { steps, series, ended } = ask('diary', { recipe, parameters });
    expect([steps, ended]).toEqual([8, null]);
    parameters.forEach(({ tensor, row, col }, k) => {
      for (const step of [0, 4, 7]) {
        const { tensors } = ask('weights', { recipe, step, ...shown });
        expect(series[k].value[step]).toBe(tensors[tensor].value[4 * row + col]);
        expect(series[k].gradient[step]).toBe(tensors[tensor].gradient![4 * row + col]);
      }
    });
  });

  it('tell how far they are, never going back', () => {
    const long = small(5, { seed: 9 });
    const fresh = twelve();
    const along = { tensor: 'wte', row: 0, col: 0 };
    for (const work of [
      operations.weights(fresh, { recipe: long, step: 8, ...shown }),
      operations.slice(fresh, { ...at, recipe: long, along, from: 0, to: 1, count: 50 }),
      operations.plane(fresh, { ...at, recipe: long, along: [along, { seed: 1 }], ...span }),
      operations.nudges(fresh, { ...at, recipe: long, eps: 1e-5, from: 0, count: 50 }),
      operations.diary(fresh, { recipe: long, parameters: [along] }),
      operations.curve(fresh, { recipe: long, points: 5 }),
      operations.evaluate(fresh, { recipe: long, steps: [3, 6] }),
      operations.predict(fresh, { recipe: long, step: 7, text: 'anna', temperature: 1 }),
      operations.compare(fresh, {
        recipe: long,
        against: small(0),
        points: 3,
        count: 1,
        temperature: 1,
        seed: 1,
      }),
    ]) {
      const { progress } = heard<unknown>(work);
      expect(progress.length).toBeGreaterThan(0);
      progress.forEach((share, i) => {
        expect(share).toBeLessThanOrEqual(1 + 1e-12);
        expect(share).toBeGreaterThanOrEqual(i > 0 ? progress[i - 1] - 1e-12 : 0);
      });
    }
  });
});
