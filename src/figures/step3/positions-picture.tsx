import { useState } from 'react';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { PositionsAnswers } from './positions-answers.tsx';
import type { Positions } from './positions-data.ts';
import { PositionsSum } from './positions-sum.tsx';
import { positionsLayout, type Answer, type View } from './positions-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  positions: Positions;
  view: View;
  own: number;
  asking: boolean;
  guess: Answer | null;
  onPosition: (position: number) => void;
}

/** Letters over their positions, what is added at one of them, and what order is worth. */
export function PositionsPicture(props: Props) {
  const { size, words, scale, positions, view, own, asking, guess } = props;
  const { read, table, other } = positions;
  const [hovered, setHovered] = useState<number | null>(null);
  const at = positionsLayout(size, scale, table.block, view.focus);
  const pitch = Math.min(60 * scale, (size.width - at.left) / Math.max(1, read.length));
  const slot = Math.min(pitch, 40 * scale);
  const x = (i: number) => at.left + pitch * (i + 0.5);
  return (
    <div className="positions" style={{ height: size.height }}>
      <Frame
        width={size.width}
        height={at.head}
        textScale={scale}
        label={words.text('letters')}
        over={(describedBy) => (
          <ListCursor
            label={words.text('letters')}
            describedBy={describedBy}
            slots={read.map((_, i) => ({
              x: x(i) - slot / 2,
              y: 0,
              width: slot,
              height: at.head - 3,
            }))}
            name={(i) => words.text('letter', { letter: read[i], position: i })}
            direction="horizontal"
            selected={own}
            hovered={hovered}
            setHovered={setHovered}
            onSelect={props.onPosition}
          />
        )}
      >
        {hovered !== null && (
          <rect
            className="c-hover"
            x={x(hovered) - slot / 2}
            y={0}
            width={slot}
            height={at.head - 3}
          />
        )}
        <text className="c-note" x={0} y={at.letters}>
          {words.text('tokens')}
        </text>
        <text className="c-note" x={0} y={at.places}>
          {words.text('places')}
        </text>
        {read.map((label, i) => (
          // Tokens keep their places.
          <g key={i} data-own={i === own || undefined} className="positions-letter">
            <text className="positions-token" x={x(i)} y={at.letters} textAnchor="middle">
              {label}
            </text>
            <text className="c-mono positions-place" x={x(i)} y={at.places} textAnchor="middle">
              {i}
            </text>
          </g>
        ))}
      </Frame>
      {at.sum > 0 && (
        <PositionsSum
          width={size.width}
          at={at}
          scale={scale}
          words={words}
          positions={positions}
          own={own}
          onPosition={props.onPosition}
        />
      )}
      {at.answers > 0 && other.length > 0 && (
        <PositionsAnswers
          width={size.width}
          at={at}
          scale={scale}
          words={words}
          positions={positions}
          asking={asking}
          guess={guess}
        />
      )}
    </div>
  );
}
