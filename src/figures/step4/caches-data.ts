import { useMemo } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Fault, Result } from '../../worker/protocol.ts';
import { filled } from '../cache-work.ts';
import {
  cacheNames,
  changesOf,
  exchangeOf,
  keptOf,
  towersOf,
  TOWERS,
  type Exchange,
  type Kept,
  type Tower,
  type View,
} from './caches-view.ts';
import { runOf } from './runs.ts';

/** What the layers keep of a text, and of the same with one letter exchanged. */
export interface Caches {
  readonly layers: number;
  readonly heads: number;
  /** Of the tokens read, the boundary first. */
  readonly symbols: readonly string[];
  /** Of the vocabulary, and which of it is the boundary. */
  readonly labels: readonly string[];
  readonly bos: number;
  readonly kept: readonly Kept[];
  readonly exchange: Exchange | null;
  /** By layer and row, [layers, T]; null while nothing is exchanged. */
  readonly changes: readonly (readonly number[])[] | null;
  /** [layers]: as `kept`, after the exchange. */
  readonly after: readonly Kept[] | null;
  /** What each token so far has cost. */
  readonly work: Result<'work'>;
}

export interface CachesData {
  readonly known: Caches | null;
  readonly towers: readonly Tower[] | null;
  /** Tokens of a full block. */
  readonly block: number;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** Asks what so many layers keep of a text, and what has to be made anew if a letter is another. */
export function useCaches(recipe: Recipe, text: string, view: View): CachesData {
  const { layers, position, token } = view;
  const run = useMemo(() => runOf(recipe, { layers }), [recipe, layers]);
  const tensors = useMemo(() => cacheNames(layers), [layers]);
  const ask = { recipe: run, step: recipe.steps, tensors, design: null };
  const network = useEngine('network', { recipe });
  const own = useEngine('passage', { ...ask, text });
  const work = useEngine('work', { recipe: run, text });
  const { labels = [], bos = 0 } = network.data ?? {};
  const read = own.data?.tokens.slice(0, own.data.positions) ?? [];
  const exchange = exchangeOf(read, labels, bos, { position, token });
  const other = useEngine('passage', exchange === null ? null : { ...ask, text: exchange.text });
  const letters = read.slice(1).map((one) => labels[one]);
  const block = network.data?.settings.block ?? 0;
  const towers = useTowers(recipe, filled(letters, block));
  const all = [network, own, work, other];
  const ready = own.data && work.data && network.data && keptLayers(own.data) === layers;
  const after = other.data && !other.busy ? keptOf(other.data.vectors, layers) : null;
  const kept = ready ? keptOf(own.data!.vectors, layers) : [];
  return {
    known: ready
      ? {
          layers,
          heads: own.data!.settings.heads,
          symbols: own.data!.labels.slice(0, own.data!.positions),
          labels,
          bos,
          kept,
          exchange,
          changes: after && kept.map((one, l) => changesOf(one, after[l])),
          after,
          work: work.data!,
        }
      : null,
    towers,
    block,
    live: own.live,
    busy: all.some(({ busy }) => busy) || towers === null,
    fault: all.find(({ fault }) => fault)?.fault ?? null,
  };
}

/** The answer shown while another is under way may have fewer layers, or more. */
const keptLayers = ({ vectors }: Result<'passage'>): number => Object.keys(vectors).length / 2;

/** What one to four layers cost, reading a text that fills the block. */
function useTowers(recipe: Recipe, text: string): readonly Tower[] | null {
  const at = (layers: number) => (text === '' ? null : { recipe: runOf(recipe, { layers }), text });
  const [a, b, c, d] = TOWERS;
  const works = [
    useEngine('work', at(a)).data,
    useEngine('work', at(b)).data,
    useEngine('work', at(c)).data,
    useEngine('work', at(d)).data,
  ];
  const known = works.flatMap((work) => work ?? []);
  return known.length < works.length ? null : towersOf(known);
}
