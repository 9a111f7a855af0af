import { useState } from 'react';
import { levelClass, levelOf } from '../ramp.ts';
import { columnX, rowY } from './layout.ts';
import { threadPath } from './thread.ts';
import type { MatrixLayout } from './layout.ts';
import type { Cell, HeatMapProps } from './props.ts';

interface Props extends HeatMapProps {
  layout: MatrixLayout;
  /** |value| at full ink. */
  top: number;
  /** Cell under the pointer. */
  hovered: Cell | null;
}

/** Rules over and under a row; one through the middle of a row too low for two. */
function rowRule(at: MatrixLayout, row: number): string {
  const rule = (y: number) => `M${at.left} ${y}h${at.gridWidth}`;
  const top = rowY(at, row);
  if (at.cellHeight < 4) return rule(top + at.cellHeight / 2);
  return rule(top) + rule(top + at.cellHeight);
}

/** Frame, diagonal, thread, marks and selection: everything drawn over the cells. */
export function Overlay(props: Props) {
  const { layout: at, matrix, thread = [], marks = [], selected, hovered, highlighted } = props;
  const small = at.cellWidth < 12;
  const [firstKey] = useState(props.threadKey);
  // an outline is never smaller than what can be seen: tiny cells are ringed from outside
  const room = (cell: number, least: number) => Math.max(0, (least - cell) / 2);
  const box = ([row, column]: Cell, more: number, least = 0) => {
    const grow = more + room(Math.min(at.cellWidth, at.cellHeight), least);
    return boxAround(row, column, grow);
  };
  const boxAround = (row: number, column: number, grow: number) => ({
    x: columnX(at, column) - grow,
    y: rowY(at, row) - grow,
    width: at.cellWidth + 2 * grow,
    height: at.cellHeight + 2 * grow,
  });
  const level = levelOf(props.ramp ?? 'sequential', props.top, props.scale);
  const fill = ([row, column]: Cell) =>
    levelClass(props.ramp ?? 'sequential', level(matrix.values[row * matrix.columns + column]));
  const line = threadPath(thread, at, small ? 2.5 : 4);
  const redrawn = props.threadKey !== firstKey ? ' c-draw' : '';
  return (
    <>
      <rect
        className="c-frame"
        x={at.left - 0.5}
        y={at.top - 0.5}
        width={at.gridWidth + 1}
        height={at.gridHeight + 1}
      />
      {(props.diagonal ?? thread.length > 0) && (
        <path className="c-diagonal" d={`M${at.left} ${at.top}l${at.gridWidth} ${at.gridHeight}`} />
      )}
      {selected && <path className="c-row-rule" d={rowRule(at, selected[0])} />}
      {line && <path className="c-halo" d={line} />}
      {line && (
        <path
          key={props.threadKey}
          className={`c-thread${small ? ' c-thin' : ''}${redrawn}`}
          d={line}
          pathLength={1}
        />
      )}
      {thread.map((cell, i) => (
        <rect key={`t${i}`} className={`c-step ${fill(cell)}`} {...box(cell, small ? 0 : 0.5, 5)} />
      ))}
      {marks.map((cell) => (
        <rect key={`m${cell.join()}`} className="c-mark" {...box(cell, 0, 8)} />
      ))}
      {highlighted && <rect className="c-hover" {...box(highlighted, 1, 8)} />}
      {hovered && <rect className="c-hover" {...box(hovered, 0, 8)} />}
      {selected && <rect className="c-selected" {...box(selected, 0.5, 8)} />}
    </>
  );
}
