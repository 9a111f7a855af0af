import type { Described, Quantity } from '../types.ts';

export interface StripToken {
  /** What is drawn: one grapheme, or `•` for the boundary. */
  symbol: string;
  /** Token id, drawn beneath; null for a symbol outside the vocabulary. */
  id: number | null;
  /** The boundary token: set between rules. */
  boundary?: boolean;
  /** Text between this token and the next, e.g. the surprise of that step. */
  step?: string;
  /** Colour of `step`; default `loss`. */
  stepQuantity?: Quantity;
}

/**
 * A document as tokens with ids beneath. What can be chosen is a step i → i+1 (or, with
 * `select: 'token'`, one token). One tab stop; arrows move, Enter or Space chooses.
 */
export interface TokenStripProps extends Described {
  width: number;
  tokens: readonly StripToken[];
  /** Reading direction of the symbols; default `ltr`. */
  dir?: 'ltr' | 'rtl';
  /** Default `step`. */
  select?: 'step' | 'token';
  /** Index of the chosen step (its first token) or token. */
  selected?: number | null;
  onSelect?: (index: number) => void;
  onHover?: (index: number | null) => void;
  /** Draw an arc over every step; default true for `select: 'step'`. */
  arcs?: boolean;
  /** Draw ids; default true. */
  ids?: boolean;
  /** How many steps have been taken (later ones are pale); default all. */
  done?: number;
  /** What position i says: "step 3, l to i". */
  announce?: (index: number) => string;
  words?: { ids?: string };
}

/** A run of dots in reading order, half open, ruled off and labelled: "training". */
export interface DotRange {
  from: number;
  to: number;
  label: string;
  /** Colour of the rule and label; default ink. */
  quantity?: Quantity;
}

/** Thousands of tiny marks in reading order, one per document. A slider over their index. */
export interface DotFieldProps extends Described {
  width: number;
  /** Height of the field itself, px; dots are sized to fill it. */
  height: number;
  count: number;
  /** Ink per dot, 0…1; absent: all at .35. */
  levels?: ArrayLike<number>;
  ranges?: readonly DotRange[];
  /** Ringed dot: where the reader's name is. */
  ring?: number | null;
  ringLabel?: string;
  /** The dot under the cursor (controlled); null for none. */
  index?: number | null;
  onIndex?: (index: number | null) => void;
  /** Enter, Space or a click. */
  onSelect?: (index: number) => void;
  /** What dot i says: "name 641: myliah". */
  announce?: (index: number) => string;
  /** When it changes the field cross-fades (≤ 480 ms; at once under reduced motion). */
  animateKey?: string | number;
}
