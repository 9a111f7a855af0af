/** The sum of a row of numbers, taken from left to right. */
export function sum(row: readonly number[]): number {
  let total = 0;
  for (const x of row) total += x;
  return total;
}
