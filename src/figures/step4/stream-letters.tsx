import type { Messages } from '../../reader/messages.tsx';
import type { Stream } from './stream-data.ts';
import type { StreamLayout } from './stream-view.ts';
import { letterOf } from './stream-words.ts';

interface Props {
  words: Messages;
  scale: number;
  at: StreamLayout;
  known: Stream;
  onAt: (position: number) => void;
}

/** The name over the river: the letter that is pressed answers what comes after it. */
export function StreamLetters({ words, scale, at, known, onAt }: Props) {
  const { answers, at: chosen } = known;
  const { letters } = at;
  return (
    <div role="group" aria-label={words.text('letters')}>
      {answers.tokens.slice(0, answers.positions).map((token, position) => (
        <button
          // Letters keep their places.
          key={position}
          type="button"
          className="stream-letter"
          aria-pressed={position === chosen}
          aria-label={words.text('letter', {
            letter: letterOf(known, token),
            at: position + 1,
            next: letterOf(known, answers.tokens[position + 1]),
          })}
          style={{
            left: letters.x + position * letters.pitch,
            top: 0,
            width: letters.pitch,
            height: 28 * scale,
          }}
          onClick={() => onAt(position)}
        >
          {letterOf(known, token)}
        </button>
      ))}
    </div>
  );
}
