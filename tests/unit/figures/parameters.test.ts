import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/engine/index.ts';
import { matrix } from '../../../src/engine/parameters.ts';
import {
  MATRICES,
  cellBox,
  cellName,
  inkOf,
  matricesLayout,
  rowBox,
} from '../../../src/figures/step1/matrices.ts';
import {
  SPREAD,
  bell,
  historyEnds,
  historyPath,
  meanSize,
  parametersLayout,
  sharesOf,
  spread,
  untouched,
} from '../../../src/figures/step1/parameters-view.ts';

const NAMES = { vocab: 27, width: 16, hidden: 64 };

describe('the joined matrices', () => {
  const at = matricesLayout({ width: 468, height: 400 }, NAMES, 20);

  it('fill the width of the reference with cells of five pixels', () => {
    expect(at.cell).toBe(5);
    expect(at.width).toBe(468);
  });

  it('share an axis where they meet: one row of wte and of fc1 at one height', () => {
    for (const index of [0, 7, 15]) {
      const letter = cellBox(at, { tensor: 'wte', row: 3, col: index });
      const unit = cellBox(at, { tensor: 'mlp_fc1', row: 9, col: index });
      expect(letter.y).toBe(unit.y);
      const below = cellBox(at, { tensor: 'mlp_fc2', row: 5, col: 9 });
      expect(below.x).toBe(unit.x);
    }
  });

  it('keep every cell within its own matrix and the room', () => {
    fc.assert(
      fc.property(
        fc.record({
          vocab: fc.integer({ min: 2, max: 400 }),
          width: fc.integer({ min: 1, max: 64 }),
        }),
        fc.integer({ min: 300, max: 1200 }),
        fc.integer({ min: 200, max: 900 }),
        ({ vocab, width: wide }, width, height) => {
          const all = matricesLayout({ width, height }, { vocab, width: wide, hidden: 4 * wide });
          if (all.cell <= 0.25) return;
          expect(all.width).toBeLessThanOrEqual(width + 1e-6);
          expect(all.height).toBeLessThanOrEqual(height + 1e-6);
          for (const tensor of MATRICES) {
            const plate = all.plates[tensor];
            const last = cellBox(all, { tensor, row: plate.rows - 1, col: plate.cols - 1 });
            expect(last.x + last.width).toBeCloseTo(plate.x + plate.width, 6);
            expect(last.y + last.height).toBeCloseTo(plate.y + plate.height, 6);
          }
        },
      ),
    );
  });

  it('draw a row of a turned matrix as a column', () => {
    expect(rowBox(at, 'wte', 2)).toEqual({ x: 10, y: 20, width: 5, height: 80 });
    expect(rowBox(at, 'mlp_fc2', 0).width).toBe(320);
  });

  it('name a number as the program does', () => {
    expect(cellName({ tensor: 'wte', row: 11, col: 3 })).toBe('wte[11][3]');
  });

  it('have one scale, that clips only the few largest', () => {
    expect([0.3, 1, 1.4, 1.6, 7].map(inkOf)).toEqual([1, 1, 1, 2, 8]);
    expect(inkOf(Infinity)).toBe(1);
  });
});

describe('the numbers before training', () => {
  const drawn = matrix(new Random(42), 300, 64).flat();

  it('lie under the bell that is drawn over them', () => {
    const shares = sharesOf(drawn, 1);
    const middle = (shares.length - 1) / 2;
    shares.forEach((share, k) => {
      expect(Math.abs(share - bell((k - middle) / middle, 1))).toBeLessThan(0.01);
    });
  });

  it('are as far from zero as that bell says', () => {
    expect(meanSize(drawn)).toBeCloseTo(SPREAD * Math.sqrt(2 / Math.PI), 3);
  });

  it('are all counted, also those beyond the axis', () => {
    const shares = sharesOf([-9, -0.02, 0, 0.5, 3], 1);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect([shares[0], shares.at(-1)]).toEqual([0.2, 0.2]);
  });
});

describe('rows that did not move', () => {
  it('are those in which every number is the same to the bit', () => {
    const before = [1, 2, 3, 4, 5, 6];
    expect(untouched(before, [1, 2, 3, 4.000000000000001, 5, 6], 2)).toEqual([0, 2]);
    expect(untouched(before, before, 3)).toEqual([0, 1]);
  });
});

describe('the parts of the picture', () => {
  it('stand within it, one bell a matrix, or none where it is low', () => {
    for (const [width, height] of [
      [468, 440],
      [358, 190],
      [760, 640],
    ] as const) {
      const at = parametersLayout({ width, height }, NAMES);
      expect([0, 3]).toContain(at.bells.length);
      for (const box of [...at.bells, ...(at.history ? [at.history] : [])]) {
        expect(box.x + box.width).toBeLessThanOrEqual(width + 1e-6);
        expect(box.y + box.height).toBeLessThanOrEqual(height + 1e-6);
      }
    }
  });

  it('give the history its own place where a small list leaves no corner', () => {
    const at = parametersLayout({ width: 468, height: 440 }, { vocab: 5, width: 16, hidden: 64 });
    expect(at.bells).toHaveLength(3);
    expect(at.history?.y).toBe(at.bells[0].y);
  });

  it('keep letters apart and in order', () => {
    const placed = spread([2, 3, 4, 60], 9, 62);
    for (let i = 1; i < placed.length; i++) {
      expect(placed[i] - placed[i - 1]).toBeGreaterThanOrEqual(9 - 1e-9);
    }
    expect(placed.at(-1)).toBeLessThanOrEqual(62);
  });

  it('draw a history from its first number to its last, leaving out what is not finite', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    expect(historyEnds([0.5, -0.5, NaN])).toEqual([-0.5, 0.5]);
    expect(historyPath([0.5, NaN, -0.5], box, 2, [-0.5, 0.5])).toBe('M0.0 0.0L10.0 10.0');
  });
});
