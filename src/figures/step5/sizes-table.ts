import type { DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { AllSizes } from '../../worker/protocol.ts';
import { figuresOf } from './figures-of.ts';
import { tensorName } from './parameter-name.ts';

const DASH = '–';

/** Medians of each matrix, and how many of its numbers have no size at all. */
export function sizesTable(
  words: Messages,
  data: AllSizes | null,
  layers: number,
  caption: string,
): Omit<DataTableProps, 'height'> {
  return {
    caption,
    columns: (['matrix', 'numbers', 'median', 'none'] as const).map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: key !== 'matrix',
    })),
    rows: (data?.tensors ?? []).map(({ tensor, counts, none, median }) => [
      tensorName(tensor, layers),
      counts.reduce((sum, count) => sum + count, none),
      median === null ? DASH : figuresOf(median, 3),
      none,
    ]),
  };
}
