import { useState } from 'react';
import { ListCursor, type Slot } from '../../charts/ListCursor.tsx';
import type { Box } from './matrices.ts';

/** A vector's numbers, laid over their marks, to point at and to choose. */
export function VectorCursor(props: {
  box: Box;
  slots: readonly Slot[];
  down: boolean;
  label: string;
  name: (i: number) => string;
  selected: number | null;
  onSelect: (i: number) => void;
}) {
  const { box, slots, down } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  return (
    <div
      className="forward-vector"
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      {hovered !== null && slots[hovered] && (
        <span
          className="forward-over"
          style={{
            left: slots[hovered].x - 1,
            top: slots[hovered].y - 1,
            width: slots[hovered].width + 2,
            height: slots[hovered].height + 2,
          }}
        />
      )}
      <ListCursor
        label={props.label}
        slots={slots}
        name={props.name}
        direction={down ? 'vertical' : 'horizontal'}
        selected={props.selected}
        hovered={hovered}
        setHovered={setHovered}
        onSelect={props.onSelect}
      />
    </div>
  );
}

/** One slot a number, down a box or across it. */
export const slotsDown = (box: Box, count: number, pitch: number): Slot[] =>
  Array.from({ length: count }, (_, i) => ({
    x: 0,
    y: i * pitch,
    width: box.width,
    height: pitch,
  }));
export const slotsAcross = (box: Box, count: number, pitch: number): Slot[] =>
  Array.from({ length: count }, (_, i) => ({
    x: i * pitch,
    y: 0,
    width: pitch,
    height: box.height,
  }));
