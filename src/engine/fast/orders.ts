/**
 * In which order the graph of `autograd.ts` comes back to the rows of a matrix: what was
 * reached last on the way there is left first.
 */

export const ascending = (size: number): Int32Array =>
  Int32Array.from({ length: size }, (_, i) => i);

export const descending = (size: number): Int32Array => ascending(size).reverse();

/**
 * Rows of query, key and value, one above the other. A head reaches the queries first,
 * then its position's key, then its value. (At the first position it reaches query and
 * key together, but there the query's gradient is zero: nothing competes with it.)
 * Heads come in the order of their places; those that hand on nothing get nothing back.
 */
export function headOrder(width: number, wiring: readonly number[]): Int32Array {
  const heads = wiring.length;
  const size = width / heads;
  const order: number[] = [];
  const used = wiring.filter((head) => head >= 0);
  const muted = ascending(heads).filter((head) => !used.includes(head));
  for (const head of [...used, ...muted]) {
    for (const part of [0, 1, 2]) {
      for (let j = 0; j < size; j++) order.push(part * width + head * size + j);
    }
  }
  return Int32Array.from(order.reverse());
}
