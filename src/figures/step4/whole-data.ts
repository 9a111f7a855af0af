import { useMemo } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Fault, Result } from '../../worker/protocol.ts';
import type { Sizes } from './whole-sheet.ts';

export interface Whole {
  readonly sizes: Sizes;
  /** Of each tensor its numbers, as the engine has them. */
  readonly values: ReadonlyMap<string, ArrayLike<number>>;
  /** What is written for each token of the vocabulary; the boundary is a dot. */
  readonly symbols: readonly string[];
  /** Nats a pair of this name. */
  readonly loss: number;
  readonly parameters: number;
  /** Numbers made on the way, those of the map. */
  readonly made: number;
}

export interface WholeData {
  readonly step: number;
  readonly known: Whole | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** The vectors of the map, by the names under which `passage` has them. */
export function vectorsOf(recipe: Recipe): string[] {
  const { heads, layers, postNorm } = settingsOf(recipe)!;
  const read = (half: number) => (postNorm ? `in${half}` : `norm${half}.out`);
  const inLayer = [
    read(1),
    'q',
    'k',
    'v',
    'attn',
    'middle',
    read(2),
    'mlp.h',
    'mlp.a',
    'mlp.out',
    'out',
  ];
  const names = ['embed', 'x0', 'logits', 'prob'];
  for (let layer = 0; layer < layers; layer++) {
    names.push(...inLayer.map((name) => `layer${layer}.${name}`));
    for (let head = 0; head < heads; head++)
      names.push(
        ...['score', 'weight', 'found'].map((name) => `layer${layer}.head${head}.${name}`),
      );
  }
  return names;
}

export function wholeOf(
  passage: Result<'passage'>,
  weights: Pick<Result<'weights'>, 'tensors'>,
  { labels, bos }: Pick<Result<'network'>, 'labels' | 'bos'>,
): Whole {
  const { settings, positions, tokens, vectors, nats } = passage;
  const values = new Map<string, ArrayLike<number>>();
  let [parameters, made] = [0, positions];
  for (const [name, { value }] of Object.entries(weights.tensors)) {
    values.set(name, value);
    parameters += value.length;
  }
  for (const [name, rows] of Object.entries(vectors)) {
    values.set(name, rows.values);
    made += /\.(score|weight)$/.test(name) ? (positions * (positions + 1)) / 2 : rows.values.length;
  }
  values.set('loss', nats);
  return {
    sizes: {
      positions,
      embd: settings.embd,
      vocab: labels.length,
      block: settings.block,
      heads: settings.heads,
      layers: settings.layers,
      tokens: tokens.slice(0, positions),
      targets: tokens.slice(1, positions + 1),
      usesPlaces: settings.position,
      residual: settings.residual,
      postNorm: settings.postNorm,
    },
    values,
    symbols: labels.map((label, token) => (token === bos ? '•' : label)),
    loss: passage.loss,
    parameters,
    made,
  };
}

/** Asks for every number of one reading, and for the parameters that it is read with. */
export function useWhole(recipe: Recipe, text: string, wanted: number | 'end'): WholeData {
  const step = wanted === 'end' ? recipe.steps : Math.min(wanted, recipe.steps);
  // All of it is more than a page should carry: at build nothing is asked.
  const here = typeof window !== 'undefined';
  const tensors = useMemo(() => vectorsOf(recipe), [recipe]);
  const read = useEngine('passage', here ? { recipe, step, text, tensors, design: null } : null);
  const state = useEngine(
    'weights',
    here ? { recipe, step, tensors: null, gradients: false, memories: false } : null,
  );
  const { data: network } = useEngine('network', { recipe });
  const [passage, weights] = [read.data, state.data];
  const known = useMemo(() => {
    if (!passage || !weights || !network) return null;
    // The last answers stand while the next are under way: they may be of two networks.
    if (network.labels.length !== passage.vectors['prob']?.size) return null;
    if (
      !network.shapes.every(
        ({ name, rows, cols }) => weights.tensors[name]?.value.length === rows * cols,
      )
    )
      return null;
    if (
      network.settings.layers !== passage.settings.layers ||
      network.settings.heads !== passage.settings.heads
    )
      return null;
    if (network.settings.embd !== passage.settings.embd) return null;
    return wholeOf(passage, weights, network);
  }, [passage, weights, network]);
  return {
    step,
    known,
    live: read.live && state.live,
    busy: read.busy || state.busy,
    fault: read.fault ?? state.fault,
  };
}
