/** What the figure of typed text shows at each beat, and where its bars stand. No DOM. */
import type { Recipe } from '../../../engine/recipe.ts';
import type { Size } from '../../frame.tsx';

export interface View {
  /** Null: the reader's name again and again, `tokens` long. */
  readonly text: string | null;
  readonly tokens: number;
  readonly layers: number;
  /** All heads look at one set of keys and values. */
  readonly shared: boolean;
}

/** Tokens of the block this page reads in: the largest that a recipe may have. */
export const BLOCK = 64;
/** Lengths that the story compares. */
export const LENGTHS = [16, 32, 64] as const;
export const LAYERS: readonly number[] = [1, 2, 4];

const START: View = { text: null, tokens: 16, layers: 1, shared: false };

/** The beat that asks how much more twice the text costs. */
export const ASKS = 1;

export const BEATS: readonly View[] = [
  START,
  START,
  { ...START, tokens: 32 },
  { ...START, tokens: 64 },
  { ...START, tokens: 64, shared: true },
];

/** The reader's recipe as a GPT of this page's block. */
export const typingRecipe = (recipe: Recipe, layers: number): Recipe => ({
  ...recipe,
  model: 5,
  block: BLOCK,
  layers,
});

/** What tokens cost together. */
export const totalOf = (each: readonly number[], count = each.length): number =>
  each.slice(0, count).reduce((sum, one) => sum + one, 0);

export interface Layout {
  /** Width of a token's column, px, and where the first begins. */
  readonly pitch: number;
  readonly left: number;
  /** Base lines of both rows of bars, and how tall bars may be. */
  readonly again: number;
  readonly cached: number;
  readonly tall: number;
  /** Where letters stand, and the meter of memory. */
  readonly letters: number;
  readonly meter: number;
}

const LEFT = 2;
const HEAD = 22;
const LETTERS = 26;
const METER = 46;
const WIDEST = 26;

/** Two rows of bars, one over the other, letters under them, the memory below. */
export function typingLayout({ width, height }: Size, scale: number, tokens: number): Layout {
  const free = height - (2 * HEAD + LETTERS + METER) * scale;
  // On one scale the row without a cache needs far more room than the row with one.
  const tall = Math.max(24, free * 0.72);
  const again = HEAD * scale + tall;
  const cached = again + HEAD * scale + Math.max(8, free - tall);
  return {
    pitch: Math.min(WIDEST * scale, (width - 2 * LEFT) / Math.max(1, tokens)),
    left: LEFT,
    again,
    cached,
    tall,
    letters: cached + 17 * scale,
    meter: cached + LETTERS * scale,
  };
}

/** Bars over their columns, as one path. */
export function barsPath(
  at: Pick<Layout, 'left' | 'pitch'>,
  foot: number,
  heights: readonly number[],
  from = 0,
): string {
  const gap = at.pitch > 4 ? 1 : 0;
  return heights
    .map((height, t) => {
      const x = at.left + (from + t) * at.pitch;
      const tall = Math.max(0, height);
      return `M${x.toFixed(1)} ${foot.toFixed(1)}v${(-tall).toFixed(1)}h${(at.pitch - gap).toFixed(1)}v${tall.toFixed(1)}z`;
    })
    .join('');
}
