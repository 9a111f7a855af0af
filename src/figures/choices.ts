/** Answers in an order that tells nothing: numbers by size, each once, the right one among them. */
export function choices(right: number, others: readonly number[], most: number): number[] {
  const all = [...new Set([right, ...others])].slice(0, most);
  return all.toSorted((p, q) => p - q);
}
