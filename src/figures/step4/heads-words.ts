import type { ReactNode } from 'react';
import { fixed, signed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import { sideOf } from '../prices.ts';
import type { Heads, HeadsData } from './heads-data.ts';
import type { View } from './heads-view.ts';

const three = fixed(3);
/** Of what a head is worth, three decimals would be one or none. */
const four = fixed(4);
const price4 = signed(4);

export interface Saying {
  readonly words: Messages;
  readonly data: HeadsData;
  readonly view: View;
  readonly step: number;
  readonly cell: readonly [asks: number, seen: number];
  readonly symbols: readonly string[];
  readonly asking: boolean;
  /** Nothing of what a press costs may be seen yet. */
  readonly hidden: boolean;
  /** The head that the reader thought is missed most, once the truth is out. */
  readonly guess: number | null;
}

/** How a token is drawn; the boundary is a dot. */
export const symbolOf = ({ labels, bos }: Heads, token: number): string =>
  token === bos ? '•' : labels[token];

/** The letters that are read, by position. */
export const symbolsOf = (known: Heads): string[] =>
  known.tokens.slice(0, known.positions).map((token) => symbolOf(known, token));

/** What each head gives to one position, as the cursor says it. */
export function cellText(
  words: Messages,
  known: Heads,
  symbols: readonly string[],
  [asks, seen]: readonly [asks: number, seen: number],
): string {
  const n = known.positions;
  const shares = known.maps.map((map) => three(map[asks * n + seen])).join(', ');
  return words.text('cell', { asks: symbols[asks], at: seen + 1, seen: symbols[seen], shares });
}

/** What stands in the picture, in one sentence. */
export function headsSentence(saying: Saying): ReactNode {
  const { words, data, view, step, cell, symbols, asking, guess } = saying;
  const { known, now, trained, wiring, prices } = data;
  if (!known) return null;
  if (data.documents === 0) return words.say('saidAlone');
  if (asking) return words.say('saidAsking', { heads: known.heads * known.layers });
  const name = (place: number) =>
    words.text('nameIn', {
      head: (place % known.heads) + 1,
      layer: Math.floor(place / known.heads) + 1,
      layers: known.layers,
    });
  if (guess !== null) {
    const found = prices.map((price) => price ?? NaN);
    if (found.some(Number.isNaN)) return words.say('saidComputing');
    const dearest = found.indexOf(Math.max(...found));
    return words.say('saidGuess', {
      right: String(dearest === guess),
      guess: name(guess),
      dearest: name(dearest),
      price: four(found[dearest]),
      trained: three(trained ?? NaN),
    });
  }
  if (!data.own) {
    const off = wiring.filter((head) => head < 0).length;
    const kind = off === 0 ? 'swapped' : off === wiring.length ? 'none' : 'muted';
    if (now === null || trained === null) return words.say('saidWaiting', { kind, off });
    const price = now - trained;
    const values = { off, all: wiring.length, kind, now: three(now), trained: three(trained) };
    return words.say('saidWired', { ...values, price: four(Math.abs(price)), side: sideOf(price) });
  }
  const [asks, seen] = cell;
  const n = known.positions;
  const given = known.maps.map((map) => map[asks * n + seen]);
  return words.say(step < data.run.steps ? 'saidStep' : 'saidCell', {
    asks: symbols[asks],
    seen: symbols[seen],
    at: seen + 1,
    least: three(Math.min(...given)),
    most: three(Math.max(...given)),
    even: three(1 / (asks + 1)),
    heads: given.length,
    step,
    adam: String(view.adam),
  });
}

/** Every head's weights of the letter that asks, and what it costs. */
export function headsTable(saying: Saying): Omit<DataTableProps, 'height'> {
  const { words, data, cell, symbols, hidden } = saying;
  const { known, prices } = data;
  const [asks] = cell;
  const seen = symbols.slice(0, asks + 1);
  const columns = [
    { key: 'head', label: words.text('columns.head') },
    ...seen.map((symbol, t) => ({ key: `${t}`, label: `${t + 1} ${symbol}`, numeric: true })),
    { key: 'price', label: words.text('columns.price'), numeric: true },
  ];
  const rows = (known?.maps ?? []).map((map, place) => {
    const { heads, layers, positions: n } = known!;
    const name = words.text('nameIn', {
      head: (place % heads) + 1,
      layer: Math.floor(place / heads) + 1,
      layers,
    });
    const price = hidden ? null : prices[place];
    return [
      name,
      ...seen.map((_, t) => three(map[asks * n + t])),
      price === null || price === undefined ? '–' : price4(price),
    ];
  });
  return { caption: words.text('table', { asks: symbols[asks] ?? '' }), columns, rows };
}
