import { useMemo } from 'react';
import { levelClass, levelOf } from '../ramp.ts';
import { gapLines, levelPaths } from './cells.ts';
import type { MatrixLayout } from './layout.ts';
import type { HeatMapProps } from './props.ts';

interface Props extends Pick<HeatMapProps, 'matrix' | 'ramp' | 'scale'> {
  layout: MatrixLayout;
  top: number;
}

/** Cells as one path per level, with paper lines between them. */
export function SvgCells({ matrix, ramp = 'sequential', scale, top, layout: at }: Props) {
  const paths = useMemo(
    () => levelPaths(matrix, levelOf(ramp, top, scale)),
    [matrix, ramp, scale, top],
  );
  return (
    <g transform={`translate(${at.left} ${at.top})`}>
      <g className="c-cells" transform={`scale(${at.cellWidth} ${at.cellHeight})`}>
        {paths.map(({ level, path }) => (
          <path key={level} className={levelClass(ramp, level)} d={path} />
        ))}
      </g>
      <path className="c-gaps" d={gapLines(matrix, at.cellWidth, at.cellHeight)} />
    </g>
  );
}
