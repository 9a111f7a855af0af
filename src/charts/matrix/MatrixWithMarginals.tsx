import { CANVAS_ABOVE, MatrixPicture } from './MatrixPicture.tsx';
import type { MatrixWithMarginalsProps } from './props.ts';

/** A heat map with its row totals, its column totals and one row's distribution. */
export function MatrixWithMarginals(props: MatrixWithMarginalsProps) {
  const { rows, columns } = props.matrix;
  return <MatrixPicture {...props} canvas={Math.max(rows, columns) > CANVAS_ABOVE} />;
}
