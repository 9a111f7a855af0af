import { useState } from 'react';
import { fixed, HeatMap } from '../../charts/index.ts';
import { matrixLayout } from '../../charts/matrix/layout.ts';
import type { Cell } from '../../charts/matrix/props.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Edits, Past } from './past-data.ts';
import { MAP_HEAD, type Exchange, type PastLayout } from './past-view.ts';

interface Props {
  at: PastLayout;
  scale: number;
  words: Messages;
  past: Past;
  edits: Edits;
  /** Whose answers: of the head as the page trains it, or as Adam does. */
  of: 'head' | 'adam';
  /** The largest movement of all maps shown: they have one scale. */
  most: number;
  onExchange: (exchange: Exchange) => void;
}

const one = fixed(1);

/** How far each exchange of each earlier letter moves one network's answer. */
export function PastMap({ at, scale, words, past, edits, of, most, onExchange }: Props) {
  const [hovered, setHovered] = useState<Cell | null>(null);
  const { labels, letters, exchange } = past;
  const rows = letters.length - 1;
  const columns = labels.length;
  const rowLabels = letters.slice(0, -1);
  const height = at.map - MAP_HEAD * scale + 4;
  const common = {
    label: words.text(`map.${of}`),
    matrix: { values: edits.moved, rows, columns },
    rowLabels,
    square: false,
    maxCell: Infinity,
    textScale: scale,
    height,
  };
  // Its columns stand under those of the bars.
  const inset = at.left - matrixLayout({ ...common, width: at.right }).left;
  const cell: Cell | null = exchange && [exchange.position - 1, exchange.token];
  const shown = hovered ?? cell;
  const say = ([row, column]: Cell): string =>
    words.text('cell', {
      was: letters[row],
      is: labels[column],
      moved: one((edits.moved[row * columns + column] ?? 0) * 100),
    });
  return (
    <div className="past-map" style={{ height: at.map }}>
      <p className="past-head" style={{ paddingInlineStart: at.left }}>
        <b>{words.text(`map.${of}`)}</b>
        <span className="num">{shown ? say(shown) : ''}</span>
      </p>
      <div style={{ marginInlineStart: inset, width: at.right - inset + 2 }}>
        <HeatMap
          {...common}
          width={at.right - inset + 2}
          scale="linear"
          max={most}
          selected={cell}
          announce={(row, column) => say([row, column])}
          onHover={setHovered}
          onSelect={(row, token) => {
            if (token !== past.bos) onExchange({ position: row + 1, token });
          }}
        />
      </div>
    </div>
  );
}
