import type { ReactNode } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { HeldOutPoints } from '../../worker/protocol.ts';
import { decimalsOf, priceText, sideOf, sizeText } from '../prices.ts';
import type { Comparison } from './comparison-data.ts';
import {
  againstFirst,
  lowestRow,
  natsOf,
  seedSpread,
  type Vary,
  type View,
} from './comparison-view.ts';

const three = fixed(3);

/** “4 heads”, “1 layer”. */
export const rowText = (words: Messages, vary: Vary, value: number): string =>
  words.text(`row-${vary}`, { value });

const endOf = (curve: HeldOutPoints | null): number | undefined => curve?.nats.at(-1);
const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / all.length;

export interface Saying {
  readonly words: Messages;
  readonly view: View;
  readonly known: Comparison;
  readonly steps: number;
  readonly asking: boolean;
  /** The reader's guess at the lowest row, once the truth is out. */
  readonly guess: number | null;
}

/** What the run in view came to, in one sentence. */
export function comparisonSentence(saying: Saying): ReactNode {
  const { words, view, known, steps, guess } = saying;
  const { rows, at, own, endings, run } = known;
  const { vary } = view;
  if (known.documents === 0) return words.say('saidAlone');
  const [one, page] = [endOf(known.one), endOf(known.page)];
  if (one === undefined || page === undefined) return words.say('saidComputing');
  const name = (row: number) => rowText(words, vary, rows[row]);
  if (saying.asking) return words.say('saidAsking', { count: rows.length, last: rows.at(-1)! });
  const lowest = lowestRow(endings);
  if (guess !== null && lowest !== null) {
    const [mine, least] = natsOf([endings[0][guess], endings[0][lowest]]);
    return words.say('saidGuess', {
      right: String(guess === lowest),
      guess: name(guess),
      lowest: name(lowest),
      nats: three(least),
      less: sizeText((mine ?? Infinity) - least),
    });
  }
  const shown = at < 0 ? run : endings[0][at];
  const label = at < 0 ? words.text('shown') : name(at);
  if (shown?.ended) return words.say('saidBroken', { row: label, step: shown.ended.step });
  const now = shown?.heldOut ?? endOf(known.shown);
  if (now === undefined) return words.say('saidTraining', { row: label });
  // Against the first row, or, where the first is in view, the last against it.
  const row = at > 0 ? at : rows.length - 1;
  const all = againstFirst(endings, row);
  const spread = seedSpread(endings, Math.max(0, at));
  if (view.seeds && all.length > 1 && spread !== null) {
    const price = mean(all);
    return words.say('saidSeeds', {
      row: name(row),
      first: name(0),
      count: all.length,
      size: sizeText(price),
      side: sideOf(price),
      better: all.filter((each) => each < 0).length,
      spread: three(spread),
      adam: String(view.adam),
    });
  }
  if (at === own && !view.adam) {
    const gap = page - one;
    return words.say('saidOwn', {
      steps,
      one: fixed(decimalsOf(gap))(one),
      page: fixed(decimalsOf(gap))(page),
      size: sizeText(gap),
      side: sideOf(gap),
      row: label,
    });
  }
  const gap = now - page;
  return words.say('saidRow', {
    row: label,
    adam: String(view.adam),
    now: fixed(decimalsOf(gap))(now),
    page: fixed(decimalsOf(gap))(page),
    size: sizeText(gap),
    side: sideOf(gap),
  });
}

/** Where the programs end, then each row by seed. */
export function comparisonTable(
  {
    words,
    view,
    known,
    steps,
  }: Pick<Saying, 'words' | 'view' | 'steps'> & {
    known: Comparison | null;
  },
  hidden: boolean,
): Omit<DataTableProps, 'height'> {
  const columns = (['what', 'nats', 'price', 'names'] as const).map((key) => ({
    key,
    label: words.text(`columns.${key}`),
    numeric: key === 'nats' || key === 'price',
  }));
  const caption = words.text('table', { steps });
  if (!known) return { caption, columns, rows: [] };
  const end = (curve: HeldOutPoints | null) => three(endOf(curve) ?? NaN);
  const programs = [
    [words.text('counting'), end(known.counting), '', ''],
    [words.text('mlp'), end(known.mlp), '', ''],
    [words.text('one'), end(known.one), '', ''],
    [words.text('page'), end(known.page), '', known.against?.names.join(' ') ?? ''],
  ];
  if (hidden) return { caption, columns, rows: programs };
  const rows = known.endings.flatMap((ends, more) =>
    ends.map((ending, row) => {
      const [value] = natsOf([ending]);
      const [price] = againstFirst([ends], row);
      return [
        words.text(more === 0 ? 'rowOwn' : 'rowSeed', {
          row: rowText(words, view.vary, known.rows[row]),
          more,
        }),
        ending?.ended ? words.text('broke') : value === undefined ? '–' : three(value),
        price === undefined || row === 0 ? '' : priceText(price),
        more === 0 && row === known.at ? (known.run?.names.join(' ') ?? '') : '',
      ];
    }),
  );
  return { caption, columns, rows: [...programs, ...rows] };
}
