import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../src/engine/settings.ts';
import { answerOf, restOf, TENSORS } from '../../../src/figures/step3/mixing-engine.ts';
import {
  allTo,
  BEATS,
  dragged,
  mixingLayout,
  mixtureOf,
  ribbons,
  weightAt,
  weightsIn,
  weightY,
} from '../../../src/figures/step3/mixing-view.ts';
import type { Recipe } from '../../../src/engine/recipe.ts';
import { asker, small, twelve } from '../worker/asking.ts';

const own = asker(twelve());
const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
const shares = fc
  .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 16 })
  .map((row) => row.map((x) => x / total(row)));

/** A reading by the engine, and all that the figure makes of it. */
function reading(recipe: Recipe, cut: boolean) {
  const place = { recipe, step: 5, text: 'dora' };
  const design = cut ? { residual: false } : null;
  const way = own('passage', { ...place, tensors: null, design });
  const row = (name: string, t: number) => {
    const { size, values } = way.vectors[name];
    return [...values.subarray(t * size, (t + 1) * size)];
  };
  const t = way.positions - 1;
  const { tensors } = own('weights', {
    recipe,
    step: 5,
    tensors: [...TENSORS],
    gradients: false,
    memories: false,
  });
  const values = Object.fromEntries(TENSORS.map((name) => [name, tensors[name].value]));
  const rest = restOf(values as Parameters<typeof restOf>[0], settingsOf(recipe)!, 4);
  const v = Array.from({ length: t + 1 }, (_, s) => row('layer0.v', s));
  return { row, t, v, rest };
}

describe('the answer from a mixture', () => {
  const designs: Partial<Recipe>[] = [
    {},
    { norm: 'layer' },
    { norm: 'none' },
    { postNorm: true },
    { activation: 'gelu' },
    { residual: false },
  ];
  it.each(designs)('is the network’s own, to the last bit, with %j', (design) => {
    for (const cut of [false, true]) {
      const { row, t, v, rest } = reading(small(3, design), cut);
      const mixture = mixtureOf(row('layer0.head0.weight', t).slice(0, t + 1), v);
      expect(mixture).toEqual(row('layer0.found', t));
      const { attn, p } = answerOf(rest, mixture, row('x0', t), cut);
      expect(attn).toEqual(row('layer0.attn', t));
      expect(p).toEqual(row('prob', t));
    }
  });

  it('moves with the weights', () => {
    const { row, t, v, rest } = reading(small(3), false);
    const answer = (weights: readonly number[]) =>
      answerOf(rest, mixtureOf(weights, v), row('x0', t), false).p;
    const [one, other] = [answer(allTo(0, t + 1)), answer(allTo(1, t + 1))];
    expect(total(one)).toBeCloseTo(1, 12);
    expect(one).not.toEqual(other);
  });
});

describe('dragging a weight', () => {
  const places = fc.tuple(shares, fc.nat(), fc.double({ min: -0.5, max: 1.5, noNaN: true }));

  it('leaves a share of 1 to all, and the others in their proportions', () => {
    fc.assert(
      fc.property(places, ([weights, at, to]) => {
        const s = at % weights.length;
        const next = dragged(weights, s, to);
        expect(total(next)).toBeCloseTo(1, 9);
        expect(next[s]).toBe(Math.max(0, Math.min(1, to)));
        const [a, b] = [0, 1, 2].filter((i) => i !== s && i < weights.length);
        if (b !== undefined) expect(next[a] * weights[b]).toBeCloseTo(next[b] * weights[a], 9);
      }),
    );
  });

  it('brings the others back evenly when they had nothing', () => {
    expect(dragged([0, 1, 0], 1, 0.5)).toEqual([0.25, 0.5, 0.25]);
    expect(dragged([1], 0, 0.2)).toEqual([1]);
  });
});

describe('the weights in force', () => {
  it('are the reader’s if they fit the name, else the story’s', () => {
    const network = [0.2, 0.3, 0.5];
    const view = BEATS[0];
    expect(weightsIn(view, network)).toBe(network);
    expect(weightsIn({ ...view, all: true }, network)).toEqual([0, 1, 0]);
    expect(weightsIn({ ...view, all: true }, [1])).toEqual([1]);
    expect(weightsIn({ ...view, weights: [1, 0, 0], all: true }, network)).toEqual([1, 0, 0]);
    expect(weightsIn({ ...view, weights: [1, 0] }, network)).toBe(network);
  });
});

describe('where things stand', () => {
  const rooms = fc.record({
    width: fc.integer({ min: 300, max: 900 }),
    height: fc.integer({ min: 190, max: 700 }),
  });

  it('is band under band within the picture', () => {
    fc.assert(
      fc.property(rooms, fc.integer({ min: 1, max: 16 }), (room, n) => {
        const at = mixingLayout(room, n, 16);
        const bands = [at.weights, at.values, at.shares, at.mix, at.attn, at.stream, at.answer];
        const edges = bands.flatMap(({ top, bottom }) => [top, bottom]);
        expect(edges).toEqual([...edges].sort((a, b) => a - b));
        expect(at.answer.bottom).toBeLessThanOrEqual(room.height);
      }),
    );
  });

  it('takes a height back to its weight, and has a ribbon a position', () => {
    const at = mixingLayout({ width: 468, height: 430 }, 7, 16);
    expect(weightAt(at, weightY(at, 0.37))).toBeCloseTo(0.37, 12);
    expect(ribbons(at, allTo(2, 7))).toHaveLength(7);
  });
});
