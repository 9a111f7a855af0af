import { useId, useState, type CSSProperties } from 'react';
import { useRoving } from '../../charts/hooks/roving.ts';
import type { HeadsLayout } from './heads-view.ts';

interface Props {
  at: HeadsLayout;
  /** Positions of the text. */
  n: number;
  label: string;
  cell: readonly [asks: number, seen: number];
  announce: (asks: number, seen: number) => string;
  onCell: (cell: readonly [asks: number, seen: number]) => void;
}

/**
 * One cursor for all maps: a grid with one tab stop. Arrows go from weight to weight, pointing at
 * any map chooses the same weight in all.
 */
export function HeadsCursor({ at, n, label, cell, announce, onCell }: Props) {
  const id = useId();
  const [focused, setFocused] = useState(false);
  const held = (asks: number, seen: number) => [asks, Math.min(asks, seen)] as const;
  const { place, onKeyDown } = useRoving({
    rows: n,
    columns: n,
    start: { row: cell[0], column: cell[1] },
    onMove: ({ row, column }) => onCell(held(row, column)),
  });
  const under = (event: { clientX: number; clientY: number; currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const map = at.maps.find(
      (one) => x >= one.x && x < one.x + at.side && y >= one.y && y < one.y + at.side,
    );
    if (!map) return null;
    const pitch = at.side / n;
    const [asks, seen] = [Math.floor((y - map.y) / pitch), Math.floor((x - map.x) / pitch)];
    return seen <= asks ? held(asks, seen) : null;
  };
  const choose = (event: Parameters<typeof under>[0]): void => {
    const found = under(event);
    if (found && (found[0] !== cell[0] || found[1] !== cell[1])) onCell(found);
  };
  const [asks, seen] = held(place.row, place.column);
  const pitch = at.side / n;
  const first = at.maps[0];
  const style: CSSProperties = {
    left: first.x + seen * pitch,
    top: first.y + asks * pitch,
    width: pitch,
    height: pitch,
  };
  return (
    <div
      className="c-hit c-all"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={n}
      aria-colcount={n}
      aria-activedescendant={`${id}${asks}-${seen}`}
      aria-readonly="true"
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onPointerMove={(event) => {
        if (event.pointerType !== 'touch') choose(event);
      }}
      onClick={choose}
    >
      <div role="row" aria-rowindex={asks + 1}>
        <div
          key={`${asks} ${seen}`}
          id={`${id}${asks}-${seen}`}
          className={focused ? 'c-cursor c-on' : 'c-cursor'}
          role="gridcell"
          aria-colindex={seen + 1}
          aria-label={announce(asks, seen)}
          style={style}
        />
      </div>
    </div>
  );
}
