import { useEffect, useMemo, useRef, useState } from 'react';
import { STOPS, rampTable, readColors, type Rgb } from '../../charts/color.ts';
import { useTheme } from '../../charts/hooks/useTheme.ts';
import { DIVERGING_LEVELS, divergingLevel } from '../../charts/ramp.ts';
import type { Box } from './matrices.ts';

export interface MatrixCellsProps {
  /** [rows · cols], row by row; null draws nothing yet. */
  values: ArrayLike<number> | null;
  rows: number;
  cols: number;
  /** Draw rows as columns. */
  turned?: boolean;
  /** |value| at full ink. */
  ink: number;
  box: Box;
}

/** Signed numbers as cells without gaps, one canvas pixel each: earth, paper, ultramarine. */
export function MatrixCells({ values, rows, cols, turned = false, ink, box }: MatrixCellsProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const [table, setTable] = useState<readonly Rgb[] | null>(null);
  useEffect(() => {
    const stops = ref.current && readColors(ref.current, STOPS.diverging);
    setTable(stops && rampTable('diverging', stops));
  }, [theme]);
  const [across, down] = turned ? [rows, cols] : [cols, rows];
  useEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context || !table) return;
    context.clearRect(0, 0, across, down);
    if (!values) return;
    const image = context.createImageData(across, down);
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++) {
        const level = divergingLevel(values[row * cols + col], ink);
        const at = 4 * (turned ? col * across + row : row * across + col);
        const [red, green, blue] = table[level + DIVERGING_LEVELS];
        image.data[at] = red;
        image.data[at + 1] = green;
        image.data[at + 2] = blue;
        image.data[at + 3] = 255;
      }
    }
    context.putImageData(image, 0, 0);
  }, [values, rows, cols, turned, ink, table, across, down]);
  const style = useMemo(
    () => ({ left: box.x, top: box.y, width: box.width, height: box.height }),
    [box.x, box.y, box.width, box.height],
  );
  return (
    <canvas
      ref={ref}
      className="matrix-cells"
      aria-hidden="true"
      width={across}
      height={down}
      style={style}
    />
  );
}
