/** A field of dots in reading order: where dot i is, which dot is at a point, how ranges run. */

export interface DotLayout {
  columns: number;
  rows: number;
  /** Width and height of a dot with its gap, px. */
  dotWidth: number;
  dotHeight: number;
  width: number;
  height: number;
  count: number;
}

/** Largest dot with its gap, px. */
const LARGEST = 12;

/**
 * The largest whole-pixel dots with which `count` of them fill at most width × height. Dots may be
 * up to two pixels taller than wide, like tallies, so that small fields are still filled.
 */
export function dotLayout(count: number, width: number, height: number): DotLayout {
  const sizes = Array.from({ length: LARGEST }, (_, k) =>
    [0, 1, 2].map((taller) => [k + 1, k + 1 + taller]),
  ).flat();
  const fits = ([w, h]: number[]) =>
    Math.ceil(count / Math.max(1, Math.floor(width / w))) * h <= height;
  const [dotWidth, dotHeight] = sizes.filter(fits).pop() ?? [1, 1];
  const columns = Math.max(1, Math.floor(width / dotWidth));
  const rows = Math.max(1, Math.ceil(count / columns));
  return {
    columns,
    rows,
    dotWidth,
    dotHeight,
    count,
    width: columns * dotWidth,
    height: rows * dotHeight,
  };
}

/** Top left of dot i, px. */
export function dotAt(at: DotLayout, index: number): { x: number; y: number } {
  return {
    x: (index % at.columns) * at.dotWidth,
    y: Math.floor(index / at.columns) * at.dotHeight,
  };
}

/** Index of the dot at a point, or null beside the field. */
export function dotUnder(at: DotLayout, x: number, y: number): number | null {
  const column = Math.floor(x / at.dotWidth);
  const row = Math.floor(y / at.dotHeight);
  if (column < 0 || row < 0 || column >= at.columns) return null;
  const index = row * at.columns + column;
  return index < at.count ? index : null;
}

/** The step-shaped line after dot `to - 1`, where a range ends. */
export function boundary(at: DotLayout, to: number): string {
  if (to <= 0 || to >= at.count) return '';
  const { x, y } = dotAt(at, to);
  const below = y + at.dotHeight;
  return x === 0 ? `M0 ${y}H${at.width}` : `M0 ${below}H${x}V${y}H${at.width}`;
}
