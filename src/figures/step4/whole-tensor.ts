/** The tensors of a map of the whole network: what they are, and where they stand. No DOM. */
import type { Quantity } from '../../charts/index.ts';
import {
  cell,
  parameter,
  print,
  vector,
  type Matrix,
  type Part,
} from '../../engine/explain/address.ts';

/** A box on the map; its unit is the side of a parameter’s cell. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A matrix or a strip of vectors, as it is drawn. */
export interface Tensor extends Box {
  /** Its own name: `wte`, `layer0.attn_wq`, `layer0.head1.weight`, `loss`. */
  readonly id: string;
  readonly part: Matrix | Part;
  /** −1 where there is none. */
  readonly layer: number;
  readonly head: number;
  readonly tone: Quantity;
  /** As drawn: a row of an activation is a position. */
  readonly rows: number;
  readonly cols: number;
  /** Parameters only: drawn with its rows as columns, each over or under what it makes. */
  readonly turned: boolean;
  readonly parameters: boolean;
  /** A position sees none after it: row t has t + 1 cells. */
  readonly triangle: boolean;
  /** Where its name is written: over it, under it, right or left of it. */
  readonly label: 'over' | 'under' | 'after' | 'before' | 'none';
  readonly group: number;
}

/** A number on the map: in which tensor, and at which drawn row and column. */
export interface Cell {
  readonly tensor: string;
  readonly row: number;
  readonly col: number;
}

/** Index of a cell’s number among those of its tensor, as the engine has them. */
export const indexOf = ({ rows, cols, turned }: Tensor, row: number, col: number): number =>
  turned ? col * rows + row : row * cols + col;

/** Is there a number? */
export const holds = ({ rows, cols, triangle }: Tensor, row: number, col: number): boolean =>
  row >= 0 && col >= 0 && row < rows && col < cols && (!triangle || col <= row);

/** The engine’s name of a number, as `explain` is asked of it. */
export function addressOf(tensor: Tensor, row: number, col: number): string {
  const { part, layer, head, parameters, turned } = tensor;
  if (parameters)
    return print(
      turned
        ? parameter(part as Matrix, layer, col, row)
        : parameter(part as Matrix, layer, row, col),
    );
  const of = vector(part, row, layer, head);
  return print(part === 'loss' ? of : cell(of, col));
}

/** The drawn cell of a number by its place in the tensor: [position or row][column]. */
export const cellAt = (tensor: Tensor, i: number, j: number): Cell =>
  tensor.turned ? { tensor: tensor.id, row: j, col: i } : { tensor: tensor.id, row: i, col: j };

/** Where a cell is on the map. */
export const boxOf = (
  { x, y, width, height, rows, cols }: Tensor,
  row: number,
  col: number,
): Box => ({
  x: x + (col * width) / cols,
  y: y + (row * height) / rows,
  width: width / cols,
  height: height / rows,
});

export const sameCell = (a: Cell | null, b: Cell | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.tensor === b.tensor && a.row === b.row && a.col === b.col);
