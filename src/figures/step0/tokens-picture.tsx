import { useRef, useState } from 'react';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { useLink } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import type { SymbolFacts } from '../../worker/protocol.ts';
import { isRightToLeft } from '../../charts/text.ts';
import { useTextScale } from '../text-scale.ts';
import {
  arcPath,
  barHeight,
  POINT_LINE,
  ROOMY,
  tiePath,
  wordLayout,
  type Layer,
} from './tokens-layout.ts';
import { Inventory, Strip } from './tokens-strip.tsx';
import { Boxes, GuessBracket } from './tokens-word.tsx';

export interface TokensPictureProps {
  width: number;
  height: number;
  word: string;
  /** The word is the reader's: drawn in red. */
  mine: boolean;
  symbols: readonly SymbolFacts[];
  layer: Layer;
  /** The vocabulary: how each token is written, how often it occurs. */
  labels: readonly string[];
  counts: readonly number[];
  bos: number;
  /** How many tokens the reader expected; null before the answer, and without a guess. */
  guess: number | null;
}

/** Heights of the strip's lines, px: symbols with ids, and the words under them. */
const STRIP = 36;
const NOTE = 20;

/** A word in boxes, the vocabulary in a strip, and what ties the one to the other. */
export function TokensPicture(props: TokensPictureProps) {
  const { word, symbols, layer, labels, counts, bos, guess } = props;
  const root = useRef<HTMLDivElement>(null);
  // Drawn in units of the normal text size, and enlarged as the reader's text is.
  const scale = useTextScale(root);
  const [width, height] = [props.width / scale, props.height / scale];
  const words = useMessages('tokens');
  const token = useLink('token');
  const lens = useLink('lens');
  const [hovered, setHovered] = useState<number | null>(null);

  const clusters = layer === 'clusters';
  const lines = clusters
    ? Math.max(...symbols.map((one) => one.codePoints.length + (one.token === null ? 2 : 0)), 0)
    : 0;
  const layout = wordLayout(symbols.length, width, height, {
    rtl: isRightToLeft(word),
    boundaries: !clusters,
    under: lines > 0 ? lines * POINT_LINE + 8 : 0,
  });
  const bounded = layer === 'boundary' || layer === 'inventory';
  const noted = height >= 240;
  const stripTop = height - STRIP - (noted ? NOTE : 0);
  const barRoom = Math.max(12, (stripTop - layout.foot) * 0.56);
  const bars = layer === 'inventory' && stripTop - layout.foot > 24;
  const most = Math.max(...counts);
  const pitch = width / labels.length;
  const xOf = (id: number) => (id + 0.5) * pitch;
  const topOf = (id: number) =>
    stripTop - 3 - (bars ? barHeight(counts[id], most, barRoom) + 2 : 0);

  // Tokens of the word by id, each with the boxes it stands in.
  const tied = new Map<number, { x: number; y: number }[]>();
  for (const { place, x, y } of layout.boxes) {
    const symbol = symbols[place];
    const id = symbol ? symbol.token : bos;
    if (id === null || (id === bos && !bounded)) continue;
    const under = clusters && symbol ? symbol.codePoints.length * POINT_LINE + 4 : 0;
    tied.set(id, [...(tied.get(id) ?? []), { x, y: y + layout.side + 20 + under }]);
  }
  // A long word in a low picture needs the room of the strip.
  const strip = layout.foot < stripTop - 6;
  const shown = layer !== 'symbols' && strip;
  const count = { tokens: symbols.length + 2, pairs: symbols.length + 1 };
  const told = hovered === null ? null : { label: labels[hovered], id: hovered };

  return (
    <div
      className={`tk tk-${layer}`}
      ref={root}
      style={{ width: props.width, height: props.height }}
    >
      <svg
        width={props.width}
        height={props.height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.text('pictureLabel', { word })}
      >
        <g className="tk-ties" {...token.bind} data-lit={token.lit || undefined}>
          {shown &&
            [...tied].map(([id, boxes]) => (
              <path
                key={id}
                className={id === bos ? 'tk-tie tk-end' : 'tk-tie'}
                d={tiePath(boxes, { x: xOf(id), y: topOf(id) })}
              />
            ))}
        </g>
        {bars && <Inventory {...props} {...{ width, tied, stripTop, pitch, barRoom, hovered }} />}
        {layer === 'boundary' && (
          <g className="tk-arcs" data-lit={lens.lit || undefined}>
            {layout.boxes.map((box, i) => (
              <path key={box.place} d={arcPath(layout, i)} />
            ))}
          </g>
        )}
        <Boxes {...props} layout={layout} bounded={bounded} lens={lens} />
        {layer === 'boundary' && height >= ROOMY && (
          <text className="tk-note tk-count" x={width} y={12} textAnchor="end">
            {words.text('count', count)}
          </text>
        )}
        {guess !== null && (
          <GuessBracket
            layout={layout}
            width={width}
            guess={guess}
            tokens={count.tokens}
            text={`${words.text('yours')} ${words.text('number', { value: guess })}`}
          />
        )}
        {strip && (
          <Strip
            {...props}
            {...{ width, tied, stripTop, pitch, hovered }}
            off={layer === 'symbols'}
          />
        )}
        {noted && strip && (
          <text className="tk-note" x={0} y={height - 5}>
            {words.text('vocabulary', { size: labels.length })}
          </text>
        )}
        {noted && strip && told && (
          <text className="tk-note tk-told" x={width} y={height - 5} textAnchor="end">
            {words.text('entryShort', { ...told, count: counts[told.id] })}
          </text>
        )}
      </svg>
      {strip && (
        <div
          className="tk-strip"
          style={{ top: (stripTop - 4) * scale, height: (STRIP + 2) * scale }}
        >
          <ListCursor
            label={words.text('label')}
            slots={labels.map((_, id) => ({
              x: id * pitch * scale,
              y: 0,
              width: pitch * scale,
              height: (STRIP + 2) * scale,
            }))}
            name={(id) => words.text('entry', { label: labels[id], id, count: counts[id] })}
            direction="horizontal"
            hovered={hovered}
            setHovered={setHovered}
            onHover={setHovered}
          />
        </div>
      )}
    </div>
  );
}
