/** Histograms of sizes, one under the other on one axis of powers of ten. No DOM. */
import type { TensorSizes } from '../../worker/protocol.ts';

/** Bins to a power of ten, as the engine counts them. */
const BINS = 5;

export interface RidgesLayout {
  /** Where the axis begins and ends, px. */
  readonly left: number;
  readonly right: number;
  /** Height of a row, and where the axis stands. */
  readonly pitch: number;
  readonly top: number;
  readonly axis: number;
}

const TOP = 20;
const FOOT = 24;

export function ridgesLayout(
  { width, height }: { width: number; height: number },
  rows: number,
  room: { names: number; values: number },
  scale: number,
): RidgesLayout {
  const top = TOP * scale;
  const axis = height - FOOT * scale;
  return {
    left: room.names,
    right: width - room.values,
    pitch: (axis - top) / Math.max(1, rows),
    top,
    axis,
  };
}

/**
 * Place of a size on the axis, held at its ends. Logarithms differ between browsers in their last
 * bit; a thousandth of a pixel does not.
 */
export function placeOf(
  { left, right }: Pick<RidgesLayout, 'left' | 'right'>,
  [low, high]: readonly [low: number, high: number],
  size: number,
): number {
  const share = Math.log10(size / low) / Math.log10(high / low);
  const place = left + Math.max(0, Math.min(1, share)) * (right - left);
  return Math.round(place * 1000) / 1000;
}

/** A tensor’s bars on its own line, as high as the root of their share; the highest fills `tall`. */
export function ridge(
  { first, counts }: Pick<TensorSizes, 'first' | 'counts'>,
  at: RidgesLayout,
  domain: readonly [low: number, high: number],
  base: number,
  tall: number,
): string {
  const most = Math.max(1, ...counts);
  return counts
    .map((count, k) => {
      if (count === 0) return '';
      const x = placeOf(at, domain, 10 ** ((first + k) / BINS));
      const end = placeOf(at, domain, 10 ** ((first + k + 1) / BINS));
      const wide = end - x - 0.75;
      if (!(wide > 0)) return '';
      const high = Math.max(1, Math.sqrt(count / most) * tall);
      return `M${x.toFixed(1)} ${base.toFixed(1)}v${(-high).toFixed(1)}h${wide.toFixed(1)}v${high.toFixed(1)}z`;
    })
    .join('');
}

/** How many times as large the largest median is as the least one, and whose they are. */
export function extremes(
  tensors: readonly TensorSizes[],
): { least: TensorSizes; most: TensorSizes; times: number } | null {
  const known = tensors.filter(({ median }) => median !== null);
  if (known.length === 0) return null;
  const by = known.toSorted((a, b) => a.median! - b.median!);
  const [least, most] = [by[0], by[by.length - 1]];
  return { least, most, times: most.median! / least.median! };
}

/** Where on an axis of powers of ten a slider of `top` positions stands, from 1 to 10^decades. */
export const timesAt = (position: number, top: number, decades: number): number =>
  10 ** ((position / top) * decades);
