import { useId } from 'react';
import { useMessages } from '../../reader/messages.tsx';

/** Longest word that is drawn, in UTF-16 units. */
const LONGEST = 40;

/** A field for any word; empty, it gives the reader's name back. */
export function WordField(props: {
  value: string | null;
  lens: string;
  /** The word is the reader's. */
  mine: boolean;
  onWord: (word: string | null) => void;
}) {
  const { value, lens, mine, onWord } = props;
  const words = useMessages('tokens');
  const id = useId();
  return (
    <span className="tk-word">
      <label className="visually-hidden" htmlFor={id}>
        {words.text('word')}
      </label>
      <input
        id={id}
        className={mine ? 'tk-yours' : undefined}
        dir="auto"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={LONGEST}
        placeholder={lens}
        value={value ?? lens}
        onChange={(event) => onWord(event.target.value)}
        onBlur={() => {
          if (value === '') onWord(null);
        }}
      />
    </span>
  );
}

/** A whole number, typed or stepped: the reader's guess. */
export function GuessNumber(props: {
  value: number | null;
  /** Where stepping begins. */
  from: number;
  onChange: (value: number) => void;
}) {
  const { value, from, onChange } = props;
  const words = useMessages('tokens');
  const step = (by: number) => onChange(Math.max(0, Math.min(99, (value ?? from) + by)));
  return (
    <span className="tk-guess">
      <button
        type="button"
        className="key"
        aria-label={words.text('less')}
        onClick={() => step(value === null ? 0 : -1)}
      >
        −
      </button>
      <input
        type="text"
        inputMode="numeric"
        aria-label={words.text('guess')}
        maxLength={2}
        placeholder="?"
        value={value ?? ''}
        onChange={(event) => {
          const typed = Number.parseInt(event.target.value, 10);
          if (Number.isFinite(typed)) onChange(typed);
        }}
        onKeyDown={(event) => {
          const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          step(value === null ? 0 : by);
        }}
      />
      <button
        type="button"
        className="key"
        aria-label={words.text('more')}
        onClick={() => step(value === null ? 0 : 1)}
      >
        +
      </button>
    </span>
  );
}
