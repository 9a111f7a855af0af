import { useEffect, useId, useRef, useState } from 'react';
import { readColors, type Rgb } from '../../charts/color.ts';
import { useMedia } from '../../charts/hooks/useMedia.ts';
import { useTheme } from '../../charts/hooks/useTheme.ts';
import type { DotLayout } from '../../charts/strips/dotLayout.ts';
import { regionPath, spotsOf, TONE, type Paint, type Part } from './data-set-layout.ts';

export interface DotsProps {
  at: DotLayout;
  paint: Paint;
  /** A tone per place; undefined: keep the picture there is. */
  tones: Uint8Array | undefined;
  /** The document at each place; null for the order of the file. */
  order: Uint32Array | null;
  /** For the picture before there are pixels. */
  parts: readonly Part[];
}

/** How long dots take to their new places, ms. */
const MOVE = 480;

/** Custom properties of the three tones. */
const COLORS = (paint: Paint): string[] => [
  '--ds-rest',
  '--ink-3',
  paint === 'ending' ? '--token' : '--ink',
];

/** Every dot of the field. When the order changes, the dots move to their new places. */
export function Dots({ at, paint, tones, order, parts }: DotsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef<{ spots: Float32Array; layout: string; order: Uint32Array | null }>(null);
  const [drawn, setDrawn] = useState(false);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useTheme();

  useEffect(() => {
    const element = canvas.current;
    const colors = element && readColors(element, COLORS(paint));
    if (!element || !colors || !tones) return undefined;
    const target = spotsOf(at, order);
    const layout = `${at.columns} ${at.dotWidth} ${at.dotHeight} ${at.count}`;
    const now = shown.current;
    const moves = now !== null && now.layout === layout && now.order !== order && !still;
    const draw = (spots: Float32Array): void => {
      shown.current = { spots, layout, order };
      paintDots(element, at, colors, tones, order, spots);
    };
    if (!moves) {
      // A move under way goes on to the same places; only the tones are new.
      const same = now?.layout === layout && now.order === order;
      if (!same || sameSpots(now.spots, target)) {
        draw(target);
        setDrawn(true);
        return undefined;
      }
    }
    const origin = now?.spots ?? target;
    const start = performance.now();
    let frame = requestAnimationFrame(function step(time) {
      const share = Math.min(1, Math.max(0, (time - start) / MOVE));
      const eased = 1 - (1 - share) ** 3;
      draw(share === 1 ? target : origin.map((from, i) => from + (target[i] - from) * eased));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
    // `theme` stands for the colours behind the custom properties.
  }, [at, paint, tones, order, still, theme]);

  return (
    <>
      <canvas
        ref={canvas}
        className="ds-canvas"
        style={{ width: at.width, height: at.height }}
        aria-hidden="true"
      />
      {!drawn && <Unpainted at={at} paint={paint} parts={parts} />}
    </>
  );
}

const sameSpots = (a: Float32Array, b: Float32Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** Dots as device pixels, the strong ones last, so that they pass over the others. */
function paintDots(
  canvas: HTMLCanvasElement,
  at: DotLayout,
  colors: readonly Rgb[],
  tones: Uint8Array,
  order: Uint32Array | null,
  spots: Float32Array,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const density = window.devicePixelRatio || 1;
  const width = Math.max(1, Math.round(at.width * density));
  const height = Math.max(1, Math.round(at.height * density));
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const sizes = [0.62, 0.62, 1].map((share) =>
    [at.dotWidth, at.dotHeight].map((side) => dotSide(side * density, share)),
  );
  const inks = colors.map(([r, g, b]) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0);
  for (const tone of [TONE.rest, TONE.plain, TONE.strong]) {
    const [dotWidth, dotHeight] = sizes[tone];
    for (let place = 0; place < at.count; place++) {
      if (tones[place] !== tone) continue;
      const document = order ? order[place] : place;
      const left = Math.round(spots[2 * document] * density);
      const top = Math.round(spots[2 * document + 1] * density);
      for (let y = top; y < top + dotHeight && y < height; y++)
        pixels.fill(inks[tone], y * width + left, y * width + Math.min(left + dotWidth, width));
    }
  }
  context.putImageData(image, 0, 0);
}

/** Side of a dot in device pixels: a pixel is left as a gap where there are three to spare. */
const dotSide = (pitch: number, share: number): number =>
  Math.max(1, Math.round(Math.round(pitch) * share) - (share === 1 && pitch >= 3 ? 1 : 0));

/** The field as patterns, each part in its tone: what the page shows before there are pixels. */
function Unpainted({ at, paint, parts }: Pick<DotsProps, 'at' | 'paint' | 'parts'>) {
  const id = useId();
  const regions =
    paint === 'split'
      ? parts.map(({ kind, from, to }) => ({ kind, from, to }))
      : [{ kind: paint, from: 0, to: at.count }];
  const size = Math.max(0.6, Math.min(at.dotWidth, at.dotHeight) * 0.7);
  return (
    <svg className="ds-unpainted" width={at.width} height={at.height} aria-hidden="true">
      {regions.map(({ kind, from, to }) => (
        <g key={kind} className={`ds-tone-${kind}`}>
          <pattern
            id={`${id}${kind}`}
            width={at.dotWidth}
            height={at.dotHeight}
            patternUnits="userSpaceOnUse"
          >
            <rect width={size} height={size} />
          </pattern>
          <path
            style={{ fill: `url(#${id}${kind})` }}
            d={regionPath(at, from, Math.min(to, at.count))}
          />
        </g>
      ))}
    </svg>
  );
}
