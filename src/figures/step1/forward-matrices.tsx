import { useMemo, useState } from 'react';
import type { Cell } from '../../charts/index.ts';
import { GridCursor } from '../../charts/matrix/GridCursor.tsx';
import type { MatrixLayout } from '../../charts/matrix/layout.ts';
import type { Dials } from '../../engine/by-hand.ts';
import type { ForwardLayout } from './forward-layout.ts';
import { MatrixCells } from './matrix-cells.tsx';
import type { Box } from './matrices.ts';

/** |value| at full ink, before training and after. */
export const FULL = 1;

export interface ForwardMatricesProps {
  at: ForwardLayout;
  dials: Dials;
  labels: Record<keyof Dials, string>;
  announce: (tensor: keyof Dials, row: number, col: number) => string;
  onSelect: (tensor: keyof Dials, row: number, col: number) => void;
}

/** The three matrices as pixels; each cell can be pointed at and chosen. */
export function ForwardMatrices({ at, dials, labels, announce, onSelect }: ForwardMatricesProps) {
  return (['wte', 'mlp_fc1', 'mlp_fc2'] as const).map((tensor) => {
    const turned = tensor !== 'mlp_fc2';
    return (
      <Block
        key={tensor}
        at={at}
        box={at[tensor === 'wte' ? 'wte' : tensor === 'mlp_fc1' ? 'fc1' : 'fc2']}
        label={labels[tensor]}
        dials={dials[tensor]}
        turned={turned}
        announce={(row, col) => announce(tensor, turned ? col : row, turned ? row : col)}
        onSelect={(row, col) => onSelect(tensor, turned ? col : row, turned ? row : col)}
      />
    );
  });
}

function Block(props: {
  at: ForwardLayout;
  box: Box;
  label: string;
  dials: number[][];
  /** Its rows are drawn as columns. */
  turned: boolean;
  /** Of a row and a column as they are drawn. */
  announce: (row: number, col: number) => string;
  onSelect: (row: number, col: number) => void;
}) {
  const { at, box, dials, turned } = props;
  const [hovered, setHovered] = useState<Cell | null>(null);
  const values = useMemo(() => Float64Array.from(dials.flat()), [dials]);
  const [rows, cols] = [dials.length, dials[0].length];
  const layout = cellsAt(box, at);
  return (
    <>
      <MatrixCells values={values} rows={rows} cols={cols} turned={turned} ink={FULL} box={box} />
      <GridCursor
        width={at.width}
        label={props.label}
        matrix={{ values, rows: turned ? cols : rows, columns: turned ? rows : cols }}
        layout={layout}
        hovered={hovered}
        setHovered={setHovered}
        announce={props.announce}
        onSelect={props.onSelect}
      />
      {hovered && (
        <span
          className="forward-over"
          style={{
            left: box.x + hovered[1] * at.cellWidth - 1,
            top: box.y + hovered[0] * at.cellHeight - 1,
            width: at.cellWidth + 2,
            height: at.cellHeight + 2,
          }}
        />
      )}
    </>
  );
}

/** Cells that fill a box, with nothing around them. */
export function cellsAt(
  box: Box,
  { cellWidth, cellHeight }: Pick<ForwardLayout, 'cellWidth' | 'cellHeight'>,
): MatrixLayout {
  return {
    width: box.width,
    height: box.height,
    left: box.x,
    top: box.y,
    cellWidth,
    cellHeight,
    gridWidth: box.width,
    gridHeight: box.height,
    size: 0,
    labelRoom: 0,
    secondLane: 0,
    rowBar: 0,
    columnBar: 0,
    baseline: 0,
    distributionBar: 0,
  };
}
