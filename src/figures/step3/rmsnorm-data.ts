import { useMemo } from 'react';
import { useEngine } from '../../reader/engine.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { lengthOf } from '../../engine/vector.ts';
import type { Fault, Rows } from '../../worker/protocol.ts';
import { normed, type Place } from './rmsnorm-view.ts';

export interface Norms {
  /** The tokens read, the boundary first. */
  readonly labels: readonly string[];
  /** By place: the vector that comes in at each position, [positions, C]. */
  readonly vectors: Readonly<Record<Place, readonly (readonly number[])[]>>;
}

export interface NormsData {
  readonly norms: Norms | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

const TENSORS = ['embed', 'layer0.middle'];

const rowsOf = (rows: Rows | undefined): number[][] =>
  rows
    ? Array.from({ length: rows.values.length / rows.size }, (_, t) =>
        Array.from(rows.values.subarray(t * rows.size, (t + 1) * rows.size)),
      )
    : [];

/** The vectors that the trained network norms as it reads a text. */
export function useNorms(recipe: Recipe, name: string): NormsData {
  const { data, live, busy, fault } = useEngine(
    'passage',
    name === '' ? null : { recipe, step: recipe.steps, text: name, tensors: TENSORS, design: null },
  );
  const norms = useMemo((): Norms | null => {
    if (!data) return null;
    const embed = rowsOf(data.vectors[TENSORS[0]]);
    return {
      labels: data.labels.slice(0, data.positions),
      // What comes out of the first norm is what goes into the second.
      vectors: { embed, x0: embed.map(normed), middle: rowsOf(data.vectors[TENSORS[1]]) },
    };
  }, [data]);
  return { norms, live, busy, fault };
}

/** The lengths of some vectors. */
export const lengthsOf = (vectors: readonly (readonly number[])[]): number[] =>
  vectors.map(lengthOf);
