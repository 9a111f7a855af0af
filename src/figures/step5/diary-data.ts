/** What the figure of one parameter's diary asks the engine. */
import { useMemo } from 'react';
import type { NetworkSettings, Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import { useNear } from '../../reader/near.ts';
import type { DiaryBrief, DiaryDay, ParameterAt, Result } from '../../worker/protocol.ts';
import { CURVE_POINTS, tokensOf } from '../step1/passes.ts';
import { hats, rateOn } from './adam-run.ts';
import { dayOf, quietest, type View } from './diary-view.ts';

export type Series = Result<'diary'>['series'][number];

/** One day of a diary, with all that follows from what is remembered. */
export interface Day extends DiaryDay {
  readonly mHat: number;
  readonly root: number;
  /** What the step is a multiple of. */
  readonly rate: number;
  /** |m̂| / √v̂: how much of what it feels points one way. */
  readonly signal: number;
}

export function dayWith(day: DiaryDay, settings: NetworkSettings, steps: number): Day {
  const { mHat, root } = hats(day, day.day, settings);
  const rate = rateOn(settings, day.day, steps);
  return { ...day, mHat, root, rate, signal: root > 0 ? Math.abs(mHat) / root : 0 };
}

/** A day of a series, from 1; null for one that it does not have. */
export function dayIn(series: Series, day: number): DiaryDay | null {
  if (!(day >= 1 && day <= series.step.length)) return null;
  const { value, gradient, m, v, step } = series;
  const i = day - 1;
  return { day, value: value[i], gradient: gradient[i], m: m[i], v: v[i], step: step[i] };
}

const within = (index: number, size: number): number => Math.min(index, size - 1);
const NO_LABELS: readonly string[] = [];
const NONE: readonly number[] = [];
const NO_PARAMETERS: readonly ParameterAt[] = [];
const NO_BRIEFS: readonly DiaryBrief[] = [];

/** The parameters that the story speaks of: a row that is heard often, one that is not, others. */
export function useCast(recipe: Recipe, lens: string) {
  const { data: network } = useEngine('network', { recipe });
  const counting = useMemo<Recipe>(() => ({ ...recipe, model: 0 }), [recipe]);
  const { data: table } = useEngine('state', { recipe: counting, step: recipe.steps });
  const totals = table?.rowTotals;
  return useMemo(() => {
    if (!network || !totals) return null;
    const { labels, bos, shapes, settings } = network;
    const letters = tokensOf(lens, labels, bos).slice(1, -1);
    const often = letters.toSorted((a, b) => totals[b] - totals[a]);
    const [letter, last] = [often[0] ?? bos, letters.at(-1) ?? bos];
    const quiet = quietest(totals, bos);
    const named = (tensor: string, row: number, col: number): ParameterAt => {
      const shape = shapes.find(({ name }) => name === tensor)!;
      return { tensor, row: within(row, shape.rows), col: within(col, shape.cols) };
    };
    return {
      network,
      layers: settings.layers,
      letter,
      quiet,
      others: [named('wte', letter, 3), named('layer0.attn_wq', 3, 5), named('lm_head', last, 7)],
      quietRow: Array.from({ length: settings.embd }, (_, col) => named('wte', quiet, col)),
    };
  }, [network, totals, lens]);
}

/** The name's own, that of the quiet row which once goes furthest, and two others. */
function listed(
  asked: readonly ParameterAt[],
  others: number,
  diaries: readonly DiaryBrief[],
): readonly ParameterAt[] {
  const reach = (i: number): number => Math.abs(diaries[i]?.longest?.step ?? 0);
  let quiet = others;
  for (let i = others; i < asked.length; i++) if (reach(i) > reach(quiet)) quiet = i;
  return [asked[0], asked[quiet], ...asked.slice(1, others)];
}

const same = (a: ParameterAt, b: ParameterAt): boolean =>
  a.tensor === b.tensor && a.row === b.row && a.col === b.col;

export function useDiary(recipe: Recipe, settings: NetworkSettings, lens: string, view: View) {
  const near = useNear();
  const { steps } = recipe;
  const cast = useCast(recipe, lens);
  const told = dayOf(steps);
  const asked = useMemo(() => cast && [...cast.others, ...cast.quietRow], [cast]);
  // Few enough numbers to travel in the page: the days that the story speaks of.
  const brief = useEngine('entries', asked && { recipe, parameters: asked, from: told });
  const parameters = useMemo(
    () => asked && cast && listed(asked, cast.others.length, brief.data?.diaries ?? NO_BRIEFS),
    [asked, cast, brief.data],
  );
  const chosen =
    view.who === 'mine' ? parameters?.[0] : view.who === 'quiet' ? parameters?.[1] : view.who;
  const at = chosen && asked ? asked.findIndex((one) => same(one, chosen)) : -1;
  const own = useEngine(
    'entries',
    chosen && at < 0 ? { recipe, parameters: [chosen], from: told } : null,
  );
  const of = (at < 0 ? own.data?.diaries[0] : brief.data?.diaries[at]) ?? null;
  const day =
    view.day === 'longest'
      ? (of?.longest?.day ?? told)
      : view.day === 'heard'
        ? (of?.next?.day ?? told)
        : Math.min(view.day, steps);
  const whole = useEngine('diary', near && chosen ? { recipe, parameters: [chosen] } : null);
  const series = near && !whole.busy ? (whole.data?.series[0] ?? null) : null;
  const entry =
    series === null
      ? ([of?.next, of?.longest].find((one) => one?.day === day) ?? null)
      : dayIn(series, day);
  const rates = useEngine('rates', { recipe, step: day });
  const beyond = useEngine('beyond', { recipe });
  const curve = useEngine('curve', near ? { recipe, points: CURVE_POINTS } : null);
  const map = useEngine(
    'weights',
    view.map ? { recipe, step: day, tensors: null, gradients: false, memories: true } : null,
  );
  const known = useMemo(() => {
    const diaries = (parameters ?? []).map((one) => {
      const place = asked?.findIndex((other) => same(other, one)) ?? -1;
      return brief.data?.diaries[place] ?? null;
    });
    const next = diaries[0]?.next;
    return { mine: next ? dayWith(next, settings, steps) : null, diaries };
  }, [brief.data, parameters, asked, settings, steps]);
  const heard = useMemo(() => {
    if (!series) return null;
    let count = 0;
    for (let i = 0; i < Math.min(day, series.gradient.length); i++)
      if (series.gradient[i] !== 0) count += 1;
    return count;
  }, [series, day]);
  return {
    cast,
    /** Those that the figure offers by name. */
    parameters: parameters ?? NO_PARAMETERS,
    labels: cast?.network.labels ?? NO_LABELS,
    chosen: chosen ?? null,
    brief: of,
    known,
    day,
    entry: entry && dayWith(entry, settings, steps),
    /** Gradients so far. */
    heard,
    series,
    rates: rates.data ?? null,
    beyond: beyond.data ?? null,
    map: map.data ?? null,
    losses: curve.data?.losses ?? NONE,
    ended: whole.data?.ended ?? null,
    live: brief.live,
    busy: whole.busy || own.busy || brief.busy,
    fault: brief.fault ?? own.fault ?? whole.fault,
  };
}

export type DiaryData = ReturnType<typeof useDiary>;
