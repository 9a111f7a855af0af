import { useEffect, useRef } from 'react';
import { mix, readColors, type Rgb } from '../../charts/color.ts';
import { useTheme } from '../../charts/hooks/useTheme.ts';
import type { Slot } from '../../charts/ListCursor.tsx';
import type { Plan } from './unroll-plan.ts';
import { inkLevel, LEVELS, type InkScale } from './unroll-wave.ts';

/** A part of the grid, in columns, and where it is drawn. */
export interface Pane extends Slot {
  name: string;
  from: number;
  to: number;
}

interface Props {
  plan: Plan;
  ink: InkScale;
  /** Gradients so far, and how far the walk has come: they change together. */
  grads: Float64Array;
  walked: number;
  panes: readonly Pane[];
}

/** Colours of all levels: paper, then the gradient's ink from pale to full. */
function paletteOf(canvas: Element): Uint8ClampedArray | null {
  const colors = readColors(canvas, ['--paper', '--gradient']);
  if (!colors) return null;
  const [paper, full] = colors;
  const palette = new Uint8ClampedArray(4 * (LEVELS + 1));
  for (let level = 0; level <= LEVELS; level++) {
    const share = level === 0 ? 0 : PALEST + (1 - PALEST) * ((level - 1) / (LEVELS - 1));
    const [red, green, blue]: Rgb = level === 0 ? paper : mix(paper, full, share);
    palette.set([red, green, blue, 255], 4 * level);
  }
  return palette;
}

/** Share of the full ink that the smallest gradient gets. */
const PALEST = 0.08;

/** Canvases on which every number of the record is a cell, inked by its gradient so far. */
export function UnrollInk({ plan, ink, grads, walked, panes }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const kept = useRef<Raster | null>(null);
  const places = JSON.stringify(panes);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    if (kept.current?.plan !== plan || kept.current.theme !== theme)
      kept.current = rasterOf(element, plan, theme);
    const raster = kept.current;
    if (!raster) return;
    fill(raster, grads, ink);
    for (const { name, from, to, width, height } of JSON.parse(places) as Pane[]) {
      const canvas = element.querySelector<HTMLCanvasElement>(`[data-pane="${name}"]`);
      if (canvas) paint(canvas, raster, from, to, width, height);
    }
  }, [plan, ink, grads, walked, places, theme]);
  return (
    <div ref={root} aria-hidden="true">
      {panes.map(({ name, x, y, width, height }) => (
        <canvas
          key={name}
          data-pane={name}
          className="c-canvas unroll-ink"
          style={{ left: x, top: y, width, height }}
        />
      ))}
    </div>
  );
}

interface Raster {
  plan: Plan;
  theme: string;
  palette: Uint8ClampedArray;
  image: ImageData;
  /** One pixel a cell; and the same with its columns as they are drawn. */
  source: HTMLCanvasElement;
  strip: HTMLCanvasElement;
}

function rasterOf(element: Element, plan: Plan, theme: string): Raster | null {
  const source = element.ownerDocument.createElement('canvas');
  source.width = plan.columns;
  source.height = plan.rows;
  const context = source.getContext('2d');
  const palette = paletteOf(element);
  if (!context || !palette) return null;
  const image = context.createImageData(plan.columns, plan.rows);
  for (let at = 0; at < image.data.length; at += 4) image.data.set(palette.subarray(0, 4), at);
  const strip = element.ownerDocument.createElement('canvas');
  return { plan, theme, palette, image, source, strip };
}

function fill({ plan, palette, image, source }: Raster, grads: Float64Array, ink: InkScale): void {
  const { data } = image;
  for (let i = 0; i < grads.length; i++) {
    const level = 4 * inkLevel(grads[i], ink);
    const at = 4 * plan.cellOf[i];
    data[at] = palette[level];
    data[at + 1] = palette[level + 1];
    data[at + 2] = palette[level + 2];
  }
  source.getContext('2d')?.putImageData(image, 0, 0);
}

function paint(
  canvas: HTMLCanvasElement,
  { source, strip, plan }: Raster,
  from: number,
  to: number,
  width: number,
  height: number,
): void {
  const density = window.devicePixelRatio || 1;
  const [wide, tall] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== tall) canvas.height = tall;
  const context = canvas.getContext('2d');
  const across = strip.getContext('2d');
  if (!context || !across) return;
  // Cells narrower than a pixel are averaged; all others keep their edges.
  strip.width = wide;
  strip.height = plan.rows;
  across.imageSmoothingEnabled = to - from > wide;
  across.imageSmoothingQuality = 'high';
  across.drawImage(source, from, 0, to - from, plan.rows, 0, 0, wide, plan.rows);
  context.imageSmoothingEnabled = plan.rows > tall;
  context.drawImage(strip, 0, 0, wide, plan.rows, 0, 0, wide, tall);
}
