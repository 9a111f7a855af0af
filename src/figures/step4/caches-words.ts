import type { ReactNode } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import { totalOf } from '../cache-work.ts';
import type { Caches } from './caches-data.ts';
import { heldIn, type Shown, type Tower } from './caches-view.ts';

const one = fixed(1);

interface Saying {
  words: Messages;
  known: Caches;
  shown: Shown;
  read: number;
  asking: boolean;
  guess: number | null;
}

/** What is kept, or what of it holds once a letter is another. */
export function cachesSentence({ words, known, shown, read, asking, guess }: Saying): ReactNode {
  const { layers, exchange, changes, symbols, work } = known;
  const number = (value: number) => words.text('number', { value });
  const rows = symbols.length * layers;
  if (asking) return words.say('asking', { rows, from: exchange!.from, to: exchange!.to });
  if ((shown === 'change' || guess !== null) && exchange) {
    if (!changes) return words.say('computing');
    return words.say(guess === null ? 'changed' : 'guessed', {
      from: exchange.from,
      to: exchange.to,
      held: heldIn(changes),
      anew: rows - heldIn(changes),
      rows,
      guess: guess ?? 0,
    });
  }
  const [kept, again] = [totalOf(work.cached, read), totalOf(work.uncached, read)];
  return words.say('sentence', {
    read,
    rows: kept.projections,
    layers,
    numbers: number(kept.kept),
    cached: number(kept.multiplications),
    uncached: number(again.multiplications),
  });
}

/** How much of each row has changed, then what the towers cost. */
export function cachesTable(
  words: Messages,
  known: Caches | null,
  towers: readonly Tower[] | null,
  asking: boolean,
): Omit<DataTableProps, 'height'> {
  const number = (value: number) => words.text('number', { value });
  const layers = known?.layers ?? 0;
  const rows =
    known?.symbols.map((symbol, t) => [
      symbol,
      ...known.kept.map((_, l) => {
        const change = known.changes?.[l][t];
        if (asking || change === undefined) return '?';
        return change === 0 ? words.text('same') : `${one(change * 100)} %`;
      }),
    ]) ?? [];
  const costs =
    towers?.map((tower) => [
      words.text('tower', {
        layers: tower.layers,
        cached: number(tower.cached),
        times: one(tower.needed / tower.cached),
        numbers: number(tower.numbers),
      }),
      ...Array.from({ length: layers }, () => ''),
    ]) ?? [];
  return {
    caption: words.text('table', {
      from: known?.exchange?.from ?? '',
      to: known?.exchange?.to ?? '',
    }),
    columns: [
      { key: 'token', label: words.text('token') },
      ...Array.from({ length: layers }, (_, l) => ({
        key: `${l}`,
        label: words.text('layer', { layer: l + 1 }),
        numeric: true,
      })),
    ],
    rows: [...rows, ...costs],
  };
}
