import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Shown } from './memory-sentence.tsx';
import { lastLength } from './memory-view.ts';

const three = fixed(3);

/** The part on show, as a table. */
export function memoryTable(shown: Shown): Omit<DataTableProps, 'height'> {
  const { words, part, labels, a, b, p, q, lengths, floors, held } = shown;
  const spell = (past: readonly number[]): string => past.map((token) => labels[token]).join('');
  const column = (key: string, label: string, numeric = true) => ({ key, label, numeric });
  if (part === 'floors') {
    const rows: [string, number][] = floors
      ? (['uniform', 'unigram', 'bigram', 'trigram'] as const).map((id) => [
          words.text(`floor.${id}`),
          floors[id],
        ])
      : [];
    if (held !== undefined) rows.push([words.text('floor.counting'), held]);
    return {
      caption: words.text('tableFloors'),
      columns: [
        column('what', words.text('columns.what'), false),
        column('nats', words.text('columns.nats')),
      ],
      rows: rows.toSorted((x, y) => y[1] - x[1]).map(([name, nats]) => [name, three(nats)]),
    };
  }
  if (part === 'lengths') {
    const { data = [], model = [] } = lengths ?? {};
    return {
      caption: words.text('tableLengths'),
      columns: [
        column('length', words.text('columns.length'), false),
        column('list', words.text('columns.list')),
        column('table', words.text('columns.table')),
      ],
      rows: model
        .slice(0, lastLength(data, model) + 1)
        .map((x, length) => [length, three(data[length] ?? 0), three(x)]),
    };
  }
  const second = shown.asking ? [] : [column('b', words.text('columns.after', { past: spell(b) }))];
  return {
    caption: words.text('tablePasts'),
    columns: [
      column('next', words.text('columns.next'), false),
      column('a', words.text('columns.after', { past: spell(a) })),
      ...second,
    ],
    rows: [...p.keys()]
      .toSorted((i, j) => p[j] - p[i])
      .map((i) => [labels[i], three(p[i]), ...(shown.asking ? [] : [three(q[i])])]),
  };
}
