import type { Interval } from './types.ts';

/**
 * Place of a value along a length, px. A linear map and no more: charts with ticks take D3's scale,
 * which brings formats and ticks that bars have no use for.
 */
export function linear([low, high]: Interval, [from, to]: Interval): (value: number) => number {
  const slope = high === low ? 0 : (to - from) / (high - low);
  return (value) => from + (value - low) * slope;
}
