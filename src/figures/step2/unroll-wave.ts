/** Gradients on the way: what each number of a record holds while the wave passes. No DOM. */
import type { Unrolled } from '../../engine/explain/unroll.ts';

/**
 * Gradients once the last `walked` numbers of the record have handed on, as `Value.backward` finds
 * them: 0 where nothing has arrived.
 */
export function gradientsAt(record: Unrolled, walked: number, into: Float64Array): Float64Array {
  const { a, b, da, db } = record;
  const size = a.length;
  into.fill(0);
  into[size - 1] = 1;
  for (let i = size - 1; i >= Math.max(0, size - walked); i--) {
    const grad = into[i];
    if (a[i] >= 0) into[a[i]] += da[i] * grad;
    if (b[i] >= 0) into[b[i]] += db[i] * grad;
  }
  return into;
}

/** Levels of ink above paper. */
export const LEVELS = 64;
/** Powers of ten from the palest ink to the fullest. */
const DECADES = 4.3;

export interface InkScale {
  /** Gradients as large as this, and larger, are full ink; those of `low` and less the palest. */
  high: number;
  low: number;
}

/** The scale of a record: its largest gradient before softmax sets the top. */
export function inkScale({ kinds, kind, grad }: Unrolled): InkScale {
  let high = 0;
  for (let i = 0; i < grad.length; i++) {
    const { part } = kinds[kind[i]];
    if (part === 'mlp.h' || part === 'logits') high = Math.max(high, Math.abs(grad[i]));
  }
  if (!(high > 0 && high < Infinity)) high = 1;
  return { high, low: high / 10 ** DECADES };
}

/** Level 0…64 of a gradient: 0 for zero exactly, which is paper, and never 0 for anything else. */
export function inkLevel(gradient: number, { high, low }: InkScale): number {
  const size = Math.abs(gradient);
  if (!(size > 0)) return 0;
  const share = Math.log10(size / low) / Math.log10(high / low);
  return Math.max(1, Math.min(LEVELS, Math.round(share * (LEVELS - 1)) + 1));
}

/** Share of the stretches that reach the top of the track, and stand above it. */
const TOP = 0.04;

/**
 * Along the record the largest gradient of each stretch, as heights 0…1 on a log scale from the
 * smallest of them to the largest but a few.
 */
export function heightsAlong({ grad }: Unrolled, stretches: number): number[] {
  const count = Math.max(1, Math.min(stretches, grad.length));
  const most = Array.from({ length: count }, () => 0);
  for (let i = 0; i < grad.length; i++) {
    const at = Math.floor((i / grad.length) * count);
    most[at] = Math.max(most[at], Math.abs(grad[i]));
  }
  const logs = most.map((size) => (size > 0 && size < Infinity ? Math.log10(size) : NaN));
  const sorted = logs.filter((log) => !Number.isNaN(log)).toSorted((a, b) => a - b);
  const low = sorted[0] ?? 0;
  const high = sorted[Math.floor((sorted.length - 1) * (1 - TOP))] ?? 1;
  return logs.map((log) =>
    Number.isNaN(log)
      ? 0
      : Math.min(1, high > low ? 0.08 + (0.92 * (log - low)) / (high - low) : 0.5),
  );
}

/** A use of a number: it hands back `local · grad`. */
export interface Use {
  by: number;
  local: number;
}

/** All uses of a number, in the order in which the walk comes to them. */
export function usesOf({ a, b, da, db }: Unrolled, i: number): Use[] {
  const uses: Use[] = [];
  for (let by = a.length - 1; by > i; by--) {
    if (a[by] === i) uses.push({ by, local: da[by] });
    if (b[by] === i) uses.push({ by, local: db[by] });
  }
  return uses;
}

/** How many numbers more than a column the wave looks back over for where it stands. */
const LOOK = 3;

/**
 * Places where the wave stands, latest first: while it passes two kinds of parts in turn, one in
 * each of them. `partOf` gives no part for numbers that are given.
 */
export function frontsOf(
  size: number,
  walked: number,
  rows: number,
  partOf: (node: number) => { group: number; layer: string } | null,
): number[] {
  if (walked <= 0 || walked >= size) return [];
  const active = size - walked;
  const fronts: number[] = [];
  const seen = new Set<string>();
  let group: number | null = null;
  for (let i = active; i < Math.min(size, active + rows + LOOK); i++) {
    const part = partOf(i);
    if (!part || seen.has(part.layer)) continue;
    group ??= part.group;
    if (part.group !== group) break;
    seen.add(part.layer);
    fronts.push(i);
  }
  return fronts;
}
