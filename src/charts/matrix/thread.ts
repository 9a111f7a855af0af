/**
 * The thread: the lens name as one line through the table, a cobweb plot. It enters a row from the
 * left, lands in a column, turns on the diagonal, and reads that row.
 */
import type { Cell } from './props.ts';

type Spot = readonly [x: number, y: number];

export interface ThreadGeometry {
  left: number;
  top: number;
  cellWidth: number;
  cellHeight: number;
}

/** Corner points of the thread through the centres of cells; no two neighbours coincide. */
export function threadCorners(cells: readonly Cell[], g: ThreadGeometry): Spot[] {
  const x = (column: number) => g.left + (column + 0.5) * g.cellWidth;
  const y = (row: number) => g.top + (row + 0.5) * g.cellHeight;
  const spots: Spot[] = [];
  cells.forEach(([row, column], k) => {
    if (k === 0) spots.push([g.left, y(row)]);
    // a step that does not begin where the last one landed still turns into its own row
    else if (cells[k - 1][1] !== row) spots.push([x(cells[k - 1][1]), y(row)]);
    spots.push([x(column), y(row)]);
    if (k + 1 < cells.length && cells[k + 1][0] === column) spots.push([x(column), y(column)]);
  });
  return spots.filter(
    (spot, i) => i === 0 || spot[0] !== spots[i - 1][0] || spot[1] !== spots[i - 1][1],
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
const pair = (x: number, y: number) => `${round(x)} ${round(y)}`;

/** Path through axis-parallel corners, rounded by `radius` or half the shorter side. */
export function roundedPath(spots: readonly Spot[], radius: number): string {
  if (spots.length < 2) return '';
  let path = `M${pair(spots[0][0], spots[0][1])}`;
  for (let i = 1; i < spots.length - 1; i++) {
    const [[px, py], [x, y], [nx, ny]] = [spots[i - 1], spots[i], spots[i + 1]];
    const straight = (px === x && x === nx) || (py === y && y === ny);
    const before = Math.hypot(x - px, y - py);
    const after = Math.hypot(nx - x, ny - y);
    const r = straight ? 0 : Math.min(radius, before / 2, after / 2);
    if (r === 0) {
      path += `L${pair(x, y)}`;
      continue;
    }
    const enter = pair(x - ((x - px) / before) * r, y - ((y - py) / before) * r);
    const leave = pair(x + ((nx - x) / after) * r, y + ((ny - y) / after) * r);
    path += `L${enter}Q${pair(x, y)} ${leave}`;
  }
  const [x, y] = spots[spots.length - 1];
  return `${path}L${pair(x, y)}`;
}

/** The thread's path, ready for `d`; empty without cells. */
export function threadPath(cells: readonly Cell[], g: ThreadGeometry, radius = 4): string {
  return roundedPath(threadCorners(cells, g), radius);
}
