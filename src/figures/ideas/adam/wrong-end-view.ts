/** What the figure “The wrong end” shows at each beat. No DOM. */
import { periodSum, type Walker } from '../../../engine/ideas/amsgrad.ts';
import type { SlopeWalks } from '../../../worker/protocol.ts';
import { SHARES, type Shares } from './ravine-view.ts';

/** The shares of their proof, or those that are in use. */
export type Kept = 'proof' | Shares;
export const KEPT = ['proof', 'program', 'paper'] as const satisfies readonly Kept[];

export interface View {
  /** The slope that comes once in a period; all others are −1. */
  readonly large: number;
  readonly period: number;
  readonly kept: Kept;
  /** Plain descent, Adam too, or AMSGrad as well. */
  readonly who: 'sgd' | 'adam' | 'all';
}

/** Their proof's period, and that of their run with everyday shares. */
export const PERIODS = [3, 101] as const;
/** The beat that asks where Adam ends. */
export const ASKS = 1;
/** The largest slope that can be typed. */
export const LARGEST = 10_000;

const FIRST: View = { large: 3, period: 3, kept: 'proof', who: 'sgd' };

export const BEATS: readonly View[] = [
  FIRST,
  { ...FIRST, who: 'adam' },
  { ...FIRST, who: 'adam' },
  { ...FIRST, who: 'all' },
  { ...FIRST, kept: 'program', who: 'all' },
  { large: 101, period: 101, kept: 'program', who: 'all' },
];

/** Their proof has no mean of the gradient, and a mean of squares that hardly remembers. */
export function sharesOf({ kept, large }: Pick<View, 'kept' | 'large'>) {
  if (kept !== 'proof') return SHARES[kept];
  return { beta1: 0, beta2: 1 / (1 + large * large) };
}

export const questionOf = (view: View) => ({
  large: view.large,
  period: view.period,
  ...sharesOf(view),
});

/** Who walks, in the order in which they are told. */
export const walkersOf = ({ who }: Pick<View, 'who'>): Walker[] =>
  who === 'sgd' ? ['sgd'] : who === 'adam' ? ['sgd', 'adam'] : ['sgd', 'adam', 'amsgrad'];

/** The end that costs least over a period, or 0 if all cost the same. */
export const bestEnd = (view: Pick<View, 'large' | 'period'>): -1 | 0 | 1 => {
  const sum = periodSum(view);
  return sum > 0 ? -1 : sum < 0 ? 1 : 0;
};

/** A slope as typed, held to what can be computed with. */
export const heldSlope = (value: number): number =>
  Math.max(0, Math.min(LARGEST, Math.round(value * 100) / 100));

/** A period of one walk, as multiples of its first step: there, back, and what is left. */
export interface Round {
  /** −1 down, or 1 if the first step goes up. */
  readonly first: number;
  readonly others: number;
  readonly net: number;
}

export function roundOf({ last }: Pick<SlopeWalks, 'last'>, walker: Walker): Round | null {
  const { first, others } = last[walker];
  const size = Math.abs(first);
  if (!(size > 0)) return null;
  return { first: first / size, others: others / size, net: (first + others) / size };
}
