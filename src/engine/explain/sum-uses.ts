/** What sums so far go into, and what goes into them. */
import { descending } from '../fast/orders.ts';
import { beside, cell, NONE, vector, type Address } from './address.ts';
import { normBoxOf, type Layout } from './layout.ts';

/** A number that another goes into, and as which of its operands. */
export interface Use {
  readonly by: Address;
  readonly slot: 0 | 1;
}

export const into = (by: Address, slot: 0 | 1 = 0): Use => ({ by, slot });

/** The sum after which a summand, or a sum so far, is used. */
export function inSum(
  as: 'so far' | 'next',
  term: number,
  after: (j: number) => Address,
): Use {
  if (as === 'so far') return into(after(term + 1));
  return term === 0 ? into(after(1)) : into(after(term), 1);
}

/** Summand `i` of a running sum of `count`, or, if it is the only one, the sum itself. */
export function ofSummand(
  layout: Layout,
  sums: Address,
  i: number,
  count: number,
): Use[] {
  if (count === 1) return ofWhole(layout, sums);
  return [inSum('next', i, (j) => cell(sums, j))];
}

export function ofRunning(layout: Layout, address: Address): Use[] {
  const sums = { ...address, row: NONE };
  if (address.row === layout.extent(address) - 1) return ofWhole(layout, sums);
  return [into(cell(sums, address.row + 1))];
}

/** What a running sum is for, once it is whole. */
function ofWhole(layout: Layout, sums: Address): Use[] {
  const box = normBoxOf(sums.part);
  if (box)
    return [
      into(
        beside(sums, sums.part === `${box}.sum` ? `${box}.meanSquare` : `${box}.mean`),
      ),
    ];
  if (sums.part === 'loss.sum') return [into(vector('loss'))];
  const rows = [...descending(layout.extent(sums))];
  if (layout.model === 1) return rows.map((row) => into(beside(sums, 'prob', row), 1));
  return rows.map((row) => into(beside(sums, 'inverse', row)));
}
