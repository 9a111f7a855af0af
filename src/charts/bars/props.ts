import type { Described, Format, Interval, Quantity } from '../types.ts';

export interface Bar {
  id: string;
  /** Category at the foot of the bar: a letter, a length, `•`. */
  label: string;
  /** May be negative, or Infinity (drawn running off the frame, open-ended, with ∞). */
  value: number;
  /** A second quantity on the same scale, drawn as an outline bar over the first. */
  overlay?: number;
  /** Text at the end; default `format(value)`. Pass '' for none. */
  text?: string;
  /** Words within the bar, when there is room: "the name ends". */
  inside?: string;
  /** `strong` full colour, `normal` (default) 42 % tone, `pale`, `rest` dashed outline. */
  emphasis?: 'strong' | 'normal' | 'pale' | 'rest';
  /** Belongs to the reader's name: its label is rubric. */
  mine?: boolean;
  /** The reader's guess: `true` outlines the bar, a number outlines a bar of that value. */
  guess?: boolean | number;
  /** What the bar says under the cursor; default `${label} ${text}`. */
  announce?: string;
}

export interface BarsProps extends Described {
  width: number;
  /** Horizontal: default 22 px a bar. Vertical: default 120. */
  height?: number;
  bars: readonly Bar[];
  /** Default `horizontal`. */
  orientation?: 'horizontal' | 'vertical';
  /** Colour of the bars (default `probability`) and of the overlay (default `parameter`). */
  quantity?: Quantity;
  overlayQuantity?: Quantity;
  /** Minus in earth, plus in ultramarine, instead of `quantity`. */
  diverging?: boolean;
  /** Colour of the category labels; default `token` for horizontal, `ink` for vertical. */
  labelQuantity?: Quantity;
  /** Values at the ends of the longest bar; default [min(0, …), max]. */
  domain?: Interval;
  format?: Format;
  /** Show the value texts: `all`, `strong` (emphasised, selected, guessed) or `none`. */
  values?: 'all' | 'strong' | 'none';
  /** Reference lines across the bars: "uniform 0.037". */
  lines?: readonly { value: number; label?: string; quantity?: Quantity }[];
  /** Index of the chosen bar. */
  selected?: number | null;
  onSelect?: (index: number) => void;
  onHover?: (index: number | null) => void;
  /** Width kept for labels (horizontal), px; default by the longest. */
  labelWidth?: number;
  words?: { axis?: string; category?: string; infinity?: string };
}

/**
 * Vertical bars over bins, thin, labelled where there is room. Bins are whole numbers, such as
 * lengths; or, with a `binWidth`, the neighbourhoods of its multiples, such as signed weights.
 */
export interface HistogramProps extends Described {
  width: number;
  height?: number;
  /** `counts[k]` things fell in bin `first + k`; see `binned`. */
  counts: ArrayLike<number>;
  first?: number;
  /** Bin n holds what is nearest to n · binWidth and is labelled with it. Absent: whole numbers. */
  binWidth?: number;
  /** Labels under bins, given n · binWidth; default so many decimals as the width has. */
  formatBin?: Format;
  /**
   * Height by the count (default), or by log(1 + count), ruled at powers of ten: bins with one
   * thing show beside bins with thousands, and an empty bin has no height.
   */
  countScale?: 'linear' | 'log';
  quantity?: Quantity;
  format?: Format;
  /** The bin the reader's name is in: rubric label. */
  mine?: number | null;
  selected?: number | null;
  onSelect?: (bin: number) => void;
  onHover?: (bin: number | null) => void;
  /** What a bin says: "6 letters: 7,980 names". */
  announce?: (bin: number, count: number) => string;
  words?: { axis?: string; category?: string };
}
