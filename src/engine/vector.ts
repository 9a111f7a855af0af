/** The sum of a row of numbers, taken from left to right. */
export function sum(row: readonly number[]): number {
  let total = 0;
  for (const x of row) total += x;
  return total;
}

/** √Σx², the squares taken from left to right. */
export function lengthOf(vector: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i] * vector[i];
  return Math.sqrt(squares);
}

/** Total variation of two distributions: half of all they differ by, the share of belief that moved. */
export function totalVariation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < p.length; i++) total += Math.abs(p[i] - q[i]);
  return total / 2;
}
