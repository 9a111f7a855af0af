import type { Described, Format, Quantity } from '../types.ts';

/** A cell by row and column, both from 0. */
export type Cell = readonly [row: number, column: number];

/** Numbers of shape [rows, columns], row by row: `values[row * columns + column]`. */
export interface Matrix {
  values: ArrayLike<number>;
  rows: number;
  columns: number;
}

/** Words drawn around a matrix; each is left out when absent. */
export interface HeatMapWords {
  /** Beside the row labels, turned: "this letter". */
  rowAxis?: string;
  /** Before the column labels: "next". */
  columnAxis?: string;
}

/**
 * A matrix of coloured cells with one tab stop. Arrow keys move a cursor, Home and End go to the
 * ends of a row, Page Up and Page Down to the ends of a column, Enter or Space selects.
 * More than 60 rows or columns are drawn on a canvas, with the same props and the same keys.
 */
export interface HeatMapProps extends Described {
  /** Width available, px; the picture is exactly this wide. */
  width: number;
  /** Height available, px. Cells shrink to fit it; without it their size follows the width. */
  height?: number;
  matrix: Matrix;
  /** One short label per row / column: a letter, an emoji, `•`. Long ones are clipped. */
  rowLabels?: readonly string[];
  columnLabels?: readonly string[];
  words?: HeatMapWords;
  /** `sequential` (default) for magnitudes, `diverging` for signed numbers; zero is paper. */
  ramp?: 'sequential' | 'diverging';
  /** `sqrt` (default of `sequential`: rare things show) or `linear` (of `diverging`). */
  scale?: 'sqrt' | 'linear';
  /** The |value| drawn at full ink; default the largest in the matrix. Fix it to compare. */
  max?: number;
  /** Largest cell, px (default 24). Cells are square unless `square` is false. */
  maxCell?: number;
  square?: boolean;
  /** Bold labels (the letters in the name). Default: the rows and columns on the thread. */
  emphasis?: { rows?: readonly number[]; columns?: readonly number[] };
  /** The chosen cell: rubric outline, its row ruled, its two labels in rubric. */
  selected?: Cell | null;
  /** Cells outlined in ink. */
  marks?: readonly Cell[];
  /** A cell outlined in ink from outside, e.g. when a linked number is hovered. */
  highlighted?: Cell | null;
  /**
   * Steps of the lens name, (t0,t1), (t1,t2) …: drawn as one rubric line that lands in a column,
   * turns on the dotted diagonal and reads that row. Square matrices only.
   */
  thread?: readonly Cell[];
  /** Changes when the thread should draw itself again (the name); absent: no animation. */
  threadKey?: string;
  /** Dotted main diagonal; default: when there is a thread. */
  diagonal?: boolean;
  /** What the cursor's cell says: "l then i: 53 times". Without it the cells are not reachable. */
  announce?: (row: number, column: number) => string;
  onSelect?: (row: number, column: number) => void;
  /** The cell under the pointer or the keyboard cursor; null when it leaves. */
  onHover?: (cell: Cell | null) => void;
}

/** Bars beside the matrix, one per row or per column. */
export interface Totals {
  values: ArrayLike<number>;
  /** Direct label: "seen". */
  label?: string;
}

/** The selected row as a distribution, under its own columns. */
export interface RowDistribution {
  /** One value per column, e.g. probabilities. */
  values: ArrayLike<number>;
  /** At the right: "after l". */
  label?: string;
  /** Text of the selected column's value. */
  format: Format;
  /** Colour; default `probability`. */
  quantity?: Quantity;
}

/** A heat map with row totals at the right, column totals above, one row's distribution below. */
export interface MatrixWithMarginalsProps extends HeatMapProps {
  rowTotals?: Totals;
  columnTotals?: Totals;
  distribution?: RowDistribution;
}
