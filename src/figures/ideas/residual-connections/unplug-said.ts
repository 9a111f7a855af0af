/** How branches are named, and the table of their prices. */
import { fixed, type DataTableProps } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import { priceText } from '../../prices.ts';
import * as see from './unplug-view.ts';

const three = fixed(3);

/** A branch by its name. */
export const branchText = (words: Messages, network: see.Which, branch: number): string => {
  const { half, number } = see.branchOf(network, branch);
  return words.text(`branch.${half}`, { number });
};

/** What each branch costs. */
export function unplugTable(
  words: Messages,
  network: see.Which,
  whole: number | null,
  prices: readonly number[] | null,
): Omit<DataTableProps, 'height'> {
  return {
    caption: words.text('barsLabel'),
    columns: (['branch', 'price', 'nats'] as const).map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: key !== 'branch',
    })),
    rows: Array.from({ length: see.BRANCHES }, (_, branch) => {
      const price = prices?.[branch];
      return [
        branchText(words, network, branch),
        price === undefined ? '?' : priceText(price),
        price === undefined || whole === null ? '?' : three(whole + price),
      ];
    }),
  };
}
