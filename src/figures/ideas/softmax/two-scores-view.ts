/** What the figure “Two ways to score” shows at each beat, and its numbers. No DOM. */
import type { Point } from '../../../charts/index.ts';
import { logitSlopes, type Score } from '../../../engine/ideas/scores.ts';

export interface View {
  /** How hard each score pulls, or what a run by each comes to. */
  readonly shown: 'pull' | 'runs';
  /** The share of what came, at the cursor of the pulls; null is an even share. */
  readonly share: number | null;
  /** The first rate of the run by squared error. */
  readonly rate: number;
}

/** Step 1's first rate: with it, the run by the logarithm is that of Step 1. */
export const PROGRAM_RATE = 1;
export const RATES: readonly number[] = [0.3, 1, 3, 10, 30];
/** The rate of the last beat. */
export const FASTER = 3;
/** A share so small that the network was sure of something else. */
export const SURE = 0.01;
/** The beat that asks where the run by squared error ends. */
export const ASKS = 2;

const START: View = { shown: 'pull', share: null, rate: PROGRAM_RATE };

export const BEATS: readonly View[] = [
  START,
  { ...START, share: SURE },
  { ...START, shown: 'runs' },
  { ...START, shown: 'runs' },
  { ...START, shown: 'runs', rate: FASTER },
];

/** Who has the rest: all other tokens in equal parts, or one of them all of it. */
export type Rest = 'even' | 'rival';

/** [V]: what came, first, has a share, and the others have the rest. */
export function sharesWith(share: number, size: number, rest: Rest): number[] {
  const left = 1 - share;
  return Array.from({ length: size }, (_, j) => {
    if (j === 0) return share;
    if (rest === 'even') return left / (size - 1);
    return j === 1 ? left : 0;
  });
}

/** How hard a score pulls up the logit of what came: minus its slope, for a rate of 1. */
export const pullOf = (score: Score, share: number, size: number, rest: Rest): number =>
  -logitSlopes(sharesWith(share, size, rest), 0, score)[0];

const POINTS = 100;

/** The pull at shares from 0 to 1, and at one more that is looked at. */
export function pullCurve(score: Score, size: number, rest: Rest, looked: number): Point[] {
  const even = Array.from({ length: POINTS + 1 }, (_, i) => i / POINTS);
  const shares = [...new Set([...even, looked])].toSorted((a, b) => a - b);
  return shares.map((share) => [share, pullOf(score, share, size, rest)]);
}
