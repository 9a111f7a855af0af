import { describe, expect, it } from 'vitest';
import { FastNetwork } from '../../../src/engine/index.ts';
import { lengthOf } from '../../../src/engine/vector.ts';
import { inFull, unitsApart } from '../../../src/worker/operations/digits.ts';
import { stretchesOf } from '../../../src/worker/operations/twins.ts';
import { asker, defaults, heard, small, twelve, byDefault } from './asking.ts';
import { operations } from '../../../src/worker/operations/index.ts';
import { networksOf } from '../../../src/worker/networks.ts';

const own = twelve();
const ask = asker(own);

describe('numbers compared to the last bit', () => {
  it('are apart by the numbers of float64 between them', () => {
    expect(unitsApart(1, 1)).toBe(0);
    expect(unitsApart(0, -0)).toBe(0);
    expect(unitsApart(1, 1 + Number.EPSILON)).toBe(1);
    expect(unitsApart(0.1 + 0.2, 0.3)).toBe(1);
    expect(unitsApart(Number.MIN_VALUE, -Number.MIN_VALUE)).toBe(2);
    expect(unitsApart(-2, -2 - 2 * Number.EPSILON)).toBe(1);
  });

  it('are written so that they can be read back', () => {
    for (const x of [0.1, -0.020054782818613965, 3.3e-9, 2 / 3, 1e21, -1e-300, 0])
      expect(Number(inFull(x))).toBe(x);
  });
});

describe('gradients that pile up', () => {
  const recipe = small(2, { steps: 8 });
  const piled = ask('pile', { recipe, names: 6, after: 3 });

  it('are the sum of all so far, where each name adds its own', () => {
    const { history } = networksOf(own).run({ ...recipe, zeroing: false });
    const { history: usual } = networksOf(own).run(recipe);
    const net = history.at(2);
    const { p, sizes, training } = net;
    // The third name alone, with the weights that it met.
    const alone = new FastNetwork(sizes, training);
    alone.p.set(p);
    alone.gradient(usual.tokensAt(2));
    for (const { tensor, row, col, piled: sums } of piled.weights) {
      const cols = net.shapes.find(({ name }) => name === tensor)!.cols;
      let from = 0;
      for (const { name, rows, cols: wide } of net.shapes) {
        if (name === tensor) break;
        from += rows * wide;
      }
      expect(sums[2] - sums[1]).toBeCloseTo(alone.g[from + row * cols + col], 14);
    }
  });

  it('begin as those of the usual run, and grow', () => {
    expect(piled.piled.norms[0]).toBe(piled.zeroed.norms[0]);
    expect(piled.piled.losses[0]).toBe(piled.zeroed.losses[0]);
    expect(piled.piled.norms[5]).toBeGreaterThan(2 * piled.zeroed.norms[5]);
    expect(piled.zeroed.norms[0]).toBe(lengthOf(gradientAtStart()));
    expect(piled.documents).toHaveLength(6);
  });

  function gradientAtStart(): Float64Array {
    const { history } = networksOf(own).run(recipe);
    const net = history.at(0);
    net.gradient(history.tokensAt(0));
    return net.g.slice();
  }

  it('of the default run lead it astray, after they have helped', () => {
    const all = asker(defaults());
    const run = byDefault(2);
    const { ended, piled: astray, zeroed } = all('pile', { recipe: run, names: 40, after: 10 });
    expect(ended).not.toBeNull();
    expect(astray.losses).toHaveLength(ended!.step - 1);
    expect(zeroed.losses).toHaveLength(40);
    expect(astray.norms[10] / zeroed.norms[10]).toBeGreaterThan(4);
  });
});

describe('the gradient by hand and from the record', () => {
  const recipe = small(2, { steps: 8 });
  const digits = ask('lastDigits', { recipe, step: 5, text: 'anna' });

  it('agree but for the last digits', () => {
    expect(digits.relative).toBeLessThan(1e-9);
    expect(digits.apart.reduce((sum, { count }) => sum + count, 0)).toBe(digits.parameters);
    expect(digits.apart[0].count).toBe(digits.same);
    expect(digits.same).toBeLessThan(digits.parameters);
    expect(digits.farthest!.byHand).not.toBe(digits.farthest!.recorded);
  });

  it('are those of the two programs', () => {
    const { gradient } = ask('handGradient', { recipe, step: 5, text: 'anna', mistake: null });
    const { example } = digits.apart.find(({ count }) => count > 0)!;
    expect([...gradient]).toContain(Number(example!.byHand));
    const net = networksOf(own).run(recipe).history.at(5);
    net.gradient(digits.tokens);
    expect([...net.g]).toContain(Number(example!.recorded));
  });

  it('show what a wrong chain rule would do', () => {
    const { gradient } = ask('handGradient', {
      recipe,
      step: 5,
      text: 'anna',
      mistake: 'unaveraged',
    });
    const net = networksOf(own).run(recipe).history.at(5);
    net.gradient(digits.tokens);
    const most = net.g.reduce((far, y, i) => Math.max(far, Math.abs(y - gradient[i])), 0);
    expect(most).toBeGreaterThan(1e6 * digits.farthest!.apart);
  });
});

