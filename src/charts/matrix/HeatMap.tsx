import { CANVAS_ABOVE, MatrixPicture } from './MatrixPicture.tsx';
import type { HeatMapProps } from './props.ts';

/** A matrix as coloured cells: SVG, or a canvas above 60 rows or columns. */
export function HeatMap(props: HeatMapProps) {
  const { rows, columns } = props.matrix;
  return <MatrixPicture {...props} canvas={Math.max(rows, columns) > CANVAS_ABOVE} />;
}
