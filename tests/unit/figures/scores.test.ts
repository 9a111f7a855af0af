import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoresFacts, timesOf } from '../../../src/figures/step3/scores-facts.ts';
import {
  BEATS,
  boldest,
  randomWeights,
  scaleOf,
  scalesOf,
  scoresLayout,
  SIZES,
  weightsOf,
} from '../../../src/figures/step3/scores-view.ts';

const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
const square = fc
  .integer({ min: 1, max: 7 })
  .chain((n) =>
    fc.array(
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: n, maxLength: n }),
      { minLength: n, maxLength: n },
    ),
  );

describe('weights', () => {
  it('add up to 1 in every row, and nothing looks ahead', () => {
    fc.assert(
      fc.property(square, fc.constantFrom(0.25, 1, 16), (scores, times) => {
        weightsOf(scores, times).forEach((row, t) => {
          expect(total(row)).toBeCloseTo(1, 12);
          expect(row.slice(t + 1).every((weight) => weight === 0)).toBe(true);
        });
      }),
    );
  });

  it('grow more even the smaller the scores are made', () => {
    fc.assert(
      fc.property(square, (scores) => {
        const top = (times: number) => Math.max(...weightsOf(scores, times).at(-1)!);
        expect(top(0.25)).toBeLessThanOrEqual(top(1) + 1e-12);
        expect(top(1)).toBeLessThanOrEqual(top(16) + 1e-12);
      }),
    );
  });

  it('are boldest where one is most above its even share', () => {
    const even = (n: number) => Array.from({ length: n }, (_, i) => (i < n ? 1 / n : 0));
    const rows = [
      [1, 0, 0, 0],
      [0.9, 0.1, 0, 0],
      [0.5, 0.25, 0.25, 0],
      [0.1, 0.6, 0.2, 0.1],
    ];
    expect(boldest(rows)).toEqual({ t: 3, s: 1 });
    expect(boldest([[1], [0.5, 0.5]])).toEqual({ t: 1, s: 0 });
    expect(boldest([...rows.slice(0, 3), even(4)])).toEqual({ t: 2, s: 0 });
  });
});

describe('the divisor', () => {
  it('is the root as the program has it, 1 where the program does not divide, or the story asks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 256 }), (size) => {
        const all = scalesOf(size);
        expect(all).toEqual([...all].sort((a, b) => a - b));
        expect(all[scaleOf(BEATS[0], size, true)]).toBe(1 / Math.sqrt(size));
        expect(all[scaleOf(BEATS[0], size, false)]).toBe(1);
        expect(all[scaleOf(BEATS[3], size, true)]).toBe(1);
        expect(scaleOf({ ...BEATS[0], scale: 99 }, size, true)).toBe(all.length - 1);
      }),
    );
  });

  it('is said as a division below 1 and as a product above', () => {
    expect([0.25, 1 / Math.sqrt(8), 1, 8].map(timesOf)).toEqual(['÷ 4', '÷ 2.83', '÷ 1', '× 8']);
  });
});

describe('random vectors', () => {
  const { bare, divided } = randomWeights(7, 42);

  it('let one position take nearly all when they are long, unless divided by the root', () => {
    expect(bare).toHaveLength(SIZES.length);
    expect(bare.at(-1)).toBeGreaterThan(0.9);
    expect([...bare].sort((a, b) => a - b)).toEqual(bare);
    for (const weight of divided) expect(weight).toBeLessThan(0.5);
    expect(Math.abs(divided.at(-1)! - divided[1])).toBeLessThan(0.08);
  });

  it('of one number are the same with and without', () => {
    expect(divided[0]).toBe(bare[0]);
  });
});

describe('what is told', () => {
  const letters = ['•', 'a', 'b'];
  const dots = [
    [1, 0, 0],
    [2, 2, 0],
    [8, 4, 0],
  ];
  const told = { letters, size: 16, dots, factor: 0.25, adam: null };

  it('is of the last position: its largest weight, the least, and without the root', () => {
    const facts = scoresFacts(told);
    expect(facts).toMatchObject({
      'scores.asks': 'b',
      'scores.most': '•',
      'scores.dot': '8.000',
      'scores.score': '2.000',
      'scores.weight': '0.665',
      'scores.least': '0.090',
      'scores.bare': '0.982',
      'scores.even': '0.333',
      'scores.root': '4',
    });
    expect(facts).not.toHaveProperty('scores.adam.weight');
  });

  it('compares the boldest weight that Adam has found with what it was before', () => {
    const facts = scoresFacts({
      ...told,
      adam: [
        [1, 0, 0],
        [2, 2, 0],
        [0, 0, 16],
      ],
    });
    expect(facts).toMatchObject({
      'scores.adam.asks': 'b',
      'scores.adam.most': 'b',
      'scores.adam.weight': '0.965',
      'scores.adam.before': '0.090',
    });
  });
});

describe('where things stand', () => {
  it('is from top to bottom, within the picture, at every size', () => {
    const rooms = fc.record({
      width: fc.integer({ min: 300, max: 900 }),
      height: fc.integer({ min: 190, max: 700 }),
    });
    fc.assert(
      fc.property(rooms, fc.integer({ min: 1, max: 16 }), (room, n) => {
        const at = scoresLayout(room, n);
        const order = [at.arcs, at.letters, at.scores, at.bars.top, at.bars.bottom, at.map.top];
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(at.map.bottom).toBeLessThanOrEqual(room.height);
        expect(at.left + n * at.pitch).toBeCloseTo(room.width, 9);
      }),
    );
  });
});
