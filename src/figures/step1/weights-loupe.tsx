import { useEffect, useMemo, useRef } from 'react';
import { HeatMap } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { CellAt, MatrixName } from './matrices.ts';
import { loupePatch } from './weights-view.ts';

export interface LoupeProps {
  words: Messages;
  /** The cell that the finger met. */
  cell: CellAt;
  values: ArrayLike<number>;
  rows: number;
  cols: number;
  turned: boolean;
  ink: number;
  /** Room of the picture, px; the loupe stays within it. */
  room: { width: number; height: number };
  /** Where the finger was, px. */
  at: readonly [x: number, y: number];
  announce: (cell: CellAt) => string;
  onGrab: (cell: CellAt) => void;
  onClose: () => void;
}

/** Cells in a row of the loupe, and their side, px: large enough for a finger. */
const SIDE = 5;
const CELL = 30;

/** The cells around a touch, large enough to be hit one by one. */
export function Loupe(props: LoupeProps) {
  const { words, cell, values, cols, turned, room, onClose } = props;
  const root = useRef<HTMLDivElement>(null);
  const [tall, wide] = turned ? [cols, props.rows] : [props.rows, cols];
  const [row, column] = turned ? [cell.col, cell.row] : [cell.row, cell.col];
  const patch = loupePatch(tall, wide, [row, column], SIDE);
  const cellOf = (r: number, c: number): CellAt => {
    const [own, other] = [patch.row + r, patch.column + c];
    const tensor: MatrixName = cell.tensor;
    return turned ? { tensor, row: other, col: own } : { tensor, row: own, col: other };
  };
  const matrix = useMemo(() => {
    const numbers: number[] = [];
    for (let r = 0; r < patch.rows; r++) {
      for (let c = 0; c < patch.columns; c++) {
        const [own, other] = [patch.row + r, patch.column + c];
        numbers.push(values[turned ? other * cols + own : own * cols + other]);
      }
    }
    return { values: numbers, rows: patch.rows, columns: patch.columns };
  }, [values, cols, turned, patch.row, patch.column, patch.rows, patch.columns]);

  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
    const away = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) onClose();
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', escape, true);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', escape, true);
    };
  }, [onClose]);

  const width = CELL * patch.columns + 4;
  const height = CELL * patch.rows + 4;
  const hold = (middle: number, length: number, most: number) =>
    Math.max(0, Math.min(most - length, middle - length / 2));
  return (
    <div
      ref={root}
      className="weights-loupe"
      role="dialog"
      aria-label={words.text('loupe')}
      style={{
        left: hold(props.at[0], width, room.width),
        top: hold(props.at[1], height, room.height),
        width,
        height,
      }}
    >
      <HeatMap
        width={width}
        label={words.text('loupe')}
        matrix={matrix}
        ramp="diverging"
        max={props.ink}
        maxCell={CELL}
        selected={[row - patch.row, column - patch.column]}
        announce={(r, c) => props.announce(cellOf(r, c))}
        onSelect={(r, c) => {
          props.onGrab(cellOf(r, c));
          onClose();
        }}
      />
    </div>
  );
}
