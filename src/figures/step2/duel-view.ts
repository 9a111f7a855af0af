/** What the figure “The two engines” shows, from the bouts that were fought here. No DOM. */
import type { Bout } from '../../worker/protocol.ts';

/** Steps of a bout, and bouts. */
export const STEPS = 20;
export const ROUNDS = 8;

export type Engine = 'readable' | 'fast';

export interface Score {
  readonly rounds: number;
  /** The least of all rounds, milliseconds a step; null before the first. */
  readonly best: Readonly<Record<Engine, number>> | null;
  /** How many times as fast: by the best of each, and the least and the most of one round. */
  readonly ratio: number;
  readonly spread: readonly [low: number, high: number];
  /** Losses that are the same to the last bit, of how many. */
  readonly same: number;
  readonly losses: number;
}

/** A clock too coarse for the fast engine gives 0: then there is no ratio. */
const ratioOf = ({ readableMs, fastMs }: Pick<Bout, 'readableMs' | 'fastMs'>): number =>
  fastMs > 0 ? readableMs / fastMs : NaN;

export function scoreOf(bouts: readonly Bout[]): Score {
  const ratios = bouts.map(ratioOf).filter(Number.isFinite);
  const best =
    bouts.length === 0
      ? null
      : {
          readable: Math.min(...bouts.map(({ readableMs }) => readableMs)),
          fast: Math.min(...bouts.map(({ fastMs }) => fastMs)),
        };
  return {
    rounds: bouts.length,
    best,
    ratio: best ? ratioOf({ readableMs: best.readable, fastMs: best.fast }) : NaN,
    spread: ratios.length > 0 ? [Math.min(...ratios), Math.max(...ratios)] : [NaN, NaN],
    same: bouts.reduce((sum, bout) => sum + bout.same.filter(Boolean).length, 0),
    losses: bouts.reduce((sum, bout) => sum + bout.same.length, 0),
  };
}

/** Milliseconds or microseconds in two figures; a dash for what was not measured. */
export function time(ms: number | undefined): { value: string; unit: 'ms' | 'µs' } {
  if (ms === undefined || !(ms > 0) || !Number.isFinite(ms)) return { value: '–', unit: 'ms' };
  return ms < 1
    ? { value: String(Number((ms * 1000).toPrecision(2))), unit: 'µs' }
    : { value: String(Number(ms.toPrecision(2))), unit: 'ms' };
}

/** Two figures; a dash for what was not measured. */
export const factor = (ratio: number): string =>
  Number.isFinite(ratio) ? String(Number(ratio.toPrecision(2))) : '–';

/** The axis of times: whole powers of ten around all that was measured, milliseconds. */
export function axisOf(bouts: readonly Bout[]): [low: number, high: number] {
  const all = bouts
    .flatMap(({ readableMs, fastMs }) => [readableMs, fastMs])
    .filter((ms) => ms > 0);
  const low = Math.min(0.01, ...all);
  const high = Math.max(100, ...all);
  return [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
}

/** Names that the fast engine learns from while the readable one learns from one: whole cells. */
export const cellsOf = (ratio: number): number =>
  Number.isFinite(ratio) ? Math.max(1, Math.round(ratio)) : 0;
