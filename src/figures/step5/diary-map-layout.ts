/** All matrices of a network side by side, in as many lines as they need. No DOM. */
import type { TensorShape } from '../../worker/protocol.ts';

export interface MapPlate {
  readonly shape: TensorShape;
  /** Rows are drawn as columns: tall matrices lie on their side. */
  readonly turned: boolean;
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
}

export interface MapLayout {
  readonly cell: number;
  readonly height: number;
  readonly plates: readonly MapPlate[];
}

/** Between two matrices, px; over each for its name. */
const GAP = 12;
const NAME = 17;
/** Sides of a cell, px. */
const MOST = 9;
const LEAST = 1;
const STEP = 0.25;
/** So many times as high as wide, and a matrix is laid on its side. */
const TALL = 3;

function laid(shapes: readonly TensorShape[], width: number, cell: number, scale: number) {
  let [x, y, line] = [0, 0, 0];
  const plates: MapPlate[] = [];
  for (const shape of shapes) {
    const turned = shape.rows >= TALL * shape.cols;
    const [columns, rows] = turned ? [shape.rows, shape.cols] : [shape.cols, shape.rows];
    if (x > 0 && x + columns * cell > width + 0.01) {
      [x, y, line] = [0, y + line, 0];
    }
    plates.push({ shape, turned, x, y: y + NAME * scale, columns, rows });
    x += columns * cell + GAP;
    line = Math.max(line, NAME * scale + rows * cell + 6);
  }
  return { cell, height: y + line, plates };
}

/** The largest cells with which all matrices find room. */
export function mapLayout(
  shapes: readonly TensorShape[],
  { width, height }: { width: number; height: number },
  scale: number,
): MapLayout {
  const widest = (cell: number) =>
    shapes.every(({ rows, cols }) => (rows >= TALL * cols ? rows : cols) * cell <= width);
  for (let cell = MOST; cell > LEAST; cell -= STEP) {
    const found = laid(shapes, width, cell, scale);
    if (found.height <= height && widest(cell)) return found;
  }
  return laid(shapes, width, LEAST, scale);
}