describe('the same run twice', () => {
  it('is the same run, and invents the same names', () => {
    const recipe = small(2, { steps: 8 });
    const twins = ask('twins', { recipe, stretches: 4, count: 5, temperature: 0.5 });
    expect(twins.stretches).toHaveLength(4);
    expect(twins.apart).toBeLessThan(1e-13);
    expect(twins.names.byHand).toHaveLength(5);
    expect(twins.names.recorded).toEqual(twins.names.byHand);
    const { names } = ask('generate', {
      recipe: { ...recipe, model: 1 },
      step: 8,
      count: 5,
      temperature: 0.5,
      topK: null,
      seed: null,
      prompt: '',
      distributions: false,
    });
    expect(twins.names.byHand).toEqual(names.map(({ text }) => text));
  });

  it('is cut into stretches that cover it', () => {
    const stretches = stretchesOf([1, 2, 3, 4, 5], [1, 2, 3, 4, 6], 5, 2);
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [3, 5],
    ]);
    expect(stretches[1]).toMatchObject({ byHand: 4.5, recorded: 5, apart: 1, same: 1 });
    expect(stretchesOf([], [], 0, 3)).toEqual([]);
  });

  it('invents nothing where the run breaks down', () => {
    const recipe = byDefault(2, { rate: 100, steps: 60 });
    const { ended, names, heldOut } = asker(defaults())('twins', {
      recipe,
      stretches: 4,
      count: 5,
      temperature: 0.5,
    });
    expect(ended).not.toBeNull();
    expect(names).toEqual({ byHand: [], recorded: [] });
    expect(heldOut).toBeNull();
  });
});

describe('a duel of the engines', () => {
  it('ends in the same losses, and is timed by the clock it is given', () => {
    // A clock that goes on by 2 ms whenever it is looked at.
    let time = 0;
    const fake = twelve(() => (time += 2));
    const recipe = small(2, { steps: 8 });
    for (const round of [0, 1]) {
      const { progress, answer } = heard(operations.duel(fake, { recipe, steps: 6, round }));
      expect(answer.steps).toBe(6);
      expect(answer.same).toEqual(Array(6).fill(true));
      // Each step takes one look, so 2 ms; the fast engine's steps too, however often taken.
      expect(answer.readableMs).toBeCloseTo(2, 12);
      expect(answer.fastMs).toBeCloseTo(2, 12);
      expect(progress.length).toBeGreaterThan(2);
      expect(Math.max(...progress)).toBeLessThanOrEqual(1);
    }
  });

  it('takes no more steps than the run has, and comes to an end on a clock that stands', () => {
    const recipe = small(2, { steps: 8 });
    const { answer } = heard(
      operations.duel(
        twelve(() => 0),
        { recipe, steps: 50, round: 0 },
      ),
    );
    expect(answer).toMatchObject({ steps: 8, readableMs: 0, fastMs: 0 });
  });
});

describe('what is recorded for a text', () => {
  const recipe = small(2, { steps: 8 });
  const place = { recipe, step: 4, text: 'anna' };
  const { shapes, labels } = ask('network', { recipe });

  it('hands a weight as many amounts as it has uses', () => {
    const a = labels.indexOf('a');
    const hidden = shapes.find(({ name }) => name === 'mlp_fc1')!.rows;
    const { handed, nodes, made, tokens } = ask('recorded', {
      ...place,
      parameters: [
        { tensor: 'wte', row: a, col: 1 },
        { tensor: 'mlp_fc1', row: 2, col: 1 },
        { tensor: 'mlp_fc2', row: 0, col: 3 },
      ],
    });
    // Twice an a, each into all hidden units; and five pairs, boundaries included.
    expect(handed.map(({ amounts }) => amounts)).toEqual([2 * hidden, 5, 5]);
    // All of both matrices, and the rows of the letters read: what is left was made.
    const count = (name: string) => {
      const { rows, cols } = shapes.find((tensor) => tensor.name === name)!;
      return rows * cols;
    };
    const read = new Set(tokens.slice(0, -1)).size;
    const wide = shapes.find(({ name }) => name === 'wte')!.cols;
    expect(nodes - made).toBe(count('mlp_fc1') + count('mlp_fc2') + read * wide);
  });

  it('comes to the gradients that the fast engine has', () => {
    const at = { tensor: 'mlp_fc1', row: 2, col: 1 };
    const { handed, loss, tokens } = ask('recorded', { ...place, parameters: [at] });
    const net = networksOf(own).run(recipe).history.at(4);
    expect(loss).toBe(net.gradient(tokens));
    const from = shapes.find(({ name }) => name === 'mlp_fc1')!.from;
    expect(handed[0].gradient).toBe(net.g[from + 2 * 4 + 1]);
  });

  it('has its largest gradients where they are', () => {
    const { largest, tokens } = ask('recorded', { ...place, parameters: [] });
    const of = Object.fromEntries(largest.map((one) => [one.of, one]));
    expect(of['loss'].gradient).toBe(1);
    // The slope of −ln p is −1 / p, and each of n prices has an n-th of the loss.
    const net = networksOf(own).run(recipe).history.at(4);
    const predict = net.predictor();
    const n = tokens.length - 1;
    const slopes = tokens
      .slice(0, n)
      .map((token, i) => -1 / (n * predict(token, 0)[tokens[i + 1]]));
    const { gradient, position, token } = of['probability'];
    expect(gradient).toBeCloseTo(Math.min(...slopes), 10);
    expect(slopes[position]).toBeCloseTo(gradient, 10);
    expect(token).toBe(tokens[position + 1]);
  });

  it('is nothing for a program that does not record', () => {
    expect(() =>
      ask('recorded', { ...place, recipe: small(1, { steps: 8 }), parameters: [] }),
    ).toThrow(/records nothing/);
  });
});
