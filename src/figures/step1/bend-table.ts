import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import { sized } from './softmax-view.ts';
import type { RunsOf, Walk } from './bend-view.ts';

const two = fixed(2);
const three = fixed(3);

export interface Tabled {
  labels: readonly string[];
  rows: readonly RunsOf[];
  /** The walk, if it is drawn; the logits both ways, if these are. */
  walk: Walk | null;
  ways: { readonly twice: readonly number[]; readonly once: readonly number[] } | null;
}

/** What the part that is drawn shows: logits both ways, the walk corner by corner, or the runs. */
export function bendTable(
  words: Messages,
  { labels, rows, walk, ways }: Tabled,
): Omit<DataTableProps, 'height'> {
  const columns = (keys: readonly string[], texts: readonly string[]) =>
    keys.map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: !texts.includes(key),
    }));
  if (ways)
    return {
      caption: words.text('table.product'),
      columns: columns(['next', 'twice', 'once', 'gap'], ['next']),
      rows: ways.twice.map((logit, k) => [
        labels[k],
        three(logit),
        three(ways.once[k]),
        sized(Math.abs(logit - ways.once[k])),
      ]),
    };
  if (walk)
    return {
      caption: words.text('table.fold'),
      columns: columns(['share', 'logit'], []),
      rows: walk.points.map(([t, y]) => [three(t), two(y)]),
    };
  return {
    caption: words.text('table.runs'),
    columns: columns(['activation', 'nats', 'others'], ['activation', 'others']),
    rows: rows.map(({ name, nats, others }) => [
      words.text(`activation.${name}`),
      nats === null ? '–' : three(nats),
      others.map((value) => (value === null ? '–' : three(value))).join(' '),
    ]),
  };
}
