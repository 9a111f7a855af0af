import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Moment } from './feed-data.ts';

const three = fixed(3);

/** The prices of the pairs, and below them the held-out loss on the way. */
export function feedTable(
  words: Messages,
  moment: Moment | null,
): Pick<DataTableProps, 'caption' | 'columns' | 'rows'> {
  const columns = (['pair', 'count', 'total', 'p', 'nats'] as const).map((key) => ({
    key,
    label: words.text(`columns.${key}`),
    numeric: key !== 'pair',
  }));
  if (!moment) return { caption: '', columns, rows: [] };
  const { priced, run, bare, k } = moment;
  const nats = (value: number) => (Number.isFinite(value) ? three(value) : words.text('infinite'));
  const pairs = priced.nats.map((value, i) => [
    `${priced.labels[i]}${priced.labels[i + 1]}`,
    priced.counts[i],
    priced.totals[i],
    three(priced.p[i]),
    nats(value),
  ]);
  const held = run.heldOut.steps.flatMap((step, i) =>
    step <= k
      ? [[words.text('heldRow', { k: step }), '', '', '', nats((bare ?? run.heldOut).nats[i])]]
      : [],
  );
  return {
    caption: words.text('table', { name: moment.text, k }),
    columns,
    rows: [...pairs, ...held],
  };
}
