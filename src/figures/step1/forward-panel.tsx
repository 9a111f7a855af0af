import { useState } from 'react';
import { quantityColor, toned } from '../../charts/color.ts';
import { ListCursor } from '../../charts/ListCursor.tsx';
import type { Quantity } from '../../charts/index.ts';
import type { Box } from './matrices.ts';
import type { Origin, Part } from './forward-terms.ts';

/** Colour of each row of the pass. */
export const QUANTITY: Record<Part, Quantity> = {
  x: 'parameter',
  h: 'activation',
  a: 'activation',
  logits: 'activation',
  probs: 'probability',
  nats: 'loss',
};

export interface ForwardPanelProps {
  box: Box;
  /** Room for the text over the bars, px. */
  head: number;
  part: Part;
  origin: Origin;
  /** The line of code that makes the row. */
  line: string;
  /** Accessible name of the values; what a value is, in words. */
  label: string;
  say: (i: number) => string;
  /** A value was chosen, for those rows whose numbers can be. */
  onSelect: ((i: number) => void) | null;
}

/** A chosen number, taken apart: the values it is the sum of, each from where the last one ended. */
export function ForwardPanel(props: ForwardPanelProps) {
  const { box, head, part, origin, label, say } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const { values, running } = origin;
  const at = Math.min(hovered ?? origin.chosen, values.length - 1);
  const ends = running ?? values;
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends, low === 0 ? 1e-9 : 0);
  const room = box.height - head - 4;
  const y = (value: number): number => head + ((high - value) / (high - low)) * room;
  const pitch = box.width / values.length;
  const bar = Math.max(0.8, pitch * 0.72);
  const from = (i: number): number => (running ? (running[i - 1] ?? 0) : 0);
  const rect = (i: number): string => {
    const [a, b] = [y(from(i)), y(ends[i])];
    const top = Math.min(a, b);
    const tall = Math.max(0.8, Math.abs(a - b));
    const x = (i + 0.5) * pitch - bar / 2;
    return `M${x.toFixed(1)} ${top.toFixed(1)}h${bar.toFixed(1)}v${tall.toFixed(1)}h${(-bar).toFixed(1)}z`;
  };
  const rects = (which: (i: number) => boolean): string =>
    values.map((_, i) => (which(i) ? rect(i) : '')).join('');
  const signed = origin.factors !== null || part === 'x';
  const color = (tone: number): string => toned(QUANTITY[part], tone);
  return (
    <div
      className="forward-panel"
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <p className="forward-line">
        <code>{props.line}</code>
      </p>
      <p className="forward-term">{say(at)}</p>
      <svg width={box.width} height={box.height} aria-hidden="true">
        {signed ? (
          <>
            <path style={{ fill: 'var(--div-p2)' }} d={rects((i) => values[i] > 0)} />
            <path style={{ fill: 'var(--div-n2)' }} d={rects((i) => values[i] < 0)} />
          </>
        ) : (
          <path style={{ fill: color(0.42) }} d={rects(() => true)} />
        )}
        <path
          style={{
            fill: signed ? (values[at] < 0 ? 'var(--div-n4)' : 'var(--div-p4)') : color(1),
          }}
          d={rects((i) => i === at)}
        />
        <path className="c-axis" d={`M0 ${y(0).toFixed(1)}H${box.width}`} />
        {running && part !== 'probs' && (
          <circle
            cx={box.width - pitch / 2 + 1}
            cy={y(running[running.length - 1])}
            r={4}
            className="c-dot"
            style={{ fill: quantityColor(QUANTITY[part]) }}
          />
        )}
      </svg>
      <ListCursor
        label={label}
        slots={values.map((_, i) => ({
          x: i * pitch,
          y: head - 4,
          width: pitch,
          height: box.height - head + 4,
        }))}
        name={say}
        direction="horizontal"
        selected={origin.chosen}
        hovered={hovered}
        setHovered={setHovered}
        onHover={setHovered}
        onSelect={props.onSelect ?? undefined}
      />
    </div>
  );
}
