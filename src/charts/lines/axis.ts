/** Linear and logarithmic axes of line charts. */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { ScaleContinuousNumeric } from 'd3-scale';
import type { Interval } from '../types.ts';
import type { AxisKind } from './props.ts';

export type Axis = ScaleContinuousNumeric<number, number>;

export const axisOf = (kind: AxisKind | undefined, domain: Interval, range: Interval): Axis =>
  kind === 'log' ? scaleLog(domain, range).interpolate(thousandths) : scaleLinear(domain, range);

/** Logarithms differ between engines in their last bit; a thousandth of a pixel does not. */
const thousandths = (from: number, to: number) => (share: number) =>
  Math.round((from + (to - from) * share) * 1000) / 1000;
