import { useId, useState } from 'react';
import type { PointerEvent } from 'react';
import { useRoving } from '../hooks/roving.ts';
import type { MatrixLayout } from './layout.ts';
import type { Cell, HeatMapProps, Matrix } from './props.ts';

interface Props extends Omit<Partial<HeatMapProps>, 'matrix'> {
  label: string;
  /** Only its extent counts. */
  matrix: Pick<Matrix, 'rows' | 'columns'> & Partial<Matrix>;
  layout: Pick<
    MatrixLayout,
    'left' | 'top' | 'gridWidth' | 'gridHeight' | 'cellWidth' | 'cellHeight'
  >;
  describedBy?: string;
  hovered: Cell | null;
  setHovered: (cell: Cell | null) => void;
}

/**
 * The part one operates: a grid with one tab stop laid over the cells. Only the cursor's cell is in
 * the page (`aria-rowcount` and `aria-colcount` tell the rest), named by `announce`.
 */
export function GridCursor(props: Props) {
  const { layout: at, matrix, selected, announce, onSelect, onHover } = props;
  const id = useId();
  const [focused, setFocused] = useState(false);
  const show = (cell: Cell | null) => {
    const old = props.hovered;
    if (old === cell || (old && cell && old[0] === cell[0] && old[1] === cell[1])) return;
    props.setHovered(cell);
    onHover?.(cell);
  };
  const { place, moveTo, onKeyDown } = useRoving({
    rows: matrix.rows,
    columns: matrix.columns,
    start: { row: selected?.[0] ?? 0, column: selected?.[1] ?? 0 },
    onMove: (to) => onHover?.([to.row, to.column]),
    onSelect: onSelect && ((to) => onSelect(to.row, to.column)),
  });
  const under = (event: { clientX: number; clientY: number; currentTarget: Element }): Cell => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (value: number, size: number, count: number) =>
      Math.max(0, Math.min(count - 1, Math.floor((value / (size || 1)) * count)));
    return [
      share(event.clientY - box.top, box.height, matrix.rows),
      share(event.clientX - box.left, box.width, matrix.columns),
    ];
  };
  const cellId = `${id}${place.row}-${place.column}`;
  const chosen = selected?.[0] === place.row && selected[1] === place.column;
  return (
    <div
      className={onSelect ? 'c-hit c-pick' : 'c-hit'}
      style={{ left: at.left, top: at.top, width: at.gridWidth, height: at.gridHeight }}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-rowcount={matrix.rows}
      aria-colcount={matrix.columns}
      aria-activedescendant={cellId}
      aria-readonly="true"
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        onHover?.(null);
      }}
      onPointerMove={(event: PointerEvent) => {
        if (event.pointerType !== 'touch') show(under(event));
      }}
      onPointerLeave={() => show(null)}
      onClick={(event) => {
        const [row, column] = under(event);
        moveTo({ row, column });
        onSelect?.(row, column);
      }}
    >
      <div role="row" aria-rowindex={place.row + 1}>
        <div
          key={cellId}
          id={cellId}
          className={focused ? 'c-cursor c-on' : 'c-cursor'}
          role="gridcell"
          aria-colindex={place.column + 1}
          aria-selected={onSelect ? chosen : undefined}
          aria-label={announce?.(place.row, place.column)}
          style={{
            left: place.column * at.cellWidth,
            top: place.row * at.cellHeight,
            width: at.cellWidth,
            height: at.cellHeight,
          }}
        />
      </div>
    </div>
  );
}
