import { useMemo, type CSSProperties } from 'react';
import { Frame } from '../../charts/Frame.tsx';
import { signed } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { HeadsAnswer } from './heads-answer.tsx';
import { HeadsAxis } from './heads-axis.tsx';
import { HeadsCursor } from './heads-cursor.tsx';
import type { Heads, HeadsData } from './heads-data.ts';
import { HeadsMaps } from './heads-maps.tsx';
import { headsLayout, type HeadsLayout, type MapAt, type View } from './heads-view.ts';
import { cellText, symbolOf } from './heads-words.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  data: HeadsData;
  known: Heads;
  view: View;
  cell: readonly [asks: number, seen: number];
  symbols: readonly string[];
  asking: boolean;
  /** Nothing of what a press costs may be seen yet. */
  hidden: boolean;
  /** The head that the reader thinks is missed most, by place. */
  guess: number | null;
  onPress: (place: number) => void;
  onRestore: () => void;
  onCell: (cell: readonly [asks: number, seen: number]) => void;
}

/** The maps of all heads, what the network says after the name, and what heads are worth. */
export function HeadsPicture(props: Props) {
  const { size, words, scale, data, known, view, cell, symbols } = props;
  const { heads, layers, positions: n } = known;
  const at = useMemo(() => headsLayout(size, scale, heads, layers), [size, scale, heads, layers]);
  const link = useLink('weight');
  return (
    <>
      <Frame
        width={size.width}
        height={size.height}
        textScale={scale}
        label={words.text('picture')}
        description={words.text('pictureAbout', { heads, layers })}
        over={() => (
          <HeadsCursor
            at={at}
            n={n}
            label={words.text('weights')}
            cell={cell}
            announce={(asks, seen) => cellText(words, known, symbols, [asks, seen])}
            onCell={props.onCell}
          />
        )}
      >
        <g {...link.bind}>
          <HeadsMaps
            at={at}
            scale={scale}
            known={known}
            wiring={data.wiring}
            even={view.against}
            cell={cell}
            symbols={symbols}
          />
        </g>
        <HeadsAnswer
          at={at}
          width={size.width}
          words={words}
          scale={scale}
          known={known}
          last={symbols[n - 1]}
          symbols={(token) => symbolOf(known, token)}
          changed={!data.own}
        />
        <HeadsAxis
          at={at}
          width={size.width}
          words={words}
          scale={scale}
          floor={data.floor}
          trained={data.trained}
          now={data.now}
          prices={data.prices}
          hidden={props.hidden}
        />
      </Frame>
      <div role="group" aria-label={words.text('group')}>
        {at.maps.map((map) => (
          <HeadButton key={map.place} {...props} at={at} map={map} />
        ))}
      </div>
      {!data.own && (
        <button type="button" className="heads-restore tool" onClick={props.onRestore}>
          {words.text('restore')}
        </button>
      )}
    </>
  );
}

const four = signed(4);
const three = signed(3);
/** Below these sides a map has short words, and shorter ones yet, px. */
const SHORT = 76;
const TINY = 46;
const NARROW = 58;

/** Above a map its head, below it what a press would cost. */
function HeadButton(props: Props & { at: HeadsLayout; map: MapAt }) {
  const { at, map, words, scale, data, known, view, asking, guess, onPress } = props;
  const { heads, layers } = known;
  const { place, layer } = map;
  const stands = data.wiring[place];
  const off = stands < 0;
  const moved = !off && stands !== place % heads;
  const price = props.hidden ? null : (data.prices[place] ?? null);
  const side = at.side / scale;
  const name = words.text(side < SHORT || at.compact ? 'nameShort' : 'nameOf', {
    head: (off ? place % heads : stands) + 1,
  });
  const whole = words.text('nameIn', { head: (place % heads) + 1, layer: layer + 1, layers });
  const style: CSSProperties = {
    left: map.x,
    top: map.y - at.head,
    width: at.side,
    height: at.head,
  };
  const said = price === null ? '' : (side < (at.compact ? NARROW : TINY) ? three : four)(price);
  return (
    <>
      <button
        type="button"
        className="heads-button"
        style={style}
        aria-pressed={asking ? guess === place : view.tool === 'swap' ? view.picked === place : off}
        aria-label={words.text(asking ? 'guess' : `press.${view.tool}`, {
          head: whole,
          price: said || '…',
        })}
        data-off={off || undefined}
        data-moved={moved || undefined}
        data-picked={(asking ? guess === place : view.picked === place) || undefined}
        onClick={() => onPress(place)}
      >
        <span className="heads-name">{name}</span>
      </button>
      {layers > 1 && place % heads === 0 && (
        <span
          className="heads-layer"
          style={{ width: at.gutter - 8, top: map.y + at.side / 2 - 8 * scale }}
        >
          {words.text('layer', { layer: layer + 1 })}
        </span>
      )}
      <span
        className="heads-price num"
        data-mine={guess === place || undefined}
        style={{
          left: map.x,
          top: at.compact ? map.y - at.head + 3 * scale : map.y + at.side + 14 * scale,
          width: at.side,
          textAlign: at.compact ? 'end' : 'start',
        }}
      >
        {asking ? (guess === place ? words.text('yours') : '?') : said}
      </span>
    </>
  );
}
