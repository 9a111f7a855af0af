import type { Messages } from '../../reader/messages.tsx';
import type { Caches } from './caches-data.ts';
import type { CachesLayout } from './caches-view.ts';

interface Props {
  words: Messages;
  at: CachesLayout;
  known: Caches;
  read: number;
  /** The exchange is in view: what comes in stands beside what was there. */
  exchanged: boolean;
  onPosition: (position: number) => void;
}

/** The tokens beside their rows; the letter that is pressed is the one exchanged. */
export function CachesLetters({ words, at, known, read, exchanged, onPosition }: Props) {
  const { exchange } = known;
  return (
    <div role="group" aria-label={words.text('letters')}>
      {known.symbols.map((symbol, t) => {
        const own = exchanged && t === exchange?.position;
        const place = {
          left: 0,
          top: at.top + t * at.row,
          width: at.letters,
          height: at.row,
          fontSize: `min(1em, ${at.row}px)`,
        };
        if (t === 0)
          return (
            <span key="start" className="caches-letter" style={place} aria-hidden="true">
              {symbol}
            </span>
          );
        return (
          <button
            // Letters keep their places.
            key={t}
            type="button"
            className="caches-letter"
            style={place}
            data-read={t < read || undefined}
            aria-pressed={own}
            aria-label={words.text('letter', { letter: symbol, at: t })}
            onClick={() => onPosition(t)}
          >
            {own ? exchange.to : symbol}
          </button>
        );
      })}
    </div>
  );
}
