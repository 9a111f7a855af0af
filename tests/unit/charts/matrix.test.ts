import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelMap, levelPaths, rasterise } from '../../../src/charts/matrix/cells.ts';
import { matrixHeight, matrixLayout } from '../../../src/charts/matrix/layout.ts';
import { roundedPath, threadCorners, threadPath } from '../../../src/charts/matrix/thread.ts';
import type { Cell } from '../../../src/charts/matrix/props.ts';

const grid = { left: 10, top: 20, cellWidth: 10, cellHeight: 10 };
/** Steps of a document given as token ids, the boundary (26) at both ends. */
const stepsOf = (tokens: readonly number[]): Cell[] =>
  tokens.slice(1).map((token, i) => [tokens[i], token]);

describe('the thread', () => {
  it('enters from the left, lands in a column, turns on the diagonal, reads that row', () => {
    const corners = threadCorners(stepsOf([3, 1, 2]), grid);
    expect(corners).toEqual([
      [10, 55], // the left edge of row 3
      [25, 55], // cell (3, 1)
      [25, 35], // the diagonal at 1
      [35, 35], // cell (1, 2)
    ]);
  });

  it('runs along rows and columns only', () => {
    const tokens = fc.array(fc.integer({ min: 0, max: 26 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(tokens, (ids) => {
        const corners = threadCorners(stepsOf(ids), grid);
        return corners.every(([x, y], i) => {
          if (i === 0) return true;
          const [px, py] = corners[i - 1];
          return (x === px) !== (y === py);
        });
      }),
    );
  });

  it('passes through the centre of every step', () => {
    const steps = stepsOf([26, 12, 24, 11, 8, 0, 7, 26]);
    const corners = threadCorners(steps, grid);
    for (const [row, column] of steps) {
      expect(corners).toContainEqual([10 + (column + 0.5) * 10, 20 + (row + 0.5) * 10]);
    }
  });

  it('stays put on a doubled letter, which already lies on the diagonal', () => {
    expect(threadCorners(stepsOf([0, 2, 2, 1]), grid)).toHaveLength(4);
  });

  it('rounds its corners by the radius, or less where there is no room', () => {
    const wide = roundedPath(
      [
        [0, 0],
        [40, 0],
        [40, 40],
      ],
      4,
    );
    expect(wide).toBe('M0 0L36 0Q40 0 40 4L40 40');
    const tight = roundedPath(
      [
        [0, 0],
        [4, 0],
        [4, 40],
      ],
      4,
    );
    expect(tight).toBe('M0 0L2 0Q4 0 4 2L4 40');
  });

  it('is no path without steps', () => {
    expect(threadPath([], grid)).toBe('');
  });
});

describe('cells', () => {
  const values = [0, 1, 1, 0, 2, 0];
  const matrix = { values, rows: 2, columns: 3 };

  it('of one level share one path, and runs in a row are merged', () => {
    expect(levelPaths(matrix, (value) => value)).toEqual([
      { level: 1, path: 'M1 0h2v1h-2z' },
      { level: 2, path: 'M1 1h1v1h-1z' },
    ]);
  });

  it('cost at most a path per level', () => {
    const big = {
      values: Float64Array.from({ length: 729 }, (_, i) => i % 97),
      rows: 27,
      columns: 27,
    };
    expect(levelPaths(big, (value) => Math.ceil(value / 3)).length).toBeLessThanOrEqual(33);
  });

  it('keep the rare ones when many cells share a pixel', () => {
    const levels = levelMap({ values: [0, 0, 5, 0], rows: 1, columns: 4 }, (value) => value);
    expect([...rasterise(levels, 1, 4, 2, 1)]).toEqual([0, 5]);
  });

  it('leave a gap of paper where a cell has five pixels or more', () => {
    const levels = Int8Array.of(3, 3);
    expect([...rasterise(levels, 1, 2, 10, 5)].slice(0, 10)).toEqual([
      3, 3, 3, 3, 0, 3, 3, 3, 3, 0,
    ]);
  });
});

describe('the layout of a matrix', () => {
  const matrix = { values: new Float64Array(729), rows: 27, columns: 27 };
  const labels = Array.from({ length: 27 }, (_, i) => String.fromCharCode(97 + i));
  const table = { label: 'table', matrix, rowLabels: labels, columnLabels: labels };

  it('fills the width with whole pixels per cell', () => {
    const at = matrixLayout({ ...table, width: 468 });
    expect(at.cellWidth).toBe(16);
    expect(at.left + at.gridWidth).toBeLessThanOrEqual(468);
  });

  it('fits into a height, and leaves what is over to the row totals', () => {
    const at = matrixLayout({ ...table, width: 358, height: 262, rowTotals: { values: [] } });
    expect(at.height).toBeLessThanOrEqual(262);
    expect(at.rowBar).toBeGreaterThan(46);
  });

  it('grows no cell beyond its largest size', () => {
    expect(matrixLayout({ ...table, width: 1600 }).cellWidth).toBe(24);
    expect(matrixLayout({ ...table, width: 1600, maxCell: 30 }).cellWidth).toBe(30);
  });

  it('makes room for bars and for presenter text', () => {
    const bare = matrixHeight({ ...table, width: 468 });
    const row = { values: [], format: String };
    expect(matrixHeight({ ...table, width: 468, distribution: row })).toBeGreaterThan(bare);
    expect(matrixLayout({ ...table, width: 900, textScale: 2 }).size).toBe(23);
  });

  it('puts every other row label into a second lane when rows are very low', () => {
    expect(matrixLayout({ ...table, width: 358, height: 262 }).secondLane).toBe(0);
    expect(matrixLayout({ ...table, width: 358, height: 220 }).secondLane).toBeGreaterThan(0);
  });
});
