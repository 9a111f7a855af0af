import { useState } from 'react';
import type { KeyboardEvent } from 'react';

/** Where a keyboard cursor stands, both from 0. A list is one row. */
export interface Place {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
  /** Right to left: the left arrow goes forward. */
  rtl?: boolean;
  /** A list in which the up and down arrows also move (vertical lists and wrapped strips). */
  list?: 'horizontal' | 'vertical';
}

const hold = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

/**
 * The place a key leads to, or null for a key that does not move. At an edge the cursor stays.
 * Home and End: ends of the row (with Ctrl, of everything); Page Up and Down: ends of the column.
 */
export function travel(from: Place, key: string, extent: Extent, ctrl = false): Place | null {
  const { rows, columns, rtl = false, list } = extent;
  const to = (row: number, column: number) => ({
    row: hold(row, rows),
    column: hold(column, columns),
  });
  const by = (steps: number) => to(from.row, from.column + steps);
  switch (key) {
    case 'ArrowRight':
      return by(rtl ? -1 : 1);
    case 'ArrowLeft':
      return by(rtl ? 1 : -1);
    case 'ArrowDown':
      return list ? by(1) : to(from.row + 1, from.column);
    case 'ArrowUp':
      return list ? by(-1) : to(from.row - 1, from.column);
    case 'Home':
      return to(ctrl ? 0 : from.row, 0);
    case 'End':
      return to(ctrl ? rows - 1 : from.row, columns - 1);
    case 'PageUp':
      return list ? by(-10) : to(0, from.column);
    case 'PageDown':
      return list ? by(10) : to(rows - 1, from.column);
    default:
      return null;
  }
}

export interface RovingOptions extends Extent {
  /** Where the cursor starts, and goes when this changes: the selection. */
  start: Place;
  onMove?: (place: Place) => void;
  onSelect?: (place: Place) => void;
}

/** A keyboard cursor over a grid or a list with one tab stop. */
export function useRoving(options: RovingOptions) {
  const { start, onMove, onSelect, rows, columns } = options;
  const key = `${start.row} ${start.column}`;
  const [state, setState] = useState({ key, place: start });
  const asked = state.key === key ? state.place : start;
  const place = { row: hold(asked.row, rows), column: hold(asked.column, columns) };
  const moveTo = (next: Place) => {
    setState({ key, place: next });
    onMove?.(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (!onSelect) return;
      event.preventDefault();
      onSelect(place);
      return;
    }
    const next = travel(place, event.key, options, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    moveTo(next);
  };
  return { place, moveTo, onKeyDown };
}
