import { useMessages } from '../../reader/messages.tsx';
import type { Link } from '../../reader/links.ts';
import { codePointName, POINT_LINE, twoLines, type Box, type WordLayout } from './tokens-layout.ts';
import type { TokensPictureProps } from './tokens-picture.tsx';

/** The boxes of the word: a symbol, its id, and where asked its code points. */
export function Boxes(
  props: TokensPictureProps & { layout: WordLayout; bounded: boolean; lens: Link },
) {
  const { symbols, layer, layout, bounded, mine, bos, lens } = props;
  const { side, boxes } = layout;
  const ids = layer !== 'symbols';
  return (
    <g className={mine ? 'tk-boxes tk-mine' : 'tk-boxes'} data-lit={lens.lit || undefined}>
      {boxes.map(({ place, x, y }) => {
        const symbol = symbols[place];
        if (!symbol && !bounded) return null;
        const unknown = symbol?.token === null;
        const kind = symbol ? (unknown ? ' tk-unknown' : '') : ' tk-bos';
        return (
          <g key={place} className={`tk-box${kind}`} {...(symbol ? lens.bind : {})}>
            <rect x={x - side / 2} y={y} width={side} height={side} rx={1} />
            <text
              className="tk-symbol"
              style={{ fontSize: side * 0.56 }}
              x={x}
              y={y + side * 0.69}
              textAnchor="middle"
            >
              {symbol ? symbol.label : '•'}
            </text>
            {ids && (
              <text className="tk-number" x={x} y={y + side + 16} textAnchor="middle">
                {symbol ? (symbol.token ?? '–') : bos}
              </text>
            )}
            {layer === 'clusters' && symbol && (
              <Points
                box={{ place, x, y }}
                layout={layout}
                points={symbol.codePoints}
                unknown={unknown}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The code points of a symbol, one under another; that it is not in the list, if it is not. */
function Points(props: {
  box: Box;
  layout: WordLayout;
  points: readonly number[];
  unknown: boolean;
}) {
  const { box, layout, points, unknown } = props;
  const words = useMessages('tokens');
  const top = box.y + layout.side + 20;
  const short = layout.pitch < 54;
  const lines = [
    ...points.map((point) => ({
      kind: 'tk-point',
      text: short ? codePointName(point).slice(2) : codePointName(point),
    })),
    ...(unknown
      ? twoLines(words.text('missing')).map((text) => ({ kind: 'tk-missing', text }))
      : []),
  ];
  return lines.map(({ kind, text }, i) => (
    <text
      // Lines of one column: their place is their name.
      key={`${i} ${text}`}
      className={kind}
      x={box.x}
      y={top + (i + 1) * POINT_LINE + (kind === 'tk-missing' ? 3 : 0)}
      textAnchor="middle"
    >
      {text}
    </text>
  ));
}

/** The reader's guess, as long as the tokens they expect, and how far it is from the truth. */
export function GuessBracket(props: {
  layout: WordLayout;
  width: number;
  guess: number;
  /** The truth. */
  tokens: number;
  text: string;
}) {
  const { layout, width, guess, tokens, text } = props;
  const { boxes, side, pitch, foot } = layout;
  const [first, second] = boxes;
  const way = second && second.x < first.x ? -1 : 1;
  const start = first.x - (way * side) / 2;
  const end = (count: number) =>
    Math.max(0, Math.min(width, start + way * (Math.max(0, count - 1) * pitch + side)));
  const y = foot + 8;
  const stop = guess > 0 ? end(guess) : start;
  return (
    <g className="tk-guessed">
      <path d={`M${start} ${y - 4}v8M${start} ${y}H${stop}m0 -4v8`} />
      {tokens !== guess && <path className="tk-gap" d={`M${stop} ${y}H${end(tokens)}`} />}
      <text
        x={(start + stop) / 2}
        y={y + 17}
        textAnchor={Math.abs(stop - start) > 90 ? 'middle' : way > 0 ? 'start' : 'end'}
      >
        {text}
      </text>
    </g>
  );
}
