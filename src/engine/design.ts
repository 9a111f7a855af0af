/**
 * How a network may differ from the reference, one part at a time: what a chapter takes
 * away to show what it was for. Left alone, a network is the reference's.
 */
import type { ActivationName } from './activations.ts';

export type NormName = 'rms' | 'layer' | 'none';

export interface Design {
  /** Whether a position is added to a token; without, `wpe` is never used nor moved. */
  readonly position: boolean;
  /** What a vector passes before it is read. */
  readonly norm: NormName;
  /** Norm after each half of a layer, as in 2017, and not before it. */
  readonly postNorm: boolean;
  /** Whether what comes in is added to what each half of a layer makes of it. */
  readonly residual: boolean;
  /** Whether scores are divided by the root of a head's size. */
  readonly scaled: boolean;
  /** Between the two matrices of an MLP. */
  readonly activation: ActivationName;
  /**
   * [layers · heads]: whose finding each head's place hands on, −1 for nobody's: a muted
   * head is −1, two swapped ones stand in each other's place. Null: each its own.
   */
  readonly wiring: readonly number[] | null;
}

export const REFERENCE_DESIGN: Design = {
  position: true,
  norm: 'rms',
  postNorm: false,
  residual: true,
  scaled: true,
  activation: 'relu',
  wiring: null,
};

/** The heads of one layer, by place. */
export function wiringOf(
  { wiring }: Design,
  heads: number,
  layer: number,
): readonly number[] {
  return wiring === null
    ? Array.from({ length: heads }, (_, head) => head)
    : wiring.slice(layer * heads, (layer + 1) * heads);
}

/** Is it a wiring for so many heads and layers, each head in one place at most? */
export function isWiring(
  wiring: readonly number[],
  heads: number,
  layers: number,
): boolean {
  if (wiring.length !== heads * layers) return false;
  return wiring.every((head, place) => {
    if (head === -1) return true;
    if (!Number.isInteger(head) || head < 0 || head >= heads) return false;
    const first = place - (place % heads);
    return wiring.slice(first, place).every((other) => other !== head);
  });
}
