import { useMemo } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Fault, Result } from '../../worker/protocol.ts';
import { useSettled } from '../settled.ts';
import { isOwn, ownWiring, pricedWirings, wiringFor, type View } from './heads-view.ts';
import { runOf } from './runs.ts';

/** Of all heads, how the lens name is read. */
export interface Heads {
  readonly heads: number;
  readonly layers: number;
  /** Transitions read, T. */
  readonly positions: number;
  readonly tokens: readonly number[];
  /** [V] */
  readonly labels: readonly string[];
  readonly bos: number;
  /** By place: [T, T], a row for each who asks. */
  readonly maps: readonly ArrayLike<number>[];
  /** What is expected after the whole text, [V], as the network was trained and as it is wired. */
  readonly before: Float64Array;
  readonly after: Float64Array;
}

export interface HeadsData {
  readonly run: Recipe;
  readonly step: number;
  readonly wiring: readonly number[];
  readonly own: boolean;
  readonly known: Heads | null;
  /** Held-out nats of the network as trained, as wired now, and by place what a press costs. */
  readonly trained: number | null;
  readonly now: number | null;
  readonly prices: readonly (number | null)[];
  readonly documents: number | null;
  /** Held-out nats of nothing learned but one letter: the floor; and of the table of counts. */
  readonly floor: number | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

type Passage = Result<'passage'>;

const weightName = (place: number, heads: number): string =>
  `layer${Math.floor(place / heads)}.head${place % heads}.weight`;

const lastRow = ({ vectors, positions }: Passage): Float64Array => {
  const { size, values } = vectors['prob'];
  return values.subarray((positions - 1) * size, positions * size);
};

/** Asks for the maps of the view at once, and for what heads cost once the view has stood. */
export function useHeads(recipe: Recipe, text: string, view: View, moving: boolean): HeadsData {
  const { adam, layers: wanted, tool, picked } = view;
  const run = useMemo(() => runOf(recipe, { adam, layers: wanted }), [recipe, adam, wanted]);
  const { heads, layers } = settingsOf(run)!;
  const wiring = useMemo(() => wiringFor(view.wiring, heads, layers), [view.wiring, heads, layers]);
  const own = isOwn(wiring, heads);
  const step = view.step === 'end' ? run.steps : Math.min(view.step, run.steps);
  const tensors = useMemo(
    () => [...ownWiring(heads, layers).map((_, place) => weightName(place, heads)), 'prob'],
    [heads, layers],
  );
  const place = { recipe: run, step, text };
  const trainedWay = useEngine('passage', { ...place, tensors: ['prob'], design: null });
  const way = useEngine('passage', { ...place, tensors, design: own ? null : { wiring } });

  const still = useSettled(step);
  const settled = !moving && still === step;
  const priced = useMemo(
    () => pricedWirings({ tool, picked }, heads, layers),
    [tool, picked, heads, layers],
  );
  const current = useEngine(
    'redesigned',
    settled ? { recipe: run, step, designs: own ? [] : [{ wiring }] } : null,
  );
  const designs = priced.flatMap((each) => (each ? [{ wiring: each }] : []));
  const costs = useEngine(
    'redesigned',
    settled && designs.length > 0 ? { recipe: run, step, designs } : null,
  );
  const { data: network } = useEngine('network', { recipe });
  const { data: measured } = useEngine('evaluate', { recipe, steps: [recipe.steps] });

  const { data } = way;
  const { data: before } = trainedWay;
  const known = useMemo((): Heads | null => {
    if (!data || !before || !network) return null;
    const maps = ownWiring(heads, layers).map((_, at) => data.vectors[weightName(at, heads)]);
    // While another question is under way the last answer stands; it may be of another size.
    if (maps.some((map) => map?.size !== data.positions)) return null;
    return {
      heads,
      layers,
      positions: data.positions,
      tokens: data.tokens,
      labels: network.labels,
      bos: network.bos,
      maps: maps.map(({ values }) => values),
      before: lastRow(before),
      after: lastRow(data),
    };
  }, [data, before, network, heads, layers]);

  const measuredNow = settled && !current.busy && current.data?.step === step;
  const fresh = measuredNow ? (current.data ?? null) : null;
  const { data: paid } = costs;
  const paidNow = settled && !costs.busy && paid?.step === step ? paid : null;
  const places = priced.map((_, i) => priced.slice(0, i).filter(Boolean).length);
  return {
    run,
    step,
    wiring,
    own,
    known,
    trained: fresh?.trained ?? null,
    now: fresh ? (own ? fresh.trained : (fresh.nats[0] ?? null)) : null,
    prices: priced.map((each, i) =>
      each && paidNow ? paidNow.nats[places[i]] - paidNow.trained : null,
    ),
    documents: current.data?.documents ?? null,
    floor: measured?.floors.bigram ?? null,
    live: way.live,
    busy: way.busy || (settled && (current.busy || costs.busy)),
    fault: way.fault ?? current.fault ?? costs.fault,
  };
}
