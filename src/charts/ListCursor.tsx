import { useId, useState } from 'react';
import { useRoving } from './hooks/roving.ts';

export interface Slot {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Props {
  label: string;
  describedBy?: string;
  /** One box per entry to point at, px in the picture. */
  slots: readonly Slot[];
  /** What the keyboard cursor surrounds, where that is not the box one points at. */
  outlines?: readonly Slot[];
  name: (index: number) => string;
  direction: 'horizontal' | 'vertical';
  rtl?: boolean;
  selected?: number | null;
  hovered: number | null;
  setHovered: (index: number | null) => void;
  onSelect?: (index: number) => void;
  onHover?: (index: number | null) => void;
}

const inside = (slot: Slot, x: number, y: number) =>
  x >= slot.x && x < slot.x + slot.width && y >= slot.y && y < slot.y + slot.height;

/**
 * A listbox with one tab stop laid over marks. Only the cursor's entry is in the page; its place in
 * the set is told by `aria-posinset`.
 */
export function ListCursor(props: Props) {
  const { slots, selected, onSelect, onHover, name } = props;
  const id = useId();
  const [focused, setFocused] = useState(false);
  const { place, moveTo, onKeyDown } = useRoving({
    rows: 1,
    columns: slots.length,
    rtl: props.rtl,
    list: props.direction,
    start: { row: 0, column: selected ?? 0 },
    onMove: (to) => onHover?.(to.column),
    onSelect: onSelect && ((to) => onSelect(to.column)),
  });
  const show = (index: number | null) => {
    if (index === props.hovered) return;
    props.setHovered(index);
    onHover?.(index);
  };
  const under = (event: { clientX: number; clientY: number; currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const found = slots.findIndex((slot) =>
      inside(slot, event.clientX - box.left, event.clientY - box.top),
    );
    return found < 0 ? null : found;
  };
  const slot = (props.outlines ?? slots)[place.column];
  if (!slot) return null;
  const optionId = `${id}${place.column}`;
  return (
    <div
      className={onSelect ? 'c-hit c-all c-point' : 'c-hit c-all'}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-orientation={props.direction}
      aria-activedescendant={optionId}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        onHover?.(null);
      }}
      onPointerMove={(event) => {
        if (event.pointerType !== 'touch') show(under(event));
      }}
      onPointerLeave={() => show(null)}
      onClick={(event) => {
        const index = under(event);
        if (index === null) return;
        moveTo({ row: 0, column: index });
        onSelect?.(index);
      }}
    >
      <div
        key={optionId}
        id={optionId}
        className={focused ? 'c-cursor c-on' : 'c-cursor'}
        role="option"
        aria-selected={place.column === selected}
        aria-setsize={slots.length}
        aria-posinset={place.column + 1}
        aria-label={name(place.column)}
        style={{ left: slot.x, top: slot.y, width: slot.width, height: slot.height }}
      />
    </div>
  );
}
