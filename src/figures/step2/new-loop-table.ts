import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import { amount } from './amounts.ts';
import { BY_HAND, JOBS, RECORDED, type Pile } from './new-loop-view.ts';

type Table = Omit<DataTableProps, 'height'>;

const two = fixed(2);
const three = fixed(3);

/** Which lines of Step 1 each line of the new loop stands for. */
export const loopsTable = (words: Messages): Table => ({
  caption: words.text('tableLoops'),
  columns: (['job', 'byHand', 'recorded'] as const).map((key) => ({
    key,
    label: words.text(`columns.${key}`),
  })),
  rows: JOBS.map((job) => [
    words.text(`jobs.${job}`),
    ...[BY_HAND, RECORDED].map((lines) =>
      lines
        .filter((one) => one.job === job)
        .map(({ head, rest }) => head + rest)
        .join(' · '),
    ),
  ]),
});

/** The first `k` names of both runs, with one weight's gradient. */
export const pileTable = (
  words: Messages,
  pile: Pile | undefined,
  k: number,
  place: number,
  weight: string,
): Table => ({
  caption: words.text('tablePile', { weight }),
  columns: (['name', 'sum', 'norm', 'normRight', 'loss', 'lossRight'] as const).map((key) => ({
    key,
    label: words.text(`columns.${key}`),
    numeric: key !== 'name',
  })),
  rows: Array.from<number>(pile?.piled.losses ?? [])
    .slice(0, k)
    .map((loss, i) => [
      `${i + 1} ${pile?.documents[i] ?? ''}`,
      amount(Number((pile?.weights[place]?.piled[i] ?? NaN).toPrecision(3))),
      three(pile?.piled.norms[i] ?? NaN),
      three(pile?.zeroed.norms[i] ?? NaN),
      two(loss),
      two(pile?.zeroed.losses[i] ?? NaN),
    ]),
});
