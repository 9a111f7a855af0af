import { useEffect, useState } from 'react';
import { HeatMap, type HeatMapProps } from '../../charts/index.ts';
import { columnX, matrixLayout, rowY } from '../../charts/matrix/layout.ts';
import type { TableState } from '../../worker/protocol.ts';

interface SamplingRowProps {
  table: TableState;
  /** Side of a cell, px. */
  cell: number;
  label: string;
  /** The row in use, and the token that was drawn from it. */
  prev: number;
  next: number | null;
  /** From the top of the table up to the bar, px, and the bar's width. */
  lift: number;
  width: number;
}

/** The table in small: the row in use is ruled, and opens out into the bar above. */
export function SamplingRow({ table, cell, label, prev, next, lift, width }: SamplingRowProps) {
  const side = cell * table.size + 4;
  const map: HeatMapProps = {
    width: side,
    height: side,
    label,
    matrix: { values: table.counts, rows: table.size, columns: table.size },
    maxCell: cell,
  };
  // A reminder of the table's own figure: a page without scripts can do without it.
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const at = matrixLayout(map);
  const [left, right] = [at.left, at.left + at.gridWidth];
  const top = rowY(at, prev);
  return (
    <div className="sampling-row" style={{ width: side, height: at.height }}>
      {awake && <HeatMap {...map} />}
      <svg width={side} height={at.height} aria-hidden="true">
        <path className="fold" d={`M${left - 1} ${top}V${-lift}`} />
        <path
          className="fold"
          d={`M${right + 1} ${top}V${at.top - 5}L${width} ${-lift + 8}V${-lift}`}
        />
        <rect
          className="in-use"
          x={left - 1}
          y={top - 0.5}
          width={at.gridWidth + 2}
          height={at.cellHeight + 1}
        />
        {next !== null && (
          <rect
            className="drawn-cell"
            x={columnX(at, next) - 1}
            y={top - 1}
            width={at.cellWidth + 2}
            height={at.cellHeight + 2}
          />
        )}
        <text x={right + 8} y={top + at.cellHeight / 2 + 4}>
          {table.labels[prev]}
        </text>
      </svg>
    </div>
  );
}
