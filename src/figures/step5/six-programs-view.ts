/** What the figure “Six programs, one ruler” shows, and in which order. No DOM, no engine. */
import { sansWidth } from '../../charts/text.ts';
import { log } from '../../engine/math.ts';
import type { Model } from '../../engine/recipe.ts';
import type { Size } from '../frame.tsx';

/** The six programs, by number. */
export const PROGRAMS: readonly Model[] = [0, 1, 2, 3, 4, 5];

/** Those with a curve of their own: 2 takes the steps of 1 by another way, and draws its curve. */
export const CURVES: readonly Model[] = [0, 2, 3, 4, 5];

/** What the table can be sorted by. */
export const KEYS = ['program', 'nats', 'bits', 'numbers', 'products'] as const;
export type Key = (typeof KEYS)[number];

/** Temperatures that names are drawn at. */
export const TEMPERATURES = ['0.5', '1'] as const;

/** Names that each program is asked for. */
export const DRAWN = 6;

export interface View {
  readonly show: 'curves' | 'table';
  /** The newest program that is drawn. */
  readonly last: Model;
  readonly sort: Key;
  /** From the largest down. */
  readonly falling: boolean;
  readonly temperature: (typeof TEMPERATURES)[number];
  /** How often the names were drawn anew. */
  readonly again: number;
}

/** The beat that asks where the last program will end. */
export const ASKS = 1;

const ALL: View = {
  show: 'curves',
  last: 5,
  sort: 'nats',
  falling: false,
  temperature: '0.5',
  again: 0,
};

/** One view a beat: up to one head, the question, all six, in order of loss, in order of work. */
export const BEATS: readonly View[] = [
  { ...ALL, last: 3 },
  ALL,
  ALL,
  { ...ALL, show: 'table' },
  { ...ALL, show: 'table', sort: 'products', falling: true },
];

/** What is known of one program; what is not known yet is null. */
export interface Program {
  readonly model: Model;
  /** Held-out nats a pair in the end. */
  readonly nats: number | null;
  /** Numbers that are set by the names: counts, or parameters. */
  readonly numbers: number | null;
  /** Multiplications of the last token of a full block, with caches. */
  readonly products: number | null;
  readonly names: readonly { readonly text: string; readonly known: boolean }[];
}

/** Bits for nats. */
export const bitsOf = (nats: number): number => nats / log(2);

/** What a program is sorted by under a heading. */
export function valueOf(program: Program, key: Key): number | null {
  switch (key) {
    case 'program':
      return program.model;
    case 'nats':
      return program.nats;
    case 'bits':
      return program.nats === null ? null : bitsOf(program.nats);
    case 'numbers':
      return program.numbers;
    case 'products':
      return program.products;
  }
}

/** The programs by one column; equals by number, what is not known last. */
export function sorted(
  programs: readonly Program[],
  { sort, falling }: Pick<View, 'sort' | 'falling'>,
): Program[] {
  const side = falling ? -1 : 1;
  return programs.toSorted((a, b) => {
    const [one, other] = [valueOf(a, sort), valueOf(b, sort)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return side * (one - other) || a.model - b.model;
  });
}

/** A heading pressed: its column rises, and falls when pressed again. */
export const resorted = (view: View, key: Key): Pick<View, 'sort' | 'falling'> => ({
  sort: key,
  falling: view.sort === key && !view.falling,
});

/** Size of a line of sampled names, px. */
const NAMES = 14;

/** As many names, joined, as fit in so many px. */
export function fittingNames(
  names: readonly { readonly text: string }[],
  width: number,
  scale = 1,
): string {
  let line = '';
  for (const { text } of names) {
    const longer = line === '' ? text : `${line}, ${text}`;
    if (sansWidth(longer, NAMES * scale) > width) break;
    line = longer;
  }
  return line;
}

/** Heights of the table's rows, px; the names of a program have a line where there is room. */
export interface TableLayout {
  readonly head: number;
  readonly row: number;
  readonly named: boolean;
}

const HEAD = 26;
/** Rows are not drawn further apart than this, and hold two lines from that on, px. */
const ROW = { most: 62, two: 38 };

export function tableLayout({ height }: Size, scale: number): TableLayout {
  const head = HEAD * scale;
  const row = Math.min(ROW.most * scale, (height - head) / PROGRAMS.length);
  return { head, row, named: row >= ROW.two * scale };
}
