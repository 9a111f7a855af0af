import { useState } from 'react';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { sansWidth } from '../../charts/text.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Shown } from './wave-view.ts';
import { orderLayout } from './wave-layout.ts';

interface Props {
  words: Messages;
  shown: Shown;
  walked: number | null;
  width: number;
  height: number;
  scale: number;
  announce: (place: number) => string;
  /** Stand the wave where this number has just handed on. */
  onPlace: (place: number) => void;
}

/** All numbers in a row, each after its makers: every arc to a maker leads to the left. */
export function WaveOrder(props: Props) {
  const { words, shown, walked, width, height, scale, onPlace } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const { order, nodes } = shown.graph;
  const labels = order.map((value) => shown.names.get(value) ?? '');
  const arcs = order.flatMap((value, from) =>
    [value.a, value.b].flatMap((maker) => (maker ? [{ from, to: order.indexOf(maker) }] : [])),
  );
  const text = (label: string): number => sansWidth(label, 13 * scale);
  const at = orderLayout(labels.map(text), arcs, width, height, scale);
  const active = shown.active;
  return (
    <div className="wave-order" style={{ width, height }}>
      <svg width={width} height={height} aria-hidden="true">
        {at.arcs.map(({ d, head, from }, k) => (
          <g key={k} data-state={nodes[from].state} className="wave-arc">
            <path d={d} />
            <path className="wave-head" d={head} />
          </g>
        ))}
        {at.slots.map((slot, k) => (
          <g key={nodes[k].id} data-state={nodes[k].state} className="wave-node">
            <rect {...slot} rx={order[k].a ? 3 : slot.height / 2} />
            <text x={slot.x + slot.width / 2} y={slot.y + slot.height / 2 + 4.5 * scale}>
              {labels[k]}
            </text>
            <text
              className="wave-place"
              x={slot.x + slot.width / 2}
              y={slot.y + slot.height + 13 * scale}
            >
              {k}
            </text>
            {hovered === k && <rect className="c-hover" {...slot} rx={3} />}
          </g>
        ))}
        {walked !== null && (
          <path
            className="wave-hand"
            d={`M${at.hand(active === null ? order.length : active)} ${at.top - 5}V${at.top + at.box + 5}`}
          />
        )}
      </svg>
      <ListCursor
        label={words.text('order')}
        slots={at.slots}
        name={props.announce}
        direction="horizontal"
        selected={active}
        hovered={hovered}
        setHovered={setHovered}
        onSelect={onPlace}
      />
    </div>
  );
}
