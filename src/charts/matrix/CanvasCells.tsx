import { useEffect, useRef } from 'react';
import { STOPS, rampTable, readColors } from '../color.ts';
import { useTheme } from '../hooks/useTheme.ts';
import { DIVERGING_LEVELS, levelOf } from '../ramp.ts';
import { levelMap, rasterise } from './cells.ts';
import type { MatrixLayout } from './layout.ts';
import type { HeatMapProps } from './props.ts';

interface Props extends Pick<HeatMapProps, 'matrix' | 'ramp' | 'scale'> {
  layout: MatrixLayout;
  top: number;
  /** Called once there are pixels: what stood in for them can go. */
  onDrawn: () => void;
}

/** Cells as device pixels, coloured from the page's custom properties. */
export function CanvasCells(props: Props) {
  const { matrix, ramp = 'sequential', scale, top, layout: at, onDrawn } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const { gridWidth, gridHeight } = at;
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const density = window.devicePixelRatio || 1;
    canvas.width = Math.max(1, Math.round(gridWidth * density));
    canvas.height = Math.max(1, Math.round(gridHeight * density));
    const context = canvas.getContext('2d');
    const stops = readColors(canvas, STOPS[ramp]);
    if (!context || !stops) return;
    const table = rampTable(ramp, stops);
    const zero = ramp === 'diverging' ? DIVERGING_LEVELS : 0;
    const levels = rasterise(
      levelMap(matrix, levelOf(ramp, top, scale)),
      matrix.rows,
      matrix.columns,
      canvas.width,
      canvas.height,
    );
    const image = context.createImageData(canvas.width, canvas.height);
    levels.forEach((level, i) => {
      const [red, green, blue] = table[level + zero];
      image.data.set([red, green, blue, 255], 4 * i);
    });
    context.putImageData(image, 0, 0);
    onDrawn();
  }, [matrix, ramp, scale, top, gridWidth, gridHeight, theme, onDrawn]);
  return (
    <canvas
      ref={ref}
      className="c-canvas"
      aria-hidden="true"
      style={{ left: at.left, top: at.top, width: gridWidth, height: gridHeight }}
    />
  );
}
