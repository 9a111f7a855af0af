/** What the figure “The network, turned” shows at each beat, and which runs it asks for. No DOM. */
import type { Recipe } from '../../../engine/recipe.ts';
import type { TurnedEnd } from '../../../worker/protocol.ts';
import { programOf } from '../../held-out.ts';

export interface View {
  /** The end of a run at every angle, or of three runs at every seed. */
  readonly shown: 'turns' | 'seeds';
  /** Adam's first rate. */
  readonly rate: number;
  /** Degrees: the run that is read out. */
  readonly angle: number;
  /** Before anything is turned, or all of it. */
  readonly known: 'own' | 'all';
}

/** By how much each pair of axes is turned at most, in each of ten rounds. */
export const ANGLES = [0, 5, 10, 15, 22.5, 30, 45] as const;
export const MOST = 45;
export const RATES = [0.003, 0.005, 0.01, 0.015, 0.02] as const;
/** The program's. */
export const RATE = 0.01;
/** Near plain descent's best for this network, found by trying all: Step 5 has the valley. */
export const PLAIN_RATE = 0.5;
/** The beat that asks where Adam ends along turned axes. */
export const ASKS = 1;
/** Runs of each kind, the page's own seed the first. */
export const SEEDS = 5;

const FIRST: View = { shown: 'turns', rate: RATE, angle: 0, known: 'own' };

export const BEATS: readonly View[] = [
  FIRST,
  FIRST,
  { ...FIRST, known: 'all', angle: MOST },
  { ...FIRST, known: 'all', angle: MOST, shown: 'seeds' },
];

export interface Question {
  readonly recipe: Recipe;
  readonly angle: number;
}

/** The program's Adam at some angle, or plain descent at its best rate or the program's. */
export const adamAt = (reader: Recipe, angle: number, rate: number = RATE): Question => ({
  recipe: { ...programOf(reader, 5), ...(rate === RATE ? {} : { rate }) },
  angle,
});
export const plainAt = (reader: Recipe, rate?: number): Question => ({
  recipe: { ...programOf(reader, 4), ...(rate === undefined ? {} : { rate }) },
  angle: 0,
});

export const turnQuestions = (reader: Recipe, rate: number): Question[] => [
  plainAt(reader, PLAIN_RATE),
  ...ANGLES.map((angle) => adamAt(reader, angle, rate)),
];

/** Three runs a seed: Adam, Adam along turned axes, plain descent. */
export function seedQuestions(reader: Recipe): Question[] {
  return Array.from({ length: SEEDS }, (_, k) => ({ ...reader, seed: reader.seed + k })).flatMap(
    (one) => [adamAt(one, 0), adamAt(one, MOST), plainAt(one, PLAIN_RATE)],
  );
}

export interface SeedEnds {
  readonly seed: number;
  readonly adam: number | null;
  readonly turned: number | null;
  readonly plain: number | null;
}

/** How runs ended, a seed each. */
export function seedEnds(reader: Recipe, runs: readonly (TurnedEnd | undefined)[]): SeedEnds[] {
  return Array.from({ length: SEEDS }, (_, k) => {
    const [adam, turned, plain] = [0, 1, 2].map((i) => endOf(runs[3 * k + i]));
    return { seed: reader.seed + k, adam, turned, plain };
  });
}

/** Nats at the end, or null where there is no such end. */
export const endOf = (run: TurnedEnd | undefined): number | null =>
  run && run.ended === null && Number.isFinite(run.nats) ? run.nats : null;

/** A run has come to its end, and there was no name to measure it on. */
export const isUnmeasured = (run: TurnedEnd | undefined): boolean =>
  run !== undefined && run.ended === null && !Number.isFinite(run.nats);

/** Mean lead over plain descent, in nats, of Adam and of Adam along turned axes; null while unknown. */
export function meanLeads(ends: readonly SeedEnds[]): { own: number; turned: number } | null {
  let [own, turned] = [0, 0];
  for (const one of ends) {
    if (one.adam === null || one.turned === null || one.plain === null) return null;
    own += (one.plain - one.adam) / ends.length;
    turned += (one.plain - one.turned) / ends.length;
  }
  return { own, turned };
}

/** What the axis of nats spans: both ends known from the start, with room for a guess. */
export function spanOf(ends: readonly (number | null)[]): [low: number, high: number] {
  const known = ends.filter((nats) => nats !== null);
  if (known.length === 0) return [0, 1];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const gap = Math.max(0.01, high - low);
  return [low - 0.5 * gap, high + gap];
}
