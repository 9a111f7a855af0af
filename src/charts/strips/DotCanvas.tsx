import { useReducedMotion } from 'framer-motion';
import { animate } from 'framer-motion/dom/mini';
import { useEffect, useRef } from 'react';
import { STOPS, rampTable, readColors } from '../color.ts';
import { useTheme } from '../hooks/useTheme.ts';
import { dotPixels } from './drawDots.ts';
import type { DotLayout } from './dotLayout.ts';

interface Props {
  layout: DotLayout;
  levels?: ArrayLike<number>;
  animateKey?: string | number;
  /** Called once there are pixels: what stood in for them can go. */
  onDrawn: () => void;
}

/** Seconds. */
const FADE = 0.48;

/** The dots; when `animateKey` changes the old picture fades into the new one. */
export function DotCanvas({ layout, levels, animateKey, onDrawn }: Props) {
  const front = useRef<HTMLCanvasElement>(null);
  const back = useRef<HTMLCanvasElement>(null);
  const drawnKey = useRef(animateKey);
  const theme = useTheme();
  const still = useReducedMotion();
  const { columns, rows, dotWidth, dotHeight, count } = layout;
  useEffect(() => {
    const canvas = front.current;
    const context = canvas?.getContext('2d');
    const stops = canvas && readColors(canvas, STOPS.sequential);
    if (!canvas || !context || !stops) return;
    const changed = drawnKey.current !== animateKey;
    drawnKey.current = animateKey;
    const old = back.current;
    if (changed && !still && old && canvas.width > 1) {
      old.width = canvas.width;
      old.height = canvas.height;
      old.getContext('2d')?.drawImage(canvas, 0, 0);
      animate(old, { opacity: [1, 0] }, { duration: FADE });
      animate(canvas, { opacity: [0, 1] }, { duration: FADE });
    }
    const field = {
      columns,
      rows,
      dotWidth,
      dotHeight,
      count,
      width: columns * dotWidth,
      height: rows * dotHeight,
    };
    const table = rampTable('sequential', stops);
    const pixels = dotPixels(field, window.devicePixelRatio || 1, levels, table);
    canvas.width = pixels.width;
    canvas.height = pixels.height;
    context.putImageData(new ImageData(pixels.data, pixels.width, pixels.height), 0, 0);
    onDrawn();
  }, [columns, rows, dotWidth, dotHeight, count, levels, animateKey, theme, still, onDrawn]);
  const style = { left: 0, top: 0, width: layout.width, height: layout.height };
  return (
    <>
      <canvas ref={back} className="c-canvas c-back" style={style} aria-hidden="true" />
      <canvas ref={front} className="c-canvas" style={style} aria-hidden="true" />
    </>
  );
}
