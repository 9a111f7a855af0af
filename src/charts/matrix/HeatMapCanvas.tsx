import { MatrixPicture } from './MatrixPicture.tsx';
import type { HeatMapProps } from './props.ts';

/** A matrix as canvas pixels, for large vocabularies and weights; labels and keys as `HeatMap`. */
export function HeatMapCanvas(props: HeatMapProps) {
  return <MatrixPicture {...props} canvas />;
}
