/** Colours of the map, and every tensor as a small picture: a pixel for each number. */
import { mix, rampTable, readColors, STOPS, type Rgb } from '../../charts/color.ts';
import type { Quantity } from '../../charts/index.ts';
import {
  DIVERGING_LEVELS,
  divergingLevel,
  largest,
  SEQUENTIAL_LEVELS,
  sequentialLevel,
} from '../../charts/ramp.ts';
import { indexOf, type Tensor } from './whole-tensor.ts';

/** Colours of words and lines, as CSS has them. */
const PLAIN = ['--paper', '--ink', '--ink-2', '--ink-3', '--rule', '--hair', '--accent'] as const;
const TONES = [
  'parameter',
  'activation',
  'probability',
  'loss',
  'query',
  'key',
  'value',
  'token',
  'position',
] as const satisfies readonly Quantity[];
export type Tone = (typeof TONES)[number];

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly rule: string;
  readonly hair: string;
  readonly accent: string;
  /** The full colour of a meaning. */
  readonly tone: Readonly<Record<Tone, string>>;
  /** Colours of levels, lowest first: signed −16 … 16, or 0 … 32. */
  readonly signed: Readonly<Record<Tone, readonly Rgb[]>>;
  readonly shares: Readonly<Record<Tone, readonly Rgb[]>>;
}

const css = ([red, green, blue]: Rgb): string => `rgb(${red} ${green} ${blue})`;

/** Reads the page’s colours; null where there is no canvas. */
export function paletteOf(element: Element): Palette | null {
  const plain = readColors(element, PLAIN);
  const tones = readColors(
    element,
    TONES.map((tone) => `--${tone}`),
  );
  const stops = readColors(element, STOPS.diverging);
  if (!plain || !tones || !stops) return null;
  const [paper, ink, ink2, ink3, rule, hair, accent] = plain;
  const earthAndBlue = rampTable('diverging', stops);
  const below = earthAndBlue.slice(0, DIVERGING_LEVELS);
  const inks = (full: Rgb, levels: number) =>
    Array.from({ length: levels }, (_, i) => mix(paper, full, (i + 1) / levels));
  const of = <T>(make: (full: Rgb, tone: Tone) => T) =>
    Object.fromEntries(TONES.map((tone, i) => [tone, make(tones[i], tone)])) as Record<Tone, T>;
  return {
    paper: css(paper),
    ink: css(ink),
    ink2: css(ink2),
    ink3: css(ink3),
    rule: css(rule),
    hair: css(hair),
    accent: css(accent),
    tone: of((full) => css(full)),
    // Below zero is earth, as everywhere; above it is the colour of what it means.
    signed: of((full, tone) =>
      tone === 'parameter' ? earthAndBlue : [...below, paper, ...inks(full, DIVERGING_LEVELS)],
    ),
    shares: of((full) => [paper, ...inks(full, SEQUENTIAL_LEVELS)]),
  };
}

/** How a tensor is inked. */
export interface Ink {
  readonly colors: readonly Rgb[];
  /** Place of a value’s colour. */
  readonly level: (value: number) => number;
  /** From 0, paper, to 1, full. */
  readonly depth: (value: number) => number;
}

const isShare = ({ tone }: Tensor): boolean => tone === 'probability' || tone === 'loss';

/** Which tensors are inked on one scale: the heads of a layer, and others by themselves. */
const familyOf = ({ id, layer, head, part }: Tensor): string =>
  head < 0 ? id : `${layer} ${part}`;

/** Full ink is the largest number of a tensor; weights of attention are inked as shares of 1. */
export function inksOf(
  tensors: readonly Tensor[],
  values: ReadonlyMap<string, ArrayLike<number>>,
  palette: Palette,
): Map<string, Ink> {
  const tops = new Map<string, number>();
  for (const tensor of tensors) {
    const own = tensor.part === 'weight' ? 1 : largest(values.get(tensor.id) ?? []);
    const family = familyOf(tensor);
    tops.set(family, Math.max(tops.get(family) ?? 0, own));
  }
  return new Map(
    tensors.map((tensor) => {
      const top = tops.get(familyOf(tensor))!;
      const tone = tensor.tone as Tone;
      const levels = isShare(tensor) ? SEQUENTIAL_LEVELS : DIVERGING_LEVELS;
      const place = isShare(tensor)
        ? (value: number) => sequentialLevel(value, top)
        : (value: number) => divergingLevel(value, top);
      return [
        tensor.id,
        {
          colors: isShare(tensor) ? palette.shares[tone] : palette.signed[tone],
          level: (value) => place(value) + (isShare(tensor) ? 0 : DIVERGING_LEVELS),
          depth: (value) => Math.abs(place(value)) / levels,
        },
      ];
    }),
  );
}

/** A tensor as a canvas of one pixel a number; what a position cannot see is clear. */
export function tileOf(
  tensor: Tensor,
  values: ArrayLike<number>,
  ink: Ink,
  old: HTMLCanvasElement | undefined,
): HTMLCanvasElement {
  const { rows, cols, triangle } = tensor;
  const canvas = old ?? document.createElement('canvas');
  if (canvas.width !== cols) canvas.width = cols;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const image = context.createImageData(cols, rows);
  const { data } = image;
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < (triangle ? row + 1 : cols); col++) {
      const [red, green, blue] = ink.colors[ink.level(values[indexOf(tensor, row, col)])];
      const at = 4 * (row * cols + col);
      data[at] = red;
      data[at + 1] = green;
      data[at + 2] = blue;
      data[at + 3] = 255;
    }
  context.putImageData(image, 0, 0);
  return canvas;
}
