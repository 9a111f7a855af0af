/** Axes for signed numbers, zero in the middle. */
import type { ScatterProps } from './props.ts';

export interface SignedScale {
  /** From −1 to 1; what lies beyond `max` is held at the end. */
  share: (value: number) => number;
  max: number;
  /** Values to tick, from the least to the greatest; the ends and zero are among them. */
  ticks: number[];
}

type Kind = NonNullable<ScatterProps['scale']>;

/** A scale over [−max, max]; a `max` that is no positive number becomes 1. */
export function signedScale(kind: Kind, max: number, threshold?: number): SignedScale {
  const top = Number.isFinite(max) && max > 0 ? max : 1;
  const hold = (value: number) => Math.max(-top, Math.min(top, value));
  if (kind !== 'symlog') {
    const bend = kind === 'sqrt' ? Math.sqrt : (share: number) => share;
    const share = (value: number) => Math.sign(value) * bend(Math.abs(hold(value)) / top);
    return { share, max: top, ticks: [-top, 0, top] };
  }
  const given = threshold !== undefined && threshold > 0 ? threshold : top / 1000;
  const linear = Math.min(given, top);
  const span = Math.log1p(top / linear);
  const share = (value: number) =>
    (Math.sign(value) * Math.log1p(Math.abs(hold(value)) / linear)) / span;
  const decades: number[] = [];
  for (let k = Math.ceil(Math.log10(linear)); 10 ** k < top / 2; k++) decades.push(10 ** k);
  return {
    share,
    max: top,
    ticks: [-top, ...decades.map((x) => -x).toReversed(), 0, ...decades, top],
  };
}
