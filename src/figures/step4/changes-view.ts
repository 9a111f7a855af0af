/** What the figure “What repeats” shows, and where its parts stand. No DOM, no engine run. */
import { countParameters, shapesOf, type Shape } from '../../engine/parameters.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { networkOf } from '../../engine/settings.ts';
import type { Size } from '../frame.tsx';
import { px } from '../px.ts';

export interface View {
  /** Null: as the recipe has it. */
  readonly heads: number | null;
  readonly layers: number | null;
}

/** The beat that asks how many numbers several heads need. */
export const ASKS = 1;

const SEVERAL: View = { heads: null, layers: 1 };
export const BEATS: readonly View[] = [
  { heads: 1, layers: 1 },
  SEVERAL,
  SEVERAL,
  { heads: null, layers: 2 },
];

/** How many layers can be stacked here. */
export const MOST_LAYERS = 4;

/** The matrices of one row of the picture, side by side. */
export interface Row {
  readonly id: 'embed' | 'attention' | 'fc1' | 'fc2' | 'head';
  /** Counted from 0; null outside the layers. */
  readonly layer: number | null;
  readonly shapes: readonly Shape[];
}

/** A program: its matrices in the order in which a token meets them. */
export interface Program {
  readonly heads: number;
  readonly layers: number;
  readonly rows: readonly Row[];
  /** Numbers in all matrices, in those of one layer, and in those outside. */
  readonly numbers: number;
  readonly layer: number;
  readonly tables: number;
}

const plain = (name: string): string => name.replace(/^layer\d+\./, '');

/** The program of a recipe of Steps 3 to 5, or null where its settings say nothing. */
export function programFor(recipe: Recipe, vocab: number): Program | null {
  const network = networkOf(recipe, vocab);
  if (!network) return null;
  const { sizes } = network;
  const layers = recipe.model === 3 ? 1 : sizes.layers;
  const all = shapesOf(sizes);
  const named = (prefix: string, ...names: string[]) =>
    names.flatMap((name) => all.filter((shape) => shape.name === prefix + name));
  const each = Array.from({ length: layers }, (_, layer): Row[] => {
    const prefix = recipe.model === 3 ? '' : `layer${layer}.`;
    return [
      { id: 'attention', layer, shapes: named(prefix, ...ATTENTION) },
      { id: 'fc1', layer, shapes: named(prefix, 'mlp_fc1') },
      { id: 'fc2', layer, shapes: named(prefix, 'mlp_fc2') },
    ];
  });
  const numbers = countParameters(all);
  const layer = countParameters(each[0].flatMap(({ shapes }) => shapes));
  return {
    heads: recipe.model === 3 ? 1 : sizes.heads,
    layers,
    rows: [
      { id: 'embed', layer: null, shapes: named('', 'wte', 'wpe') },
      ...each.flat(),
      { id: 'head', layer: null, shapes: named('', 'lm_head') },
    ],
    numbers,
    layer,
    tables: numbers - layers * layer,
  };
}

const ATTENTION = ['attn_wq', 'attn_wk', 'attn_wv', 'attn_wo'];

export const countOf = ({ shapes }: Row): number => countParameters(shapes);

/** Which parts of a matrix belong to one head: its rows, its columns, or it has none. */
export const cutOf = (name: string): 'rows' | 'columns' | null => {
  const known = plain(name);
  if (known === 'attn_wo') return 'columns';
  return ATTENTION.includes(known) ? 'rows' : null;
};

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Plate extends Box {
  /** Without its layer, and with it. */
  readonly key: string;
  readonly name: string;
}

export interface RowAt {
  readonly row: Row;
  readonly top: number;
  readonly height: number;
  readonly plates: readonly Plate[];
}

export interface ChangesLayout {
  readonly old: readonly RowAt[];
  readonly fresh: readonly RowAt[];
  /**
   * Middles of the programs; right ends of their numbers, NaN where there is no room for them;
   * middle of the names.
   */
  readonly oldX: number;
  readonly freshX: number;
  readonly oldNumber: number;
  readonly freshNumber: number;
  readonly namesX: number;
  /** Where what stands beside a program begins. */
  readonly oldBeside: number;
  readonly freshBeside: number;
  readonly end: number;
  /** The two bars of numbers. */
  readonly bars: { readonly left: number; readonly right: number; readonly top: number };
  readonly bar: number;
}

const HEAD = 26;
const FOOT = 62;
const BETWEEN = 2;
/** Share of the width that a program takes, and the room beside it for what repeats. */
const SHARE = 0.27;

/** Room for a triangle, for a number, and for a name with paper about it, px. */
const BESIDE = 18;
const NUMBER = 37;
const NAME = 60;

/** Tall matrices lie on their side, so that a layer is three rows of the same size. */
const across = ({ rows, cols }: Shape): number => Math.max(rows, cols);
const down = ({ rows, cols }: Shape): number => Math.min(rows, cols);

