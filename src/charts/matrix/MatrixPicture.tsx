import { useCallback, useState } from 'react';
import { Frame } from '../Frame.tsx';
import { largest } from '../ramp.ts';
import { CanvasCells } from './CanvasCells.tsx';
import { GridCursor } from './GridCursor.tsx';
import { Labels } from './Labels.tsx';
import { matrixLayout } from './layout.ts';
import { Distribution, TotalBars } from './Marginals.tsx';
import { Overlay } from './Overlay.tsx';
import { SvgCells } from './SvgCells.tsx';
import type { Cell, MatrixWithMarginalsProps } from './props.ts';

/** More rows or columns than this are drawn on a canvas. */
export const CANVAS_ABOVE = 60;
/** A canvas is empty until scripts run; up to so many cells are prerendered in its place. */
const PRERENDERED_CELLS = 4096;

type Props = MatrixWithMarginalsProps & { canvas: boolean };

/** A matrix with whatever surrounds it; its cells are SVG paths or canvas pixels. */
export function MatrixPicture({ canvas, ...props }: Props) {
  const [hovered, setHovered] = useState<Cell | null>(null);
  const [drawn, setDrawn] = useState(false);
  const onDrawn = useCallback(() => setDrawn(true), []);
  const layout = matrixLayout(props);
  const few = props.matrix.rows * props.matrix.columns <= PRERENDERED_CELLS;
  const top = props.max ?? largest(props.matrix.values);
  const cells = { matrix: props.matrix, ramp: props.ramp, scale: props.scale, top, layout };
  const operable = Boolean(props.announce ?? props.onSelect ?? props.onHover);
  return (
    <Frame
      {...props}
      height={layout.height}
      behind={canvas && <CanvasCells {...cells} onDrawn={onDrawn} />}
      over={
        operable
          ? (describedBy) => (
              <GridCursor
                {...props}
                layout={layout}
                describedBy={describedBy}
                hovered={hovered}
                setHovered={setHovered}
              />
            )
          : undefined
      }
    >
      {(!canvas || (few && !drawn)) && <SvgCells {...cells} />}
      <Labels {...props} layout={layout} />
      <TotalBars {...props} layout={layout} />
      <Overlay {...props} layout={layout} top={top} hovered={hovered} />
      <Distribution {...props} layout={layout} />
    </Frame>
  );
}
