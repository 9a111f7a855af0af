/**
 * Colours for canvases, which know no CSS: the stops of a ramp as bytes, mixed in OKLab exactly as
 * `color-mix(in oklab, …)` mixes them for SVG.
 */
import type { RampName } from './ramp.ts';
import type { Quantity } from './types.ts';
import { DIVERGING_LEVELS, SEQUENTIAL_LEVELS } from './ramp.ts';

/** Red, green, blue, 0…255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Custom properties of a ramp's stops, from the lowest level to the highest. */
export const STOPS: Record<RampName, readonly string[]> = {
  sequential: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => `--seq-${i}`),
  diverging: ['n4', 'n3', 'n2', 'n1', '0', 'p1', 'p2', 'p3', 'p4'].map((i) => `--div-${i}`),
};

/** CSS colour of a meaning: red is the reader's, so `lens` is the accent. */
export function quantityColor(quantity: Quantity): string {
  return quantity === 'lens' ? 'var(--accent)' : `var(--${quantity})`;
}

/** A meaning's colour at a tone from 0 (paper) to 1 (full), mixed and never transparent. */
export function toned(quantity: Quantity, tone = 1): string {
  const color = quantityColor(quantity);
  if (tone >= 1) return color;
  return `color-mix(in oklab, ${color} ${Math.round(tone * 100)}%, var(--paper))`;
}

const toLinear = (byte: number) => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const toByte = (linear: number) => {
  const c = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, c)) * 255);
};

/** sRGB bytes to OKLab (Ottosson 2020). */
export function toOklab([red, green, blue]: Rgb): [number, number, number] {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** OKLab to sRGB bytes, clipped to the gamut. */
export function fromOklab([lightness, a, b]: readonly [number, number, number]): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toByte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** `share` of `to`, the rest of `from`, in OKLab. */
export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const [x, y] = [toOklab(from), toOklab(to)];
  const at = (i: 0 | 1 | 2) => x[i] + (y[i] - x[i]) * share;
  return fromOklab([at(0), at(1), at(2)]);
}

/** One colour per level, lowest first: 33 of the sequential ramp, 33 of the diverging one. */
export function rampTable(ramp: RampName, stops: readonly Rgb[]): Rgb[] {
  const count = ramp === 'sequential' ? SEQUENTIAL_LEVELS : 2 * DIVERGING_LEVELS;
  return Array.from({ length: count + 1 }, (_, level) => {
    const place = (level / count) * (stops.length - 1);
    const below = Math.min(stops.length - 2, Math.floor(place));
    return mix(stops[below], stops[below + 1], place - below);
  });
}

/** Computed colours of custom properties, as bytes; null where there is no canvas. */
export function readColors(element: Element, properties: readonly string[]): Rgb[] | null {
  const canvas = element.ownerDocument.createElement('canvas');
  canvas.width = properties.length;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const style = getComputedStyle(element);
  properties.forEach((property, x) => {
    context.fillStyle = style.getPropertyValue(property).trim() || '#000';
    context.fillRect(x, 0, 1, 1);
  });
  const { data } = context.getImageData(0, 0, properties.length, 1);
  return properties.map((_, x) => [data[4 * x], data[4 * x + 1], data[4 * x + 2]]);
}
