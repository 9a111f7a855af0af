import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as see from '../../../src/figures/step4/stream-view.ts';
import { parametersOf } from '../../../src/figures/step4/stream-data.ts';
import { DEFAULT_RECIPE } from '../../../src/engine/recipe.ts';

/** Two positions, three tokens, three stages. */
const answers: see.Answers = {
  stages: ['x0', 'layer0.middle', 'layer0.out'],
  positions: 2,
  vocab: 3,
  tokens: [2, 0, 1],
  p: [
    [0.2, 0.5, 0.3], [0.3, 0.3, 0.4],
    [0.4, 0.4, 0.2], [0.3, 0.3, 0.4],
    [0.8, 0.1, 0.1], [0.2, 0.4, 0.4],
  ].flat(), // prettier-ignore
};

/** Distributions of any length at any number of stages, of one position. */
const distributions = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 40 }))
  .chain(([stages, vocab]) =>
    fc
      .array(fc.integer({ min: 0, max: 1000 }), {
        minLength: stages * vocab,
        maxLength: stages * vocab,
      })
      .map((counts): see.Answers => {
        const p = counts.map((count, i) => {
          const row = counts.slice(i - (i % vocab), i - (i % vocab) + vocab);
          return (count + 0.001) / row.reduce((a, b) => a + b + 0.001, 0);
        });
        const names = Array.from({ length: stages }, (_, i) => `layer${i}.out`);
        return { stages: names, positions: 1, vocab, p, tokens: [0, 1] };
      }),
  );

describe('what a stage would answer', () => {
  it('costs −ln of what comes, as a mean over the name', () => {
    const nats = see.natsOf(answers, Math.log);
    expect(nats[0]).toBeCloseTo(-(Math.log(0.2) + Math.log(0.3)) / 2, 12);
    expect(nats[2]).toBeCloseTo(-(Math.log(0.8) + Math.log(0.4)) / 2, 12);
  });

  it('is infinitely dear where what comes has no share', () => {
    const none = { ...answers, p: answers.p as number[] };
    none.p = [0, ...none.p.slice(1)];
    expect(see.natsOf(none, Math.log)[0]).toBe(Infinity);
  });

  it('is followed where it is revised most', () => {
    expect(see.mostRevised(answers)).toBe(0);
  });

  it('names the half that lowers the loss most', () => {
    expect(see.strongest([3, 2.9, 2.1, 2.4, 1.9])).toBe(2);
    expect(see.strongest([2, 2.2, 2.1])).toBe(2);
    expect(see.strongest([2, 2.1])).toBe(1);
  });
});

describe('the river', () => {
  it('is full at every stage, and no ribbon overlaps another', () => {
    fc.assert(
      fc.property(distributions, (all) => {
        const ribbons = see.ribbonsOf(all, 0, [1]);
        all.stages.forEach((_, stage) => {
          let at = 0;
          for (const { spans } of ribbons) {
            expect(spans[stage][0]).toBeCloseTo(at, 9);
            expect(spans[stage][1]).toBeGreaterThanOrEqual(spans[stage][0] - 1e-12);
            [, at] = spans[stage];
          }
          expect(at).toBeCloseTo(1, 9);
        });
      }),
    );
  });

  it('always has the token that is followed, and the likeliest at the end on top', () => {
    fc.assert(
      fc.property(distributions, (all) => {
        const ribbons = see.ribbonsOf(all, 0, [1]);
        expect(ribbons.some(({ token }) => token === 1)).toBe(true);
        const ends = ribbons
          .filter(({ token }) => token !== null)
          .map(({ spans }) => spans.at(-1)![1] - spans.at(-1)![0]);
        // Spans are differences of sums: equal ones may come out a last digit apart.
        ends.slice(1).forEach((end, i) => expect(end).toBeLessThan(ends[i] + 1e-12));
      }),
    );
  });

  it('is drawn inside its box', () => {
    const box = { x: 40, y: 30, width: 300, height: 200 };
    const [ribbon] = see.ribbonsOf(answers, 0, []);
    const numbers = see
      .ribbonPath(ribbon, box)
      .match(/-?\d+(\.\d+)?/g)!
      .map(Number);
    numbers.forEach((n, i) => {
      const [low, high] = i % 2 === 0 ? [40, 340] : [30, 230];
      expect(n).toBeGreaterThanOrEqual(low);
      expect(n).toBeLessThanOrEqual(high);
    });
  });
});

it('knows which half of which layer a stage is', () => {
  expect(see.stageOf('x0')).toEqual({ half: 'start', layer: 0 });
  expect(see.stageOf('layer1.middle')).toEqual({ half: 'attention', layer: 1 });
  expect(see.stageOf('layer3.out')).toEqual({ half: 'mlp', layer: 3 });
});

it('leaves room for the floors under the river, at any size', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 300, max: 900 }),
      fc.integer({ min: 260, max: 620 }),
      fc.integer({ min: 1, max: 21 }),
      (width, height, letters) => {
        const at = see.streamLayout({ width, height }, 1, letters);
        expect(at.river.y + at.river.height + at.foot).toBeLessThanOrEqual(at.floors.top + 0.01);
        expect(at.letters.x).toBeGreaterThanOrEqual(-0.01);
        expect(at.letters.pitch * letters).toBeLessThanOrEqual(width + 0.01);
      },
    ),
  );
});

it('counts what each floor is made of', () => {
  const own = { ...DEFAULT_RECIPE, model: 4 as const };
  expect(parametersOf(own, 27)).toBe(4192);
  expect(parametersOf({ ...own, layers: 2 }, 27)).toBe(4192 + 12 * 16 * 16);
});
