/** The network's numbers for one token, as the figures of this page draw them. */
import { useMemo } from 'react';
import { shapedDials, type Dials } from '../../engine/by-hand.ts';
import { graphemes } from '../../engine/graphemes.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine, type Answer } from '../../reader/engine.ts';

/** What one token becomes on its way through the network. C is the width, V the vocabulary. */
export interface Pass {
  readonly token: number;
  /** [C] */
  readonly x: ArrayLike<number>;
  /** [4C], before the gates and after them. */
  readonly h: ArrayLike<number>;
  readonly a: ArrayLike<number>;
  /** [V] */
  readonly logits: ArrayLike<number>;
  readonly probs: ArrayLike<number>;
}

/** A pair of a text; the network reads its first token. */
export interface Place {
  readonly text: string;
  readonly pair: number;
}

/** Held-out measurements of the run behind the scrubber: none of them is drawn, so the fewest. */
export const CURVE_POINTS = 2;

/** What a token's label was before it was made visible; the boundary has no symbol. */
export function symbolOf(label: string): string {
  if (label === '␣') return ' ';
  const unit = label.charCodeAt(0);
  if (unit >= 0x2400 && unit < 0x2420) return String.fromCharCode(unit - 0x2400);
  return label.startsWith('◌') ? label.slice(1) : label;
}

/** A name as tokens, the boundary at both ends; what the vocabulary lacks is left out. */
export function tokensOf(name: string, labels: readonly string[], bos: number): number[] {
  const ids = new Map(labels.map((label, token) => [symbolOf(label), token]));
  ids.delete(labels[bos]);
  const known = graphemes(name).flatMap((letter) => ids.get(letter) ?? []);
  return [bos, ...known, bos];
}

/** Where a token is read: in the name, if it is there; else in a text of its own. */
export function placeOf(
  token: number,
  name: string,
  labels: readonly string[],
  bos: number,
): Place | null {
  if (!(token in labels)) return null;
  const pair = tokensOf(name, labels, bos).slice(0, -1).indexOf(token);
  return pair < 0 ? { text: symbolOf(labels[token]), pair: 1 } : { text: name, pair };
}

/** One pair of a text after a step; null asks nothing. */
export const usePair = (recipe: Recipe, step: number, place: Place | null): Answer<'pair'> =>
  useEngine('pair', place && { recipe, step, text: place.text, pair: place.pair });

export interface KnownDials extends Omit<Answer<'weights'>, 'data'> {
  readonly data: Dials | undefined;
}

/** All dials after a step; null asks nothing. */
export function useDials(recipe: Recipe, step: number | null): KnownDials {
  const answer = useEngine(
    'weights',
    step === null ? null : { recipe, step, tensors: null, gradients: false, memories: false },
  );
  const { data: network } = useEngine('network', { recipe });
  const { data: weights } = answer;
  const data = useMemo(() => {
    if (!weights || !network) return undefined;
    const { wte, mlp_fc1: fc1, mlp_fc2: fc2 } = weights.tensors;
    const flat = [wte, fc1, fc2].flatMap(({ value }) => Array.from(value));
    return shapedDials(flat, network.labels.length, network.settings.embd);
  }, [weights, network]);
  return { ...answer, data };
}
