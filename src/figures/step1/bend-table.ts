import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { RunsOf, Walk } from './bend-view.ts';

const two = fixed(2);
const three = fixed(3);

/** The walk, corner by corner, or the runs that are compared. */
export function bendTable(
  words: Messages,
  rows: readonly RunsOf[],
  walk: Walk | null,
): Omit<DataTableProps, 'height'> {
  if (walk)
    return {
      caption: words.text('table.fold'),
      columns: (['share', 'logit'] as const).map((key) => ({
        key,
        label: words.text(`columns.${key}`),
        numeric: true,
      })),
      rows: walk.points.map(([t, y]) => [three(t), two(y)]),
    };
  return {
    caption: words.text('table.runs'),
    columns: (['activation', 'nats', 'others'] as const).map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: key === 'nats',
    })),
    rows: rows.map(({ name, nats, others }) => [
      words.text(`activation.${name}`),
      nats === null ? '–' : three(nats),
      others.map((value) => (value === null ? '–' : three(value))).join(' '),
    ]),
  };
}
