/** What the joined matrices of Step 1 show besides their cells: no DOM. */
import { roundedPath } from '../../charts/matrix/thread.ts';
import type { MatrixLayout } from '../../charts/matrix/layout.ts';
import { ACTIVATIONS, type ActivationName } from '../../engine/activations.ts';
import { linear } from '../../engine/by-hand.ts';
import type { ParameterAt, Result, Way } from '../../worker/protocol.ts';
import {
  MATRICES,
  cellBox,
  type Box,
  type CellAt,
  type MatricesLayout,
  type MatrixName,
  type NetworkSize,
} from './matrices.ts';

export type Spot = readonly [x: number, y: number];

export const middleOf = ({ x, y, width, height }: Box): Spot => [x + width / 2, y + height / 2];

/** A network's size by its tensors. */
export function sizeOf({ shapes }: Pick<Result<'network'>, 'shapes'>): NetworkSize {
  const [wte, fc1] = shapes;
  return { vocab: wte.rows, width: wte.cols, hidden: fc1.rows };
}

/** A weight named by the engine, if it is one of the three matrices'. */
export function cellAt({ tensor, row, col }: ParameterAt): CellAt | null {
  const name = MATRICES.find((one) => one === tensor);
  return name ? { tensor: name, row, col } : null;
}

/** Places among all parameters where the matrices begin, and their end. */
export function startsOf({ vocab, width, hidden }: NetworkSize): number[] {
  const fc1 = vocab * width;
  const fc2 = fc1 + hidden * width;
  return [0, fc1, fc2, fc2 + vocab * hidden];
}

/** A weight's place among those of its matrix. */
export const placeInMatrix = (size: NetworkSize, { tensor, row, col }: CellAt): number =>
  row * (tensor === 'mlp_fc2' ? size.hidden : size.width) + col;

/** The weight of matrix `k` at a place within it. */
export function cellOfPlace(size: NetworkSize, k: number, place: number): CellAt {
  const tensor: MatrixName = MATRICES[k];
  const cols = tensor === 'mlp_fc2' ? size.hidden : size.width;
  return { tensor, row: Math.floor(place / cols), col: place % cols };
}

export type Weights = Readonly<Record<MatrixName, ArrayLike<number>>>;

/** A weight's value. */
export function valueAt(weights: Weights, size: NetworkSize, cell: CellAt): number {
  return weights[cell.tensor][placeInMatrix(size, cell)];
}

/** The weights with one of them turned; the others are shared. */
export function turnedWeights(
  weights: Weights,
  size: NetworkSize,
  cell: CellAt,
  offset: number,
): Weights {
  if (offset === 0) return weights;
  const turned = Float64Array.from(weights[cell.tensor]);
  turned[placeInMatrix(size, cell)] += offset;
  return { ...weights, [cell.tensor]: turned };
}

/** What a token looks up, [C], and the hidden units behind their gates, [4C]. */
export function unitsOf(
  weights: Weights,
  { width, hidden }: NetworkSize,
  token: number,
  activation: ActivationName,
): { x: number[]; a: number[] } {
  const row = (of: MatrixName, r: number): number[] =>
    Array.from({ length: width }, (_, c) => weights[of][r * width + c]);
  const x = row('wte', token);
  const fc1 = Array.from({ length: hidden }, (_, unit) => row('mlp_fc1', unit));
  return { x, a: linear(x, fc1).map(ACTIVATIONS[activation].value) };
}

/** The weights that a way passes, one of each matrix. */
export function stationsOf({ token, input, unit, next }: Way): Record<MatrixName, CellAt> {
  return {
    wte: { tensor: 'wte', row: token, col: input },
    mlp_fc1: { tensor: 'mlp_fc1', row: unit, col: input },
    mlp_fc2: { tensor: 'mlp_fc2', row: next, col: unit },
  };
}

/**
 * The thread: from over the letter's column down to one number of its embedding, along to a hidden
 * unit, down to the next letter's row, out at its left, and on to `end` if there is one.
 */
export function threadPath(at: MatricesLayout, way: Way, end: Spot | null): string {
  const stations = stationsOf(way);
  const [letter, input] = middleOf(cellBox(at, stations.wte));
  const [unit, row] = middleOf(cellBox(at, stations.mlp_fc2));
  const exit = at.plates.mlp_fc2.x - 8;
  const corners: Spot[] = [
    [letter, at.plates.wte.y - 2],
    [letter, input],
    [unit, input],
    [unit, row],
    [exit, row],
  ];
  if (end) corners.push([exit, end[1]], end);
  return roundedPath(corners, 4);
}

/** A matrix as a grid of cells that are pointed at: columns of a turned one are its rows. */
export function gridOf(at: MatricesLayout, tensor: MatrixName): MatrixLayout {
  const { x, y, width, height } = at.plates[tensor];
  return {
    width,
    height,
    left: x,
    top: y,
    cellWidth: at.cell,
    cellHeight: at.cell,
    gridWidth: width,
    gridHeight: height,
    size: 0,
    labelRoom: 0,
    secondLane: 0,
    rowBar: 0,
    columnBar: 0,
    baseline: 0,
    distributionBar: 0,
  };
}

/** The part of a matrix under the loupe: `side` cells square, whole within the matrix. */
export function loupePatch(
  rows: number,
  columns: number,
  [row, column]: readonly [number, number],
  side: number,
): { row: number; column: number; rows: number; columns: number } {
  const tall = Math.min(side, rows);
  const wide = Math.min(side, columns);
  const first = (middle: number, length: number, room: number) =>
    Math.max(0, Math.min(room - length, middle - Math.floor(length / 2)));
  return {
    row: first(row, tall, rows),
    column: first(column, wide, columns),
    rows: tall,
    columns: wide,
  };
}
