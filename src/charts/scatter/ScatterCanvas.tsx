import { useEffect, useRef } from 'react';
import { mix, readColors } from '../color.ts';
import { useTheme } from '../hooks/useTheme.ts';
import { dotsPath, shapeOf } from './points.ts';
import type { PlacedGroup } from './points.ts';
import type { ScatterGroup } from './props.ts';

interface Props {
  groups: readonly ScatterGroup[];
  placed: readonly PlacedGroup[];
  width: number;
  height: number;
  radius: number;
  /** Called once there are pixels: what stood in for them can go. */
  onDrawn: () => void;
}

/** Ink of what lies on the diagonal. */
export const AGREED = 0.42;

const propertyOf = ({ quantity = 'gradient' }: ScatterGroup) =>
  quantity === 'lens' ? '--accent' : `--${quantity}`;

/** The dots: what agrees first and pale, what does not over it. */
export function ScatterCanvas({ groups, placed, width, height, radius, onDrawn }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    const colors = canvas && readColors(canvas, ['--paper', ...groups.map(propertyOf)]);
    if (!canvas || !context || !colors) return;
    const density = window.devicePixelRatio || 1;
    canvas.width = Math.max(1, Math.round(width * density));
    canvas.height = Math.max(1, Math.round(height * density));
    context.scale(canvas.width / width, canvas.height / height);
    for (const off of [0, 1] as const) {
      groups.forEach((group, k) => {
        const color = off ? colors[k + 1] : mix(colors[0], colors[k + 1], AGREED);
        context.fillStyle = `rgb(${color.join(' ')})`;
        context.fill(new Path2D(dotsPath(placed[k], off, shapeOf(group, k), radius)));
      });
    }
    onDrawn();
  }, [groups, placed, width, height, radius, theme, onDrawn]);
  return (
    <canvas
      ref={ref}
      className="c-canvas"
      aria-hidden="true"
      style={{ left: 0, top: 0, width, height }}
    />
  );
}
