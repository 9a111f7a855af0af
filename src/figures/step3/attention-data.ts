import { useMemo } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Fault, Result } from '../../worker/protocol.ts';
import { weightsOf } from './scores-view.ts';

/** How one head read a name: T positions, the boundary first; D numbers a vector. */
export interface Attention {
  /** [T]: what was read at each position. */
  readonly letters: readonly string[];
  /** [T, D] */
  readonly q: readonly (readonly number[])[];
  readonly k: readonly (readonly number[])[];
  readonly v: readonly (readonly number[])[];
  /** [T, T]: what softmax was given, and what it made of it; 0 where a position cannot look. */
  readonly scores: readonly (readonly number[])[];
  readonly weights: readonly (readonly number[])[];
  /** The mixture after the output matrix, and the stream it is added to, [T, C]. */
  readonly attn: readonly (readonly number[])[];
  readonly x: readonly (readonly number[])[];
}

export interface AttentionData {
  readonly attention: Attention | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
  readonly progress: number | null;
}

/** The same for all figures of attention, so that the page asks, and carries, it once. */
const TENSORS = ['x0', 'layer0.q', 'layer0.k', 'layer0.v', 'layer0.head0.score', 'layer0.attn'];

const SCORES = ['layer0.head0.score'];

/** Some of a passage's vectors, as many as it has positions. */
export function rowsAt(
  { vectors, positions }: Pick<Result<'passage'>, 'vectors' | 'positions'>,
  name: string,
): number[][] {
  const { size, values } = vectors[name];
  return Array.from({ length: positions }, (_, t) =>
    Array.from(values.subarray(t * size, (t + 1) * size)),
  );
}

/** What the first layer's first head does with a text, after some steps of a run. */
export function useAttention(recipe: Recipe, text: string, step: number): AttentionData {
  const { data, live, busy, fault, progress } = useEngine(
    'passage',
    text === '' ? null : { recipe, step, text, tensors: TENSORS, design: null },
  );
  const attention = useMemo<Attention | null>(() => {
    if (!data || data.positions === 0) return null;
    const scores = rowsAt(data, SCORES[0]);
    return {
      letters: data.labels.slice(0, data.positions),
      q: rowsAt(data, 'layer0.q'),
      k: rowsAt(data, 'layer0.k'),
      v: rowsAt(data, 'layer0.v'),
      scores,
      weights: weightsOf(scores, 1),
      attn: rowsAt(data, 'layer0.attn'),
      x: rowsAt(data, 'x0'),
    };
  }, [data]);
  return { attention, live, busy, fault, progress };
}

/** The scores alone, [T, T], of another run or another time; null before they are there. */
export function useScores(
  recipe: Recipe,
  text: string,
  step: number | null,
): Omit<AttentionData, 'attention'> & { scores: number[][] | null } {
  const { data, ...rest } = useEngine(
    'passage',
    text === '' || step === null ? null : { recipe, step, text, tensors: SCORES, design: null },
  );
  const scores = useMemo(
    () => (data && data.text === text && data.positions > 0 ? rowsAt(data, SCORES[0]) : null),
    [data, text],
  );
  return { ...rest, scores };
}
