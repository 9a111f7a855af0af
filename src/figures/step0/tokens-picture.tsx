import { useRef, useState } from 'react';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { fitting, monoWidth, sansWidth } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import type { SymbolFacts } from '../../worker/protocol.ts';
import { useTextScale } from '../text-scale.ts';
import {
  arcPath,
  barHeight,
  extremes,
  isRightToLeft,
  POINT_LINE,
  ROOMY,
  tiePath,
  wordLayout,
  type Layer,
} from './tokens-layout.ts';
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
  /** How many tokens the reader expects. */
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
            tokens={bounded ? count.tokens : null}
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

type Entries = Pick<TokensPictureProps, 'labels' | 'counts' | 'bos' | 'width'> & {
  tied: ReadonlyMap<number, unknown>;
  stripTop: number;
  pitch: number;
  hovered: number | null;
};

/** The vocabulary in its order: every symbol over its id, or as many as there is room for. */
function Strip(props: Entries & { off: boolean }) {
  const { labels, bos, width, tied, stripTop, pitch, hovered, off } = props;
  const urgent = [...(hovered === null ? [] : [hovered]), ...(off ? [] : tied.keys()), bos];
  const room = labels.map((label) => Math.max(8, monoWidth(label, 13)) + 2);
  const idRoom = labels.map((_, id) => sansWidth(String(id), 12) + 3);
  const named = fitting(room, pitch, urgent);
  const numbered = fitting(idRoom, pitch, urgent);
  return (
    <g className={off ? 'tk-entries tk-off' : 'tk-entries'}>
      {labels.map((label, id) => {
        const own = !off && tied.has(id) ? ' tk-own' : '';
        const at = id === hovered ? ' tk-at' : '';
        const x = (id + 0.5) * pitch;
        const within = (half: number) => Math.max(half, Math.min(width - half, x));
        return (
          // A token's place in the vocabulary is its name.
          <g key={label + String(id)} className={`tk-entry${own}${at}`}>
            {named.has(id) && (
              <text x={within(room[id] / 2 - 1)} y={stripTop + 12} textAnchor="middle">
                {label}
              </text>
            )}
            {numbered.has(id) && (
              <text
                className="tk-id"
                x={within(idRoom[id] / 2 - 1)}
                y={stripTop + 29}
                textAnchor="middle"
              >
                {id}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** How often each token occurs in the list, as bars on the strip. */
function Inventory(props: Entries & { barRoom: number }) {
  const { labels, counts, bos, width, tied, stripTop, pitch, barRoom } = props;
  const words = useMessages('tokens');
  const most = Math.max(...counts);
  const thick = pitch >= 8 ? pitch - Math.min(8, Math.max(2, pitch * 0.28)) : pitch;
  const ends = extremes(counts, bos);
  const spoken = new Set(ends ? [ends.top, ends.rare] : []);
  const foot = stripTop - 4;
  return (
    <g className="tk-bars">
      {labels.map((label, id) => {
        const height = barHeight(counts[id], most, barRoom);
        const x = (id + 0.5) * pitch;
        const text = words.text('number', { value: counts[id] });
        const half = monoWidth(text) / 2;
        return (
          <g key={label + String(id)} className={tied.has(id) ? 'tk-own' : ''}>
            <rect
              className="tk-bar"
              x={x - thick / 2}
              y={foot - height}
              width={thick}
              height={height}
            />
            {spoken.has(id) && (
              <text
                className="tk-amount"
                {...(tied.has(id)
                  ? {
                      x: x + (x < width / 2 ? 1 : -1) * (thick / 2 + 5),
                      y: foot - height + 9,
                      textAnchor: x < width / 2 ? 'start' : 'end',
                    }
                  : {
                      x: Math.max(half, Math.min(width - half, x)),
                      y: foot - height - 5,
                      textAnchor: 'middle',
                    })}
              >
                {text}
              </text>
            )}
          </g>
        );
      })}
      <path className="tk-axis" d={`M0 ${foot + 0.5}H${width}`} />
    </g>
  );
}
