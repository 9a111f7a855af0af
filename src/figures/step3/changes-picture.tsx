import { useState } from 'react';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { AnswerBars } from './changes-bars.tsx';
import type { Changes } from './changes-data.ts';
import { StageRow, Sums } from './changes-stages.tsx';
import {
  changesLayout,
  countOf,
  lettersAt,
  type ChangesLayout,
  type View,
} from './changes-view.ts';
import { Around, Past, Way } from './changes-ways.tsx';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  changes: Changes;
  view: View;
  /** How many parameters the new program has is still asked. */
  asking: boolean;
  guess: number | null;
  onLetter: (at: number) => void;
}

/** Distance of letters that have room, px: what is pressed must be wide enough. */
const PITCH = 22;

/** Step 2's program and Step 3's: what letters they see, their matrices to scale, their answers. */
export function ChangesPicture(props: Props) {
  const { size, words, scale, changes, view, asking } = props;
  const { letters, now, stages } = changes;
  const [hovered, setHovered] = useState<number | null>(null);
  const at = changesLayout(stages, size, scale);
  const pitch = Math.min(PITCH * scale, (size.width * 0.42) / Math.max(1, letters.length));
  const [oldAt, freshAt] = [at.oldX, at.freshX].map((x) =>
    lettersAt(letters.length, Math.max(x, (letters.length * pitch) / 2), pitch),
  );
  const last = letters.length - 1;
  const top = at.letters - 20 * scale;
  const tall = 30 * scale;
  return (
    <Frame
      width={size.width}
      height={size.height}
      textScale={scale}
      label={words.text('picture')}
      description={words.text(asking ? 'pictureAsking' : 'pictureAbout', {
        old: countOf(stages.flatMap(({ old }) => old)),
        fresh: countOf(stages.flatMap(({ fresh }) => fresh)),
      })}
      className="changes"
      over={(describedBy) =>
        last > 0 && view.fresh ? (
          <ListCursor
            label={words.text('letters')}
            describedBy={describedBy}
            slots={letters.slice(0, last).map((_, i) => ({
              x: freshAt[i] - pitch / 2,
              y: top,
              width: pitch,
              height: tall,
            }))}
            name={(i) => words.text('letter', { letter: now[i], at: i + 1 })}
            direction="horizontal"
            selected={view.exchange?.at ?? null}
            hovered={hovered}
            setHovered={setHovered}
            onSelect={props.onLetter}
          />
        ) : null
      }
    >
      <text className="c-label changes-title" x={0} y={13 * scale}>
        {words.text('old')}
      </text>
      <text
        className={view.fresh ? 'c-label changes-title' : 'c-label changes-title changes-off'}
        x={size.width}
        y={13 * scale}
        textAnchor="end"
      >
        {words.text('fresh')}
      </text>
      {hovered !== null && (
        <rect
          className="c-hover"
          x={freshAt[hovered] - pitch / 2}
          y={top}
          width={pitch}
          height={tall}
        />
      )}
      <Way at={at} x={at.oldX} from={oldAt.slice(-1)} />
      <Letters at={at} places={oldAt} changes={changes} view={view} seen={(i) => i === last} />
      <g className={view.fresh ? undefined : 'changes-off'}>
        <Way at={at} x={at.freshX} from={freshAt.slice(-1)} />
        {view.fresh && <Past at={at} places={freshAt.slice(0, -1)} />}
        <Letters at={at} places={freshAt} changes={changes} view={view} seen={() => view.fresh} />
        <Around at={at} words={words} scale={scale} />
      </g>
      {at.stages.map((stage) => (
        <StageRow key={stage.id} {...props} at={at} stage={stage} />
      ))}
      <Sums {...props} at={at} />
      {at.bars.height > 40 && (
        <AnswerBars size={size} words={words} scale={scale} changes={changes} at={at} view={view} />
      )}
    </Frame>
  );
}

interface LettersProps {
  at: ChangesLayout;
  places: readonly number[];
  changes: Changes;
  view: View;
  seen: (i: number) => boolean;
}

function Letters({ at, places, changes, view, seen }: LettersProps) {
  return places.map((x, i) => {
    const mine = view.exchange?.at === i && changes.now[i] !== changes.letters[i];
    return (
      <text
        // Letters keep their places.
        key={i}
        className="changes-letter"
        data-mine={mine || undefined}
        data-seen={seen(i) || undefined}
        x={x}
        y={at.letters}
        textAnchor="middle"
      >
        {changes.now[i]}
      </text>
    );
  });
}
