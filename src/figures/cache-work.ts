/** What reading a text costs with a cache of keys and values and without one. No DOM, no engine run. */
import type { TokenWork } from '../worker/protocol.ts';

/** The letters again and again, as many as a block takes after the boundary. */
export function filled(letters: readonly string[], block: number): string {
  if (letters.length === 0) return '';
  return Array.from({ length: Math.max(0, block - 1) }, (_, i) => letters[i % letters.length]).join(
    '',
  );
}

/** What the first `read` tokens have cost together. */
export function totalOf(work: readonly TokenWork[], read: number = work.length): TokenWork {
  return work.slice(0, read).reduce(
    (sum, token) => ({
      projections: sum.projections + token.projections,
      multiplications: sum.multiplications + token.multiplications,
      kept: sum.kept + token.kept,
    }),
    { projections: 0, multiplications: 0, kept: 0 },
  );
}

/** Of one token, a row of keys and one of values in one layer, multiplications. */
export const rowWork = (parts: readonly { name: string; multiplications: number }[]): number =>
  parts
    .filter(({ name }) => name === 'attn_wk' || name === 'attn_wv')
    .reduce((sum, { multiplications }) => sum + multiplications, 0);
