import { useMemo } from 'react';
import { largest } from '../../charts/ramp.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { totalVariation } from '../../engine/vector.ts';
import { useEngine } from '../../reader/engine.ts';
import { useNear } from '../../reader/near.ts';
import type { Fault, Result } from '../../worker/protocol.ts';
import { inkOf } from '../step1/matrices.ts';
import { rowsAt } from '../step3/attention-data.ts';
import { headsOf, runOf } from './runs.ts';
import { headsAt, pairOf, type Head, type Vectors, type View } from './split-view.ts';

/** The first layer's matrices of attention, [C · C] row by row. */
export type Matrices = Readonly<Record<'wq' | 'wk' | 'wv' | 'wo', Float64Array>>;

export interface Split {
  readonly letters: readonly string[];
  /** Numbers in a vector, C. */
  readonly width: number;
  readonly t: number;
  readonly s: number;
  readonly vectors: Vectors;
  readonly heads: readonly Head[];
  /** The same vectors read by a single head. */
  readonly one: Head;
}

export interface SplitData {
  readonly count: number;
  /** How many heads the story cuts into. */
  readonly several: number;
  readonly split: Split | null;
  /** Null until the reader's own engine answers. */
  readonly matrices: Matrices | null;
  /** |value| of a weight at full ink. */
  readonly ink: number;
  /** Multiplications that reading the text takes: with one head, with the story's, with these. */
  readonly work: Readonly<Record<'one' | 'several' | 'now', number | null>>;
  /** What was read for that count. */
  readonly text: string;
  /** Before training, how far the answers of one head and of the story's heads are apart. */
  readonly moved: number | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

const VECTORS = ['layer0.q', 'layer0.k', 'layer0.v'];
const MATRICES = ['layer0.attn_wq', 'layer0.attn_wk', 'layer0.attn_wv', 'layer0.attn_wo'];

/** As many heads as the recipe has; with a single one, four or the fewest that divide the width. */
export function severalOf(recipe: Recipe): number {
  const { heads, embd } = settingsOf(recipe)!;
  if (heads > 1) return heads;
  const counts = headsOf(embd).slice(1);
  return counts.includes(4) ? 4 : (counts[0] ?? 1);
}

const totalOf = (work: Result<'work'> | undefined): number | null =>
  work ? work.cached.reduce((sum, { multiplications }) => sum + multiplications, 0) : null;

/** How the first layer's attention reads a text when it is cut into so many heads. */
export function useSplit(recipe: Recipe, text: string, view: View): SplitData {
  const several = severalOf(recipe);
  const count = view.heads ?? several;
  const asked = text !== '';
  const single = useMemo(() => runOf(recipe, { heads: 1 }), [recipe]);
  const told = useMemo(() => runOf(recipe, { heads: several }), [recipe, several]);
  const run = useMemo(() => runOf(recipe, { heads: count }), [recipe, count]);
  // Before training, what a layer is given is the same however it is cut.
  const at = view.trained ? { recipe: run, step: run.steps } : { recipe: told, step: 0 };
  const passage = useEngine(
    'passage',
    asked ? { ...at, text, tensors: VECTORS, design: null } : null,
  );
  const near = useNear();
  const weights = useEngine(
    'weights',
    near ? { ...at, tensors: MATRICES, gradients: false, memories: false } : null,
  );
  const works = [
    useEngine('work', asked ? { recipe: single, text } : null),
    useEngine('work', asked ? { recipe: told, text } : null),
    useEngine('work', asked ? { recipe: run, text } : null),
  ];
  const first = (of: Recipe) => (asked ? { recipe: of, step: 0, text, exchange: null } : null);
  const before = useEngine('exchanged', first(single)).data;
  const after = useEngine('exchanged', first(told)).data;

  const { data } = passage;
  const scaled = recipe.scaled !== false;
  const split = useMemo<Split | null>(() => {
    if (!data || data.positions === 0) return null;
    const [q, k, v] = VECTORS.map((name) => rowsAt(data, name));
    const vectors = { q, k, v };
    const pair = pairOf(view, data.positions);
    return {
      letters: data.labels.slice(0, data.positions),
      width: q[0].length,
      ...pair,
      vectors,
      heads: headsAt(vectors, pair.t, count, scaled),
      one: headsAt(vectors, pair.t, 1, scaled)[0],
    };
  }, [data, view, count, scaled]);
  const drawn = useMemo(() => {
    if (!weights.data) return { matrices: null, ink: 1 };
    const [wq, wk, wv, wo] = MATRICES.map((name) => weights.data!.tensors[name].value);
    // Random weights are small: full ink is what the largest of them need.
    const most = Math.max(...[wq, wk, wv, wo].map((values) => largest(values)));
    return { matrices: { wq, wk, wv, wo }, ink: inkOf(most * 4) / 4 };
  }, [weights.data]);
  const [one, toldWork, now] = works.map((answer) => totalOf(answer.data));
  return {
    count,
    several,
    split,
    ...drawn,
    work: { one, several: toldWork, now },
    text: works[2].data?.text ?? text,
    moved: before && after ? totalVariation(before.before, after.before) : null,
    live: passage.live,
    busy: passage.busy || works.some(({ busy }) => busy),
    fault: [passage, ...works].find(({ fault }) => fault)?.fault ?? null,
  };
}
