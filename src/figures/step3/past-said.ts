import { createElement, type ReactNode } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Past, Row } from './past-data.ts';
import { ROWS, isShown, mostByLetter, shiftOf, type View } from './past-view.ts';

const one = fixed(1);
const two = fixed(2);
const DASH = '–';

/** A share of the belief in per cent, as it is written in a sentence. */
export const percent = (share: number | null | undefined): string =>
  typeof share === 'number' ? `${one(share * 100)} %` : DASH;

const markOf = (past: Past, token: number): string =>
  token === past.bos ? '•' : (past.labels[token] ?? DASH);

/** What the exchange in view has moved, in one sentence. */
export function pastSentence(of: {
  words: Messages;
  past: Past;
  view: View;
  name: string;
  asking: boolean;
  guess: number | null;
}): ReactNode {
  const { words, past, view, name, asking, guess } = of;
  const { exchange, letters, now, rows } = past;
  const values = {
    name: createElement('bdi', { key: 'n' }, name),
    last: letters.at(-1) ?? '',
    counting: percent(rows.counting?.moved),
    mlp: percent(rows.mlp?.moved),
    head: percent(rows.head?.moved),
    adam: percent(rows.adam?.moved),
    guess: guess ?? '',
  };
  if (!exchange) return words.say('short', values);
  const letter = {
    ...values,
    was: letters[exchange.position - 1],
    is: now[exchange.position - 1],
  };
  if (asking) return words.say('asking', letter);
  if (guess !== null) return words.say('guessed', letter);
  if (view.shown === 'old') return words.say('old', letter);
  const row = view.shown === 'adam' ? rows.adam : rows.head;
  const shift = row?.after ? shiftOf(row.before, row.after) : null;
  if (!shift) return words.say(`${view.shown}Still`, letter);
  return words.say(view.shown, {
    ...letter,
    lost: markOf(past, shift.lost),
    won: markOf(past, shift.won),
  });
}

/** Answers of all programs, before and after, and how far they moved. */
export function pastTable(
  words: Messages,
  past: Past | null,
  view: View,
  asking: boolean,
): Omit<DataTableProps, 'height'> {
  const shown = ROWS.filter(({ from }) => isShown(view.shown, from));
  const cell = (row: Row | null, token: number, hidden: boolean): string => {
    if (!row) return DASH;
    const after = hidden ? null : row.after;
    return `${one(row.before[token] * 100)} → ${after ? one(after[token] * 100) : hidden ? '?' : DASH}`;
  };
  const hides = (id: string) => asking && id === 'head';
  const rowOf = (id: (typeof shown)[number]['id']) => past?.rows[id] ?? null;
  return {
    caption: words.text('table'),
    columns: [
      { key: 'token', label: words.text('columns.token') },
      ...shown.map(({ id }) => ({ key: id, label: words.text(`row.${id}`), numeric: true })),
    ],
    rows: past
      ? [
          [
            words.text('columns.moved'),
            ...shown.map(({ id }) => (hides(id) ? '?' : percent(rowOf(id)?.moved))),
          ],
          ...past.labels.map((_, token) => [
            markOf(past, token),
            ...shown.map(({ id }) => cell(rowOf(id), token, hides(id))),
          ]),
        ]
      : [],
  };
}

/** Facts of one network's maps and weights that the prose quotes. */
export function pastFacts(past: Past | null): Record<string, string> {
  const most = (of: 'head' | 'adam') => past?.[of]?.most ?? null;
  const letter = (position: number | undefined): string =>
    past?.letters[(position ?? 0) - 1] ?? DASH;
  const by = past?.head ? mostByLetter(past.head.moved, past.labels.length) : [];
  const least = by.length > 0 ? by.indexOf(Math.min(...by)) : -1;
  return {
    'past.last': past?.letters.at(-1) ?? DASH,
    'past.was': letter(most('head')?.position),
    'past.is': past?.labels[most('head')?.token ?? -1] ?? DASH,
    'past.most': percent(most('head')?.moved),
    'past.least': percent(by[least]),
    'past.least.letter': letter(least + 1),
    'past.edits': past?.head ? String(editsIn(past)) : DASH,
    'past.adam.was': letter(most('adam')?.position),
    'past.adam.is': past?.labels[most('adam')?.token ?? -1] ?? DASH,
    'past.adam.most': percent(most('adam')?.moved),
  };
}

/** Letters before the last, each for every other symbol. */
const editsIn = ({ letters, labels }: Past): number =>
  Math.max(0, letters.length - 1) * Math.max(0, labels.length - 2);

/** The smallest and the largest of some weights. */
export function spread(weights: ArrayLike<number> | null): { low: string; high: string } {
  if (!weights || weights.length === 0) return { low: DASH, high: DASH };
  const all = Array.from(weights);
  return { low: two(Math.min(...all)), high: two(Math.max(...all)) };
}
