import { describe, expect, it } from 'vitest';
import { asker, small, twelve } from './asking.ts';
import { leftOf, turns } from '../../../src/engine/moving-mean.ts';
import { networksOf } from '../../../src/worker/networks.ts';

const own = twelve();
const ask = asker(own);
const recipe = small(5, { steps: 12 });
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe('sizes of gradients', () => {
  const { tensors, none, spread } = ask('gradientSizes', { recipe, from: 0, to: 12 });
  const { rms } = ask('felt', { recipe, from: 0, to: 12 });

  it('count every parameter once, in its tensor', () => {
    const { shapes } = ask('network', { recipe });
    expect(tensors.map(({ tensor }) => tensor)).toEqual(shapes.map(({ name }) => name));
    tensors.forEach((one, k) =>
      expect(total(one.counts) + one.none).toBe(shapes[k].rows * shapes[k].cols),
    );
    expect(none).toBe(rms.filter((size) => size === 0).length);
  });

  it('put each in the bin of its size', () => {
    const { first, counts } = tensors[0];
    const { shapes } = ask('network', { recipe });
    const sizes = [...rms.subarray(0, shapes[0].rows * shapes[0].cols)].filter((size) => size > 0);
    const low = 10 ** (first / 5);
    const high = 10 ** ((first + counts.length) / 5);
    for (const size of sizes) {
      expect(size).toBeGreaterThanOrEqual(low * (1 - 1e-12));
      expect(size).toBeLessThan(high * (1 + 1e-12));
    }
  });

  it('spread from a twentieth to nineteen twentieths', () => {
    const [low, median, high] = spread!;
    expect(low).toBeLessThanOrEqual(median);
    expect(median).toBeLessThanOrEqual(high);
  });
});

describe('rates of their own', () => {
  it('are the rate over the size that Adam remembers', () => {
    const { tensors } = ask('rates', { recipe, step: 5 });
    const net = networksOf(own).run(recipe).history.at(5);
    const share = 1 - 0.99 ** 5;
    const rates = [...net.v].filter((v) => v > 0).map((v) => 0.01 / (Math.sqrt(v / share) + 1e-8));
    expect(tensors.reduce((sum, { counts }) => sum + total(counts), 0)).toBe(rates.length);
    const least = Math.min(...rates);
    const first = Math.min(...tensors.flatMap((one) => (one.counts.length ? [one.first] : [])));
    expect(first).toBe(Math.floor(5 * Math.log10(least)));
  });

  it('are nobody’s before the first step', () => {
    const { tensors, none, spread } = ask('rates', { recipe, step: 0 });
    expect(spread).toBeNull();
    expect(none).toBe(ask('network', { recipe }).parameters);
    for (const { counts, median } of tensors) expect([counts, median]).toEqual([[], null]);
  });
});

describe('entries of diaries', () => {
  const parameters = [
    { tensor: 'wte', row: 0, col: 1 },
    { tensor: 'lm_head', row: 1, col: 2 },
  ];
  const { diaries } = ask('entries', { recipe, parameters, from: 3, betas: [0, 0.5] });
  const { series } = ask('diary', { recipe, parameters });

  it('say how often a parameter was told something, and how often it moved', () => {
    diaries.forEach(({ heard, moved, movedUnheard }, k) => {
      const { gradient, step } = series[k];
      expect(heard).toBe(gradient.filter((g) => g !== 0).length);
      expect(moved).toBe(step.filter((s) => s !== 0).length);
      expect(movedUnheard).toBe(step.filter((s, i) => s !== 0 && gradient[i] === 0).length);
    });
  });

  it('tell the next day with a gradient, and the one that went furthest for its rate', () => {
    diaries.forEach(({ next, longest }, k) => {
      const { gradient, step } = series[k];
      const day = gradient.findIndex((g, i) => i >= 2 && g !== 0) + 1;
      expect(next?.day ?? 0).toBe(day);
      const times = [...step].map((s, i) => Math.abs(s) / (0.01 * (1 - i / 12)));
      expect(longest!.times).toBeCloseTo(Math.max(...times), 12);
      expect(longest!.step).toBe(step[longest!.day - 1]);
    });
  });

  it('tell how often the sign turns, and what a running mean leaves', () => {
    diaries.forEach(({ turned, left }, k) => {
      expect(turned).toBe(turns(series[k].gradient));
      expect(left[0]).toBeCloseTo(1, 12);
      expect(left[1]).toBe(leftOf(series[k].gradient, 0.5));
    });
  });

  it('agree with what is said of all parameters together', () => {
    const { shapes } = ask('network', { recipe });
    const all = shapes.flatMap(({ name, rows, cols }) =>
      Array.from({ length: rows * cols }, (_, i) => ({
        tensor: name,
        row: Math.floor(i / cols),
        col: i % cols,
      })),
    );
    const each = ask('entries', { recipe, parameters: all, from: 1 }).diaries;
    const { beyond, most, parameters: count } = ask('beyond', { recipe });
    expect(count).toBe(all.length);
    const times = each.map(({ longest }) => longest?.times ?? 0);
    expect(beyond).toBe(times.filter((one) => one > 1 + 1e-9).length);
    expect(most!.times).toBe(Math.max(...times));
    expect(
      all.indexOf(all.find((one) => JSON.stringify(one) === JSON.stringify(most!.parameter))!),
    ).toBe(times.indexOf(most!.times));
  });
});

describe('first steps', () => {
  const of = (corrected: boolean) =>
    ask('firstSteps', { recipe: { ...recipe, corrected }, count: 4, width: 0.1 });

  it('are the rate itself, one way or the other, for all that hear something', () => {
    const [first] = of(true).steps;
    expect(first.most).toBeCloseTo(1, 6);
    const { gradient } = ask('weights', {
      recipe,
      step: 0,
      tensors: ['lm_head'],
      gradients: true,
      memories: false,
    }).tensors['lm_head'];
    expect(first.still).toBeLessThan(of(true).parameters);
    expect(gradient!.every((g) => g !== 0)).toBe(true);
  });

  it('are longer without the correction: (1 − β₁) / √(1 − β₂) rates', () => {
    expect(of(false).steps[0].most).toBeCloseTo(0.15 / Math.sqrt(0.01), 5);
  });

  it('count all parameters, each day', () => {
    const { steps, parameters } = of(false);
    expect(steps.map(({ day }) => day)).toEqual([1, 2, 3, 4]);
    for (const { counts, still } of steps) expect(total(counts) + still).toBe(parameters);
  });
});
