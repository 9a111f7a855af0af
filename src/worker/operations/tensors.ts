import type { Shape } from '../../engine/index.ts';
import type { ParameterAt, TensorShape } from '../protocol.ts';

/** The tensors of a network, each with its place among all parameters. */
export function placed(shapes: readonly Shape[]): TensorShape[] {
  let from = 0;
  return shapes.map(({ name, rows, cols }) => {
    const tensor = { name, rows, cols, from };
    from += rows * cols;
    return tensor;
  });
}

/**
 * Some tensors by name, or single rows of them (`mlp_fc1[5]`); null for all tensors.
 * @throws RangeError for a name that the network does not have
 */
export function tensorsNamed(
  shapes: readonly Shape[],
  names: readonly string[] | null,
): TensorShape[] {
  const all = placed(shapes);
  return names === null ? all : names.map((name) => tensorNamed(all, name));
}

function tensorNamed(all: readonly TensorShape[], name: string): TensorShape {
  const [, whole, row] = /^(.*?)(?:\[(\d+)\])?$/.exec(name) ?? [];
  const found = all.find((tensor) => tensor.name === whole);
  if (!found || (row !== undefined && Number(row) >= found.rows))
    throw new RangeError(`The network has no tensor ${name}`);
  if (row === undefined) return found;
  return { name, rows: 1, cols: found.cols, from: found.from + Number(row) * found.cols };
}

/** A copy of a tensor's part of an array as long as the parameters. */
export const numbersOf = (array: Float64Array, { from, rows, cols }: TensorShape): Float64Array =>
  array.slice(from, from + rows * cols);

/**
 * Where a number stands among all parameters.
 * @throws RangeError if the network does not have it
 */
export function placeOf(shapes: readonly Shape[], { tensor, row, col }: ParameterAt): number {
  const { from, rows, cols } = tensorNamed(placed(shapes), tensor);
  const within = (index: number, size: number) =>
    Number.isInteger(index) && index >= 0 && index < size;
  if (!within(row, rows) || !within(col, cols))
    throw new RangeError(`${tensor} [${rows}, ${cols}] has no number at ${row}, ${col}`);
  return from + row * cols + col;
}
