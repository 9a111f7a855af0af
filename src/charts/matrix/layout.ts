/** Where everything of a matrix stands, px from the top left of the picture. */
import { SMALL, monoWidth, sansWidth } from '../text.ts';
import type { MatrixWithMarginalsProps } from './props.ts';

export interface MatrixLayout {
  width: number;
  height: number;
  /** Top left of the cells, and their size. */
  left: number;
  top: number;
  cellWidth: number;
  cellHeight: number;
  gridWidth: number;
  gridHeight: number;
  /** Text size of labels, px. */
  size: number;
  /** Room for row labels, px, and for a second lane of them (0 without). */
  labelRoom: number;
  secondLane: number;
  /** Longest row bar and tallest column bar, px; 0 without. */
  rowBar: number;
  columnBar: number;
  /** Baseline of the distribution and its tallest bar; 0 without. */
  baseline: number;
  distributionBar: number;
}

/** Most room that row labels take before they are clipped, in letters. */
const LABEL_LETTERS = 9;
const ROW_BAR_LONGEST = 110;

/** Whole pixels keep edges crisp; small cells take halves, tiny ones any fraction. */
function snap(cell: number): number {
  if (cell >= 12) return Math.floor(cell + 1e-9);
  return cell >= 6 ? Math.floor(cell * 2 + 1e-9) / 2 : Math.max(0.25, cell);
}

/** Rows closer than this share of the text size put every other label in a second lane. */
export const ONE_LANE = 0.76;
export const TWO_LANES = 0.44;

export function matrixLayout(props: MatrixWithMarginalsProps): MatrixLayout {
  const { matrix, words, rowLabels, columnLabels, rowTotals, columnTotals, distribution } = props;
  const scale = props.textScale ?? 1;
  const size = SMALL * scale;
  const longest = rowLabels?.reduce((most, text) => Math.max(most, monoWidth(text, size)), 0) ?? 0;
  const labelRoom = Math.ceil(Math.min(longest, LABEL_LETTERS * 0.6 * size));
  const axis = words?.columnAxis ? sansWidth(words.columnAxis, size) + 4 * scale : 0;
  const turned = words?.rowAxis ? size + 3 : 0;
  const labelTop = columnLabels ? Math.round(size + 5 * scale) : 2;
  const columnBar = columnTotals ? Math.round(18 * scale) : 0;
  const top = labelTop + columnBar;
  const side = [rowTotals?.label, distribution?.label]
    .map((text) => (text ? sansWidth(text, size) + 6 : 0))
    .reduce((most, room) => Math.max(most, room), rowTotals ? 46 * scale : 2);
  const below = distribution ? Math.round(54 * scale) : 2;
  const square = props.square ?? true;
  const most = props.maxCell ?? 24 * scale;
  const down = props.height ? (props.height - top - below) / matrix.rows : Infinity;
  const withLane = (secondLane: number) => {
    const labels = rowLabels ? labelRoom + secondLane + 7 * scale + turned : turned;
    const left = Math.ceil(Math.max(labels, axis, 1.5));
    const across = (props.width - left - side) / matrix.columns;
    const fit = Math.min(across, down, most);
    return {
      left,
      secondLane,
      cellWidth: snap(square ? fit : Math.min(across, most)),
      cellHeight: snap(square ? fit : Math.min(down, most, across)),
    };
  };
  const plain = withLane(0);
  const pitch = plain.cellHeight / size;
  const crowded = rowLabels !== undefined && pitch < ONE_LANE && pitch >= TWO_LANES;
  const { left, secondLane, cellWidth, cellHeight } = crowded
    ? withLane(labelRoom + 3 * scale)
    : plain;
  const gridWidth = cellWidth * matrix.columns;
  const gridHeight = cellHeight * matrix.rows;
  const rest = props.width - left - gridWidth;
  return {
    width: props.width,
    height: Math.ceil(top + gridHeight + below),
    left,
    top,
    cellWidth,
    cellHeight,
    gridWidth,
    gridHeight,
    size,
    labelRoom,
    secondLane,
    rowBar: rowTotals ? Math.max(0, Math.min(rest - 6, ROW_BAR_LONGEST * scale)) : 0,
    columnBar,
    baseline: distribution ? top + gridHeight + below - 15 * scale : 0,
    distributionBar: distribution ? below - 27 * scale : 0,
  };
}

/** Left edge of a column and top edge of a row. */
export const columnX = (layout: MatrixLayout, column: number) =>
  layout.left + column * layout.cellWidth;
export const rowY = (layout: MatrixLayout, row: number) => layout.top + row * layout.cellHeight;

/** Height the picture will have at this width, to reserve room for it. */
export function matrixHeight(props: MatrixWithMarginalsProps): number {
  return matrixLayout(props).height;
}
