import { useState, type KeyboardEvent } from 'react';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import type { Past } from './past-data.ts';
import { PastLetters } from './past-letters.tsx';
import { PastMap } from './past-map.tsx';
import { PastRows } from './past-rows.tsx';
import { lettersAcross, nextAt, pastLayout, type Exchange, type View } from './past-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  past: Past;
  view: View;
  asking: boolean;
  guess: number | null;
  onExchange: (exchange: Exchange) => void;
}

/** The name with its arcs, the answers of all programs, and the maps of all exchanges. */
export function PastPicture(props: Props) {
  const { size, words, scale, past, view, asking, onExchange } = props;
  const { letters, tokens, labels, bos, exchange, head, adam } = past;
  const [hovered, setHovered] = useState<number | null>(null);
  const [stand, setStand] = useState(0);
  const cells = (letters.length - 1) * labels.length;
  const maps = view.map
    ? (['head', ...(view.shown === 'adam' ? (['adam'] as const) : [])] as const).flatMap((of) => {
        const edits = of === 'head' ? head : adam;
        return edits?.most && edits.moved.length === cells ? [{ of, edits }] : [];
      })
    : [];
  const at = pastLayout(size, scale, letters.length, labels.length, maps.length, view.shown);
  // Where there is room for one map only, it is that of the network shown last.
  const drawn = at.count > 0 ? maps.slice(-at.count) : [];
  const most = maps.reduce((top, { edits }) => Math.max(top, edits.most?.moved ?? 0), 0);
  const places = lettersAcross(letters.length + past.later.length + 1, at, scale);
  const earlier = places.slice(1, Math.max(1, letters.length));
  const pitch = places.length > 1 ? places[1] - places[0] : 0;
  const slot = Math.min(pitch, 34 * scale);
  const typed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || earlier.length === 0) return;
    const token = [event.key, event.key.toLowerCase()]
      .map((key) => labels.indexOf(key))
      .find((found) => found >= 0 && found !== bos);
    if (token === undefined || event.key === ' ') return;
    event.preventDefault();
    // Letters mean letters here, not the page's shortcuts.
    event.stopPropagation();
    onExchange({ position: Math.min(stand, earlier.length - 1) + 1, token });
  };
  return (
    <div className="past" style={{ height: size.height }}>
      <div role="presentation" onKeyDown={typed}>
        <Frame
          width={size.width}
          height={at.maps}
          textScale={scale}
          label={words.text('picture')}
          description={words.text('pictureAbout', { last: letters.at(-1) ?? '' })}
          over={(describedBy) =>
            earlier.length > 0 ? (
              <ListCursor
                label={words.text('letters')}
                describedBy={describedBy}
                slots={earlier.map((x) => ({
                  x: x - slot / 2,
                  y: at.letters - 22 * scale,
                  width: slot,
                  height: 30 * scale,
                }))}
                name={(i) => words.text('letter', { letter: past.now[i], at: i + 1 })}
                direction="horizontal"
                selected={exchange ? exchange.position - 1 : null}
                hovered={hovered}
                setHovered={setHovered}
                onHover={(i) => {
                  if (i !== null) setStand(i);
                }}
                onSelect={(i) => {
                  setStand(i);
                  onExchange(nextAt(i + 1, exchange, tokens[i], bos, labels.length));
                }}
              />
            ) : null
          }
        >
          {hovered !== null && hovered < earlier.length && (
            <rect
              className="c-hover"
              x={earlier[hovered] - slot / 2}
              y={at.letters - 22 * scale}
              width={slot}
              height={30 * scale}
            />
          )}
          <PastLetters
            at={at}
            scale={scale}
            past={asking ? { ...past, weights: null } : past}
            places={places}
            seen={view.shown !== 'old'}
          />
          <PastRows
            at={at}
            width={size.width}
            scale={scale}
            words={words}
            past={past}
            shown={view.shown}
            asking={asking}
            guess={props.guess}
          />
        </Frame>
      </div>
      {drawn.map(({ of, edits }) => (
        <PastMap
          key={of}
          at={at}
          scale={scale}
          words={words}
          past={past}
          edits={edits}
          of={of}
          most={most}
          onExchange={onExchange}
        />
      ))}
    </div>
  );
}