/** Both programs to one scale, the layers that Step 3 lacks between its layer and its end. */
export function changesLayout(
  old: Program,
  fresh: Program,
  { width, height }: Size,
  scale: number,
): ChangesLayout {
  const foot = FOOT * scale;
  const head = HEAD * scale;
  const rows = fresh.rows;
  const widest = Math.max(
    ...[...old.rows, ...rows].map(({ shapes }) => shapes.reduce((sum, s) => sum + across(s), 0)),
  );
  const tall = rows.reduce((sum, { shapes }) => sum + Math.max(...shapes.map(down)), 0);
  const share = width < 400 * scale ? SHARE - 0.03 : SHARE;
  const room = height - head - foot;
  const unit = Math.max(
    0.05,
    Math.min((width * share - 3 * BETWEEN) / widest, (room * 0.78) / tall),
  );
  // Rows of one layer stand closer than layers do.
  const spaces = rows.reduce((sum, row, i) => sum + (i === 0 ? 1 : gapOf(rows[i - 1], row)), 1);
  const gap = Math.min(44 * scale, (room - tall * unit) / spaces);
  const oldX = width * (share / 2);
  const besides = Math.max(16, Math.min(46 * scale, width * 0.1));
  const freshX = width - besides - width * (share / 2) - 4;
  let y = head + gap;
  const freshRows = rows.map((row, i): RowAt => {
    if (i > 0) y += gap * gapOf(rows[i - 1], row);
    const at = place(row, freshX, y, unit);
    y += at.height;
    return at;
  });
  const oldRows = old.rows.map((row) => {
    const beside = freshRows.find(({ row: { id } }) => id === row.id);
    return place(row, oldX, beside?.top ?? head, unit);
  });
  const half = (widest * unit + 3 * BETWEEN) / 2;
  const from = oldX + half;
  const to = freshX - half;
  const freshNumber = to - 6;
  const beside = from + BESIDE * scale;
  const both = freshNumber - beside >= (2 * NUMBER + NAME) * scale;
  const numbered = freshNumber - beside >= (NUMBER + NAME) * scale;
  const first = both ? beside + NUMBER * scale : beside;
  const bar = 13 * scale;
  return {
    old: oldRows,
    fresh: freshRows,
    oldX: px(oldX),
    freshX: px(freshX),
    oldBeside: px(from + 6),
    freshBeside: px(freshX + half + 6),
    namesX: px((first + freshNumber - (numbered ? NUMBER * scale : 0)) / 2),
    oldNumber: both ? px(first) : NaN,
    freshNumber: numbered ? px(freshNumber) : NaN,
    end: px(y + gap),
    bars: { left: 46 * scale, right: width - 54 * scale, top: height - foot + 20 * scale },
    bar,
  };
}

/** How far apart two rows stand, in gaps. */
const gapOf = (above: Row, below: Row): number =>
  above.layer !== null && above.layer === below.layer ? 0.3 : 1;

function place(row: Row, middle: number, top: number, unit: number): RowAt {
  const total =
    row.shapes.reduce((sum, shape) => sum + across(shape) * unit, 0) +
    BETWEEN * (row.shapes.length - 1);
  const height = Math.max(0, ...row.shapes.map(down)) * unit;
  let x = middle - total / 2;
  const plates = row.shapes.map((shape): Plate => {
    const size = { width: px(across(shape) * unit), height: px(down(shape) * unit) };
    const at = { key: plain(shape.name), name: shape.name, x: px(x), y: px(top), ...size };
    x += across(shape) * unit + BETWEEN;
    return at;
  });
  return { row, top: px(top), height: px(height), plates };
}

/** Every second head's part of a matrix, as a path. */
export function stripsPath({ x, y, width, height }: Box, heads: number, cut: 'rows' | 'columns') {
  return Array.from({ length: Math.floor(heads / 2) }, (_, i) => {
    const [from, size] = [(2 * i + 1) / heads, 1 / heads];
    return cut === 'rows'
      ? `M${x} ${px(y + from * height)}h${width}v${px(size * height)}h${-width}z`
      : `M${px(x + from * width)} ${y}v${height}h${px(size * width)}v${-height}z`;
  }).join('');
}

/** A small triangle for each head, the form of its weights, in even rows that fit a box. */
export function trianglesPath({ x, y, width, height }: Box, heads: number): string {
  const pitchOf = (columns: number) =>
    Math.min(13, width / columns, (height * columns) / Math.max(1, heads));
  const columns = Array.from({ length: heads }, (_, i) => heads - i)
    .filter((count) => heads % count === 0)
    .reduce((best, count) => (pitchOf(count) > pitchOf(best) ? count : best), heads);
  const pitch = pitchOf(columns);
  const side = px(pitch * 0.74);
  const top = y + (height - (heads / columns) * pitch) / 2;
  return Array.from({ length: heads }, (_, i) => {
    const left = px(x + (i % columns) * pitch);
    const high = px(top + Math.floor(i / columns) * pitch + pitch * 0.13);
    return `M${left} ${high}v${side}h${side}z`;
  }).join('');
}
