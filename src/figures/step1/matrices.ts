/**
 * The three matrices of the network laid side by side, so that matrices that share an axis share
 * an edge: wte on its side, fc1 on its side, fc2 upright under it. No DOM, no engine.
 */

export type MatrixName = 'wte' | 'mlp_fc1' | 'mlp_fc2';

/** In the order of the forward pass, which is that of the parameters. */
export const MATRICES: readonly MatrixName[] = ['wte', 'mlp_fc1', 'mlp_fc2'];

/** One number of a matrix, by its own row and column, however it is drawn. */
export interface CellAt {
  readonly tensor: MatrixName;
  readonly row: number;
  readonly col: number;
}

/** V tokens, C numbers for each, H hidden units. */
export interface NetworkSize {
  readonly vocab: number;
  readonly width: number;
  readonly hidden: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A matrix as it is drawn: `turned` ones have their rows as columns. */
export interface Plate extends Box {
  readonly name: MatrixName;
  readonly turned: boolean;
  /** Rows and columns of the matrix itself. */
  readonly rows: number;
  readonly cols: number;
}

export interface MatricesLayout {
  /** Side of a cell, px. */
  readonly cell: number;
  readonly width: number;
  readonly height: number;
  readonly plates: Readonly<Record<MatrixName, Plate>>;
  /** Between wte and fc1, one cell a number of the embedding; between fc1 and fc2, one a unit. */
  readonly x: Box;
  readonly h: Box;
  /** What is left under wte, as high as fc2. */
  readonly corner: Box;
}

/** A strip of activations between two matrices, and the paper on each side of it, px. */
export const STRIP = 7;
const PAPER = 3;
const BETWEEN = STRIP + 2 * PAPER;

/** Cells as large as the room allows, never larger than `most`, from the top left corner on. */
export function matricesLayout(
  room: { width: number; height: number },
  { vocab, width: wide, hidden }: NetworkSize,
  top = 0,
  most = 14,
): MatricesLayout {
  const across = (room.width - BETWEEN) / (vocab + hidden);
  const down = (room.height - top - BETWEEN) / (wide + vocab);
  const cell = Math.max(0.25, Math.min(across, down, most));
  const left = vocab * cell + BETWEEN;
  const below = top + wide * cell + BETWEEN;
  const long = hidden * cell;
  const plate = (
    name: MatrixName,
    rows: number,
    cols: number,
    turned: boolean,
    x: number,
    y: number,
  ): Plate => ({
    name,
    rows,
    cols,
    turned,
    x,
    y,
    width: (turned ? rows : cols) * cell,
    height: (turned ? cols : rows) * cell,
  });
  return {
    cell,
    width: left + long,
    height: below + vocab * cell,
    plates: {
      wte: plate('wte', vocab, wide, true, 0, top),
      mlp_fc1: plate('mlp_fc1', hidden, wide, true, left, top),
      mlp_fc2: plate('mlp_fc2', vocab, hidden, false, left, below),
    },
    x: { x: vocab * cell + PAPER, y: top, width: STRIP, height: wide * cell },
    h: { x: left, y: below - PAPER - STRIP, width: long, height: STRIP },
    corner: { x: 0, y: below, width: vocab * cell, height: vocab * cell },
  };
}

/** Where a number of a matrix is drawn. */
export function cellBox(at: MatricesLayout, { tensor, row, col }: CellAt): Box {
  const { x, y, turned } = at.plates[tensor];
  const [across, down] = turned ? [row, col] : [col, row];
  return { x: x + across * at.cell, y: y + down * at.cell, width: at.cell, height: at.cell };
}

/** A row of a matrix: a column of a turned one. */
export function rowBox(at: MatricesLayout, tensor: MatrixName, row: number): Box {
  const { x, y, turned, width, height } = at.plates[tensor];
  return turned
    ? { x: x + row * at.cell, y, width: at.cell, height }
    : { x, y: y + row * at.cell, width, height: at.cell };
}

/** The rows of a matrix whose numbers stand in one array, row by row. */
export const rowsOf = (values: ArrayLike<number>, cols: number): number[][] =>
  Array.from({ length: values.length / cols }, (_, row) =>
    Array.from({ length: cols }, (_one, col) => values[row * cols + col]),
  );

/** `wte[11][3]`: a number by the name that the program has for it. */
export const cellName = ({ tensor, row, col }: CellAt): string => `${tensor}[${row}][${col}]`;

/** What a matrix is called beside its picture: the layer's name is enough. */
export const shortName = (name: MatrixName): string => name.replace('mlp_', '');

/**
 * The |value| at full ink, one for all three: 1, or the power of two that keeps clipping to the
 * few largest numbers.
 */
export function inkOf(largest: number): number {
  let ink = 1;
  while (Number.isFinite(largest) && ink * 1.5 < largest) ink *= 2;
  return ink;
}
