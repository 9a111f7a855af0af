import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapesOf } from '../../../src/engine/parameters.ts';
import { REFERENCE_DESIGN } from '../../../src/engine/design.ts';
import { totalVariation } from '../../../src/engine/vector.ts';
import {
  barsPath,
  changesLayout,
  countOf,
  exchanged,
  lettersAt,
  pressed,
  stagesOf,
} from '../../../src/figures/step3/changes-view.ts';

const shapes = (model: 2 | 3, vocab = 27, embd = 16) =>
  shapesOf({
    model,
    vocab,
    embd,
    heads: 1,
    layers: 1,
    block: 16,
    design: REFERENCE_DESIGN,
  });
const stages = (vocab?: number, embd?: number) =>
  stagesOf(shapes(2, vocab, embd), shapes(3, vocab, embd));

describe('the matrices of two programs', () => {
  it('are all of them, each in one stage', () => {
    const of = (side: 'old' | 'fresh') => stages().flatMap((stage) => stage[side]);
    expect(countOf(of('old'))).toBe(countOf(shapes(2)));
    expect(countOf(of('fresh'))).toBe(countOf(shapes(3)));
    expect(
      of('fresh')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(
      shapes(3)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('stand at the level of their stage, one under another, and within the picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 340, max: 900 }),
        fc.integer({ min: 230, max: 700 }),
        fc.integer({ min: 2, max: 200 }),
        fc.integer({ min: 1, max: 128 }),
        fc.double({ min: 1, max: 1.6, noNaN: true }),
        (width, height, vocab, embd, scale) => {
          const at = changesLayout(stages(vocab, embd), { width, height }, scale);
          let last = at.begin;
          for (const stage of at.stages) {
            expect(stage.top).toBeGreaterThan(last);
            last = stage.bottom;
            for (const drawn of [...stage.old, ...stage.fresh]) {
              expect(drawn.y).toBeGreaterThanOrEqual(stage.top - 0.5);
              expect(drawn.y + drawn.height).toBeLessThanOrEqual(stage.bottom + 0.5);
              expect(drawn.width / drawn.height).toBeCloseTo(drawn.cols / drawn.rows, 6);
              expect(drawn.x).toBeGreaterThanOrEqual(-0.5);
              expect(drawn.x + drawn.width).toBeLessThanOrEqual(width);
            }
          }
          expect(at.oldNumber).toBeLessThan(at.namesX);
          expect(at.namesX).toBeLessThan(at.freshNumber);
        },
      ),
    );
  });

  it('leave the answers out where it is low', () => {
    expect(changesLayout(stages(), { width: 358, height: 300 }, 1).bars.height).toBe(0);
    expect(changesLayout(stages(), { width: 468, height: 470 }, 1).bars.height).toBeGreaterThan(60);
  });
});

describe('an exchanged letter', () => {
  const labels = ['a', 'b', 'c', '•'];

  it('is another of the list, never the boundary, and the others stay', () => {
    expect(exchanged(['c', 'a', 'b'], { at: 0, by: 1 }, labels, 3)).toEqual(['a', 'a', 'b']);
    expect(exchanged(['c', 'a', 'b'], { at: 1, by: 2 }, labels, 3)).toEqual(['c', 'c', 'b']);
  });

  it('goes through all others when it is pressed again and again, and comes back', () => {
    let exchange = pressed(null, 1, 3);
    const seen: string[] = [];
    while (exchange) {
      seen.push(exchanged(['a', 'b'], exchange, labels, 3)[1]);
      exchange = pressed(exchange, 1, 3);
    }
    expect(seen).toEqual(['c', 'a']);
  });

  it('begins anew at another letter', () => {
    expect(pressed({ at: 0, by: 5 }, 2, 26)).toEqual({ at: 2, by: 1 });
  });
});

describe('how far an answer moved', () => {
  const share = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), {
    minLength: 5,
    maxLength: 5,
  });
  const normed = (x: number[]) => {
    const total = x.reduce((a, b) => a + b, 0);
    return x.map((one) => one / total);
  };

  it('is nothing for the same answer, and between 0 and 1 the same both ways', () => {
    fc.assert(
      fc.property(share, share, (x, y) => {
        const [p, q] = [normed(x), normed(y)];
        expect(totalVariation(p, p)).toBe(0);
        expect(totalVariation(p, q)).toBe(totalVariation(q, p));
        expect(totalVariation(p, q)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is everything for answers that share nothing', () => {
    expect(totalVariation([1, 0], [0, 1])).toBe(1);
  });
});

it('bars stand on their foot, the likeliest as tall as the room', () => {
  const path = barsPath([0.5, 0.25], 0.5, { x: 0, width: 20, bottom: 100, height: 40 });
  expect(path).toBe('M0.0 100v-40.0h7.4v40.0M10.0 100v-20.0h7.4v20.0');
});

it('letters are set evenly about their middle', () => {
  expect(lettersAt(3, 50, 10)).toEqual([40, 50, 60]);
});
