/** Cells of one level share one path, so that a table of hundreds of numbers costs a few nodes. */
import type { Matrix } from './props.ts';

export interface LevelPath {
  level: number;
  /** In units of cells: draw inside `scale(cellWidth cellHeight)`. */
  path: string;
}

/** Paths per level that is not zero, in order of level; runs along a row are merged. */
export function levelPaths(matrix: Matrix, level: (value: number) => number): LevelPath[] {
  const paths = new Map<number, string>();
  for (let row = 0; row < matrix.rows; row++) {
    const start = row * matrix.columns;
    for (let column = 0; column < matrix.columns;) {
      const own = level(matrix.values[start + column]);
      let end = column + 1;
      while (end < matrix.columns && level(matrix.values[start + end]) === own) end++;
      if (own !== 0) {
        const run = end - column;
        paths.set(own, `${paths.get(own) ?? ''}M${column} ${row}h${run}v1h-${run}z`);
      }
      column = end;
    }
  }
  return [...paths].map(([key, path]) => ({ level: key, path })).sort((a, b) => a.level - b.level);
}

/** Paper lines between cells, px from the grid's corner; empty where cells are too small. */
export function gapLines(matrix: Matrix, cellWidth: number, cellHeight: number): string {
  if (Math.min(cellWidth, cellHeight) < 5) return '';
  let path = '';
  const [w, h] = [cellWidth * matrix.columns, cellHeight * matrix.rows];
  for (let row = 1; row < matrix.rows; row++) path += `M0 ${row * cellHeight}h${w}`;
  for (let column = 1; column < matrix.columns; column++) path += `M${column * cellWidth} 0v${h}`;
  return path;
}

/** A level per cell, for canvases; shape [rows · columns]. */
export function levelMap(matrix: Matrix, level: (value: number) => number): Int8Array {
  return Int8Array.from({ length: matrix.rows * matrix.columns }, (_, i) =>
    level(matrix.values[i]),
  );
}

/**
 * Levels per device pixel, shape [height · width]. Where several cells share a pixel the strongest
 * is drawn, so that nothing rare is lost; where cells are 5 pixels or more, one of them is gap (0).
 */
export function rasterise(
  levels: Int8Array,
  rows: number,
  columns: number,
  width: number,
  height: number,
): Int8Array {
  const pixels = new Int8Array(width * height);
  const gap = Math.min(width / columns, height / rows) >= 5;
  const spanX = spans(columns, width, gap);
  const spanY = spans(rows, height, gap);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const own = levels[row * columns + column];
      if (own === 0) continue;
      for (let y = spanY[row][0]; y < spanY[row][1]; y++) {
        for (let x = spanX[column][0]; x < spanX[column][1]; x++) {
          const at = y * width + x;
          if (Math.abs(own) > Math.abs(pixels[at])) pixels[at] = own;
        }
      }
    }
  }
  return pixels;
}

/** Pixels [from, to) of each cell along one side; at least one pixel each. */
function spans(count: number, pixels: number, gap: boolean): [number, number][] {
  return Array.from({ length: count }, (_, i) => {
    const from = Math.min(pixels - 1, Math.floor((i * pixels) / count));
    const to = Math.max(from + 1, Math.floor(((i + 1) * pixels) / count));
    return [from, gap ? Math.max(from + 1, to - 1) : to];
  });
}
