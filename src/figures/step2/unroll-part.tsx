import { useState } from 'react';
import { toned } from '../../charts/color.ts';
import { ListCursor, type Slot } from '../../charts/ListCursor.tsx';
import type { Unrolled } from '../../engine/explain/unroll.ts';
import type { Messages } from '../../reader/messages.tsx';
import { signOf } from './unroll-names.ts';
import type { PartLayout } from './unroll-layout.ts';
import type { Part } from './unroll-plan.ts';
import { inkLevel, LEVELS, type InkScale } from './unroll-wave.ts';

interface Props {
  words: Messages;
  label: string;
  record: Unrolled;
  part: Part;
  at: PartLayout;
  slot: Slot;
  scale: number;
  grads: Float64Array;
  ink: InkScale;
  walked: number;
  node: number;
  /** The number the wave passed last, if it is one of these. */
  front: number | null;
  say: (node: number) => string;
  onOpen: (node: number) => void;
}

/** Boxes with a sign in them are at least this large, px. */
const SIGNED = 13;

/** The numbers that make one number: products, sums so far, what comes after. */
export function PartBoxes(props: Props) {
  const { words, record, part, at, slot, scale, grads, ink, walked, node } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const size = grads.length;
  const { boxes, side } = at;
  const chosen = boxes.findIndex((box) => box.node === node);
  const front = boxes.find((box) => box.node === props.front);
  const first = (as: 'term' | 'sum') => boxes.find((box) => box.as === as);
  const within = (box: PartLayout['boxes'][number]) => ({ ...box, y: box.y - slot.y });
  const lead = (as: 'term' | 'sum') => {
    const box = first(as);
    return box ? (
      <text className="c-note" x={0} y={box.y + side / 2 + 4 * scale}>
        {words.text(`rows.${part.layer}.${as}`)}
      </text>
    ) : null;
  };
  return (
    <>
      <svg
        className="unroll-over"
        width={slot.width}
        height={slot.y + slot.height}
        aria-hidden="true"
      >
        {lead('sum')}
        {lead('term')}
        <path className="unroll-chain" d={at.lines} />
        {boxes.map(({ node: i, as, ...box }) => {
          const passed = i >= size - walked;
          const level = inkLevel(grads[i], ink);
          const dark = level > LEVELS * 0.45;
          const sign = as === 'tail' || side >= SIGNED * scale ? signOf(record, i) : '';
          return (
            <g key={i} data-passed={passed || undefined} className="unroll-node">
              <rect
                {...box}
                rx={1.5}
                style={{
                  fill:
                    level === 0
                      ? 'var(--paper)'
                      : toned('gradient', 0.08 + (0.92 * level) / LEVELS),
                }}
              />
              {sign && (
                <text
                  x={box.x + box.width / 2}
                  y={box.y + box.height / 2 + 4.2 * scale}
                  data-dark={dark || undefined}
                >
                  {sign}
                </text>
              )}
            </g>
          );
        })}
        {front && (
          <path className="unroll-hand" d={`M${front.x - 2.5} ${front.y - 4}v${side + 8}`} />
        )}
        {hovered !== null && boxes[hovered] && (
          <rect className="c-hover" {...rectOf(boxes[hovered])} />
        )}
        {chosen >= 0 && <rect className="unroll-mine" {...rectOf(boxes[chosen], 1.5)} />}
      </svg>
      <div
        className="unroll-hit"
        style={{ left: 0, top: slot.y, width: slot.width, height: slot.height }}
      >
        <ListCursor
          label={props.label}
          slots={boxes.map((box) => rectOf(within(box), 2))}
          outlines={boxes.map((box) => rectOf(within(box)))}
          name={(k) => props.say(boxes[k].node)}
          direction="horizontal"
          selected={chosen < 0 ? null : chosen}
          hovered={hovered}
          setHovered={setHovered}
          onSelect={(k) => props.onOpen(boxes[k].node)}
        />
      </div>
    </>
  );
}

const rectOf = ({ x, y, width, height }: PartLayout['boxes'][number], more = 0) => ({
  x: x - more,
  y: y - more,
  width: width + 2 * more,
  height: height + 2 * more,
});
