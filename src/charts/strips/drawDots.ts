/** Dots as device pixels. */
import type { Rgb } from '../color.ts';
import type { DotLayout } from './dotLayout.ts';
import { SEQUENTIAL_LEVELS, ink } from '../ramp.ts';

/** Ink of dots without levels. */
const PLAIN = 0.35;

/**
 * RGBA pixels of the field, shape [height · width · 4], at `density` device pixels per px. A
 * side of 3 pixels or more leaves one as a gap; what is no dot stays transparent.
 */
export function dotPixels(
  at: DotLayout,
  density: number,
  levels: ArrayLike<number> | undefined,
  table: readonly Rgb[],
): { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number } {
  const width = Math.max(1, Math.round(at.width * density));
  const height = Math.max(1, Math.round(at.height * density));
  const data = new Uint8ClampedArray(4 * width * height);
  const w = at.dotWidth * density;
  const h = at.dotHeight * density;
  const gapX = w >= 3 ? 1 : 0;
  const gapY = h >= 3 ? 1 : 0;
  for (let i = 0; i < at.count; i++) {
    const amount = levels ? ink(levels[i], 1, 'linear') : PLAIN;
    const [red, green, blue] = table[Math.round(amount * SEQUENTIAL_LEVELS)];
    const left = Math.floor((i % at.columns) * w);
    const top = Math.floor(Math.floor(i / at.columns) * h);
    const right = Math.max(left + 1, Math.floor(left + w - gapX));
    const bottom = Math.max(top + 1, Math.floor(top + h - gapY));
    for (let y = top; y < bottom && y < height; y++) {
      for (let x = left; x < right && x < width; x++) {
        data.set([red, green, blue, 255], 4 * (y * width + x));
      }
    }
  }
  return { data, width, height };
}
